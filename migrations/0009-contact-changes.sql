-- Contact points that change: the old one may object for a while (SEC-04). Addresses that only get notices (MC-17).

-- Each change of what identifies a person: replaced, added (nothing before) or removed (nothing after).
create table identity.contact_change (
  person_id    uuid not null,
  number       int  not null,
  kind         text not null,
  from_value   text,
  to_value     text,
  -- The half of the objection code that finds the case; the other half is hashed.
  case_number  text  not null,
  hashed       bytea not null,
  changed_at   timestamptz not null,
  -- As the message promised, whatever the rule says later.
  until_at     timestamptz not null,
  tries        int not null default 0,
  ended_at     timestamptz,
  constraint contact_change_key primary key (person_id, number),
  constraint contact_change_person foreign key (person_id) references identity.person,
  constraint contact_change_kind check (kind in ('mail', 'mobile')),
  constraint contact_change_changes check (from_value is distinct from to_value),
  constraint contact_change_case unique (case_number)
);
create index contact_change_by_end on identity.contact_change (until_at);

-- Until then the contact point may come back, so it goes on identifying its person.
alter table identity.contact_point add column held_until timestamptz;
drop index identity.contact_point_identifies_one;
create unique index contact_point_identifies_one on identity.contact_point (kind, lower(value))
  where (verified_at is not null and replaced_at is null) or held_until is not null;

-- A date that is past holds nothing: it goes when somebody verifies the same contact point, whoever writes it down.
create function identity.let_go_of_contact() returns trigger language plpgsql as $$
begin
  update identity.contact_point set held_until = null
  where kind = new.kind and lower(value) = lower(new.value) and held_until <= new.verified_at
    and person_id <> new.person_id;
  return new;
end
$$;

create trigger contact_point_verified before insert or update of verified_at on identity.contact_point
  for each row when (new.verified_at is not null and new.replaced_at is null)
  execute function identity.let_go_of_contact();

-- Where notices about the file go, and nothing else: two people may share one. Apart from contact points, so that nothing
-- that looks for those ever finds it.
create table identity.notice_address (
  person_id    uuid not null,
  value        text not null,
  given_at     timestamptz not null,
  verified_at  timestamptz,
  ended_at     timestamptz,
  constraint notice_address_key primary key (person_id, value),
  constraint notice_address_person foreign key (person_id) references identity.person
);
create unique index notice_address_serves_alone on identity.notice_address (person_id)
  where verified_at is not null and ended_at is null;

-- Codes go to those addresses too, under the kind "notice".
alter table identity.code
  drop constraint code_contact_point,
  add constraint code_person foreign key (person_id) references identity.person,
  add constraint code_kind check (kind in ('mail', 'mobile', 'notice'));
create index code_by_age on identity.code (sent_at);
