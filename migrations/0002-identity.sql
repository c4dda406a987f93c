-- Persons, what identifies them, and their personal accounts (CP-01, CP-02, SEC-10).

create schema identity;

create table identity.person (
  person_id    uuid not null,
  first_names  text not null,
  birth_name   text not null,
  used_name    text,
  -- Text, for civil registers that know no day or month write 00.
  birth_date   text not null,
  constraint person_key primary key (person_id),
  constraint person_birth_date_form check (birth_date ~ '^\d{4}-\d{2}-\d{2}$')
);

create table identity.identifier (
  person_id  uuid  not null,
  kind       text  not null,
  -- HMAC of the identifier: found without being read.
  found_by   bytea not null,
  -- AES-256-GCM, bound to the person's id.
  sealed     bytea not null,
  constraint identifier_key primary key (person_id, kind),
  constraint identifier_person foreign key (person_id) references identity.person,
  constraint identifier_kind check (kind in ('nir', 'provisional')),
  constraint identifier_stands_once unique (found_by)
);

-- What the institution gave before people chose a password of their own: dead once ended (CP-03).
create table identity.old_password (
  person_id  uuid not null,
  hashed     text not null,
  ended_at   timestamptz,
  constraint old_password_key primary key (person_id),
  constraint old_password_person foreign key (person_id) references identity.person
);

create table identity.account (
  person_id             uuid not null,
  opened_at             timestamptz not null,
  hashed                text,
  password_chosen_at    timestamptz,
  contacts_answered_at  timestamptz,
  last_sign_in_at       timestamptz not null,
  constraint account_key primary key (person_id),
  constraint account_person foreign key (person_id) references identity.person
);

-- Tries at a password, for identifiers that exist and for those that do not alike (SEC-01, SEC-02).
create table identity.attempts (
  found_by         bytea not null,
  failures         int   not null,
  last_failure_at  timestamptz,
  day              date  not null,
  failures_today   int   not null,
  locked_until     timestamptz,
  -- Counts the writes, so that two tries at the same moment cannot both pass.
  version          int   not null,
  constraint attempts_key primary key (found_by)
);
create index attempts_by_day on identity.attempts (day);

create table identity.session (
  person_id            uuid  not null,
  secret_hash          bytea not null,
  -- Names the session on its person's own page; opens nothing.
  session_id           uuid  not null,
  device               text  not null,
  started_at           timestamptz not null,
  last_seen_at         timestamptz not null,
  authenticated_at     timestamptz not null,
  previous_sign_in_at  timestamptz,
  ended_at             timestamptz,
  constraint session_key primary key (person_id, secret_hash),
  constraint session_person foreign key (person_id) references identity.person
);
create index session_by_start on identity.session (started_at);

create table identity.contact_point (
  person_id    uuid not null,
  kind         text not null,
  value        text not null,
  given_at     timestamptz not null,
  verified_at  timestamptz,
  replaced_at  timestamptz,
  constraint contact_point_key primary key (person_id, kind, value),
  constraint contact_point_person foreign key (person_id) references identity.person,
  constraint contact_point_kind check (kind in ('mail', 'mobile'))
);
-- A verified contact point identifies one person only (MC-16).
create unique index contact_point_identifies_one on identity.contact_point (kind, lower(value))
  where verified_at is not null and replaced_at is null;

create table identity.code (
  person_id    uuid  not null,
  kind         text  not null,
  value        text  not null,
  number       int   not null,
  hashed       bytea not null,
  sent_at      timestamptz not null,
  tries        int   not null default 0,
  used_at      timestamptz,
  replaced_at  timestamptz,
  constraint code_key primary key (person_id, kind, value, number),
  constraint code_contact_point foreign key (person_id, kind, value) references identity.contact_point
);
create index code_by_day on identity.code (person_id, sent_at);

-- What was typed in a form whose session had ended, sealed, for the same person to find again (SEC-05).
create table identity.kept_input (
  person_id  uuid  not null,
  path       text  not null,
  sealed     bytea not null,
  kept_at    timestamptz not null,
  constraint kept_input_key primary key (person_id, path),
  constraint kept_input_person foreign key (person_id) references identity.person
);
create index kept_input_by_age on identity.kept_input (kept_at);
