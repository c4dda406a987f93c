-- Household files and what is true of their members, from when until when. Relations are derived from these facts.

create schema households;

create table households.file (
  file_id      uuid not null,
  file_number  text not null,
  constraint file_key primary key (file_id),
  constraint file_number_stands_once unique (file_number)
);

create table households.member (
  file_id     uuid not null,
  person_id   uuid not null,
  role        text not null,
  from_date   date not null,
  until_date  date,
  constraint member_key primary key (file_id, person_id, from_date),
  constraint member_file foreign key (file_id) references households.file,
  constraint member_role check (role in ('holder', 'spouse', 'child', 'other')),
  constraint member_dates check (until_date >= from_date)
);
create index member_by_person on households.member (person_id);

create table households.entitlement (
  file_id     uuid not null,
  person_id   uuid not null,
  benefit     text not null,
  from_date   date not null,
  until_date  date,
  constraint entitlement_key primary key (file_id, person_id, benefit, from_date),
  constraint entitlement_file foreign key (file_id) references households.file,
  constraint entitlement_dates check (until_date >= from_date)
);

create table households.protection_measure (
  person_id   uuid not null,
  kind        text not null,
  from_date   date not null,
  until_date  date,
  constraint protection_measure_key primary key (person_id, from_date),
  constraint protection_measure_kind check (kind in ('assistance', 'representation', 'accounts')),
  constraint protection_measure_dates check (until_date >= from_date)
);

create table households.delegation (
  file_id       uuid not null,
  from_person   uuid not null,
  to_person     uuid not null,
  granted_at    timestamptz not null,
  ended_at      timestamptz,
  constraint delegation_key primary key (file_id, to_person, granted_at),
  constraint delegation_file foreign key (file_id) references households.file
);
create unique index delegation_runs_once on households.delegation (file_id, to_person) where ended_at is null;

-- The holder was offered the delegation and answered, whatever the answer (CP-15).
create table households.delegation_answer (
  file_id      uuid not null,
  person_id    uuid not null,
  answered_at  timestamptz not null,
  granted      bool not null,
  constraint delegation_answer_key primary key (file_id, person_id),
  constraint delegation_answer_file foreign key (file_id) references households.file
);
