-- Ways back into an account whose password is forgotten (SEC-04). A row is written for identifiers nobody has too, so
-- that both answer alike (SEC-02); it leads with the identifier's index, as the tries do.

create table identity.recovery (
  found_by      bytea not null,
  recovery_id   uuid  not null,
  -- Of the browser that asked: the code works nowhere else (SEC-03).
  secret_hash   bytea not null,
  person_id     uuid,
  asked_at      timestamptz not null,
  hashed        bytea not null,
  tries         int   not null default 0,
  code_used_at  timestamptz,
  -- The birth date is asked for too where a single contact point vouches for the person.
  asks_birth    bool  not null,
  birth_tries   int   not null default 0,
  birth_told_at timestamptz,
  replaced_at   timestamptz,
  ended_at      timestamptz,
  constraint recovery_key primary key (found_by, recovery_id),
  constraint recovery_person foreign key (person_id) references identity.person
);
create index recovery_by_day on identity.recovery (found_by, asked_at);
create index recovery_by_age on identity.recovery (asked_at);
