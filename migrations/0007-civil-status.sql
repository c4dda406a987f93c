-- What the civil register says of a person beyond their name, and what finds people by name and birth date.

-- The birth name folded (no accents, capitals, hyphens nor apostrophes), so that spellings of one name meet.
alter table identity.person add column name_key text;
create index person_by_name on identity.person (birth_date, name_key);

create table identity.civil_status (
  person_id     uuid not null,
  sex           text not null,
  -- INSEE code: the commune's where born in France ("54395"), the country's where born abroad ("99352").
  birth_code    text not null,
  -- The commune's name, or the town's where born abroad.
  birth_place   text not null,
  -- Asked of people born abroad (CP-12).
  parents       json,
  constraint civil_status_key primary key (person_id),
  constraint civil_status_person foreign key (person_id) references identity.person,
  constraint civil_status_sex check (sex in ('F', 'M')),
  constraint civil_status_birth_code check (birth_code ~ '^(\d{2}|2[AB])\d{3}$')
);
