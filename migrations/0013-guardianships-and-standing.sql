-- What access is derived from beside membership, entitlements and delegations (SEC-11): separations, deaths, who protects
-- whom; and what a file leaves for the reception desk to do.

-- The office that follows the file; null where the institution has a single one.
alter table households.file add column office text;

-- The spouse may decline a delegation (CP-18): it ends at that instant, and history tells which of the two ended it.
alter table households.delegation
  add column declined_at timestamptz,
  add constraint delegation_declined_ends check (declined_at = ended_at),
  add constraint delegation_order check (ended_at >= granted_at);

-- The end of the life together of the holder and this spouse, as one of the two swore (CP-19, MC-11).
create table households.separation (
  file_id      uuid not null,
  spouse_id    uuid not null,
  on_date      date not null,
  declared_by  uuid not null,
  declared_at  timestamptz not null,
  -- The sworn statement as it was read and signed: its language, and the SHA-256 of its words (MC-11).
  language     text not null,
  statement    bytea not null,
  constraint separation_key primary key (file_id, spouse_id, on_date),
  constraint separation_file foreign key (file_id) references households.file
);

create table households.death (
  person_id    uuid not null,
  on_date      date not null,
  recorded_at  timestamptz not null,
  constraint death_key primary key (person_id)
);

-- A decision names this guardian for this person (MC-06, MC-08: natural persons). It counts once an agent has validated it.
create table households.guardianship (
  protected_person  uuid not null,
  guardianship_id   uuid not null,
  guardian_person   uuid not null,
  kind              text not null,
  from_date         date not null,
  until_date        date,
  state             text not null default 'proposed',
  proposed_at       timestamptz not null,
  decided_at        timestamptz,
  decided_by        text,
  -- Why, as the guardian is told: always said of a refusal.
  reason            text,
  constraint guardianship_key primary key (protected_person, guardianship_id),
  constraint guardianship_kind check (kind in ('assistance', 'representation', 'accounts')),
  constraint guardianship_dates check (until_date >= from_date),
  constraint guardianship_of_another check (guardian_person <> protected_person),
  constraint guardianship_state check (state in ('proposed', 'validated', 'refused')),
  constraint guardianship_decided check (
    (state = 'proposed') = (decided_at is null) and (decided_at is null) = (decided_by is null)
  ),
  constraint guardianship_refused_says_why check (state <> 'refused' or reason is not null)
);
create index guardianship_by_guardian on households.guardianship (guardian_person);
-- The same decision deposited twice waits once.
create unique index guardianship_waits_once on households.guardianship (protected_person, guardian_person, kind)
  where state = 'proposed';

-- What a file leaves for an agent to do. What it is about stands in the file's own tables, not here.
create table households.desk_task (
  file_id     uuid not null,
  task_id     uuid not null,
  kind        text not null,
  -- Whose act it follows.
  person_id   uuid not null,
  state       text not null default 'open',
  made_at     timestamptz not null,
  settled_at  timestamptz,
  settled_by  text,
  constraint desk_task_key primary key (file_id, task_id),
  constraint desk_task_file foreign key (file_id) references households.file,
  constraint desk_task_kind check (kind in ('separation', 'guardianship')),
  constraint desk_task_state check (state in ('open', 'settled')),
  constraint desk_task_settled check ((state = 'settled') = (settled_at is not null) and (settled_at is null) = (settled_by is null))
);
create index desk_task_waits on households.desk_task (made_at, task_id) where state = 'open';

-- What others did on a person's data, page by page (SEC-12).
create index entry_by_others on journal.entry (subject, number) where actor <> subject::text;
