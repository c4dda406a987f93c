-- How a guardian comes to act for somebody: a protection decision deposited and checked by two agents (MC-06 to MC-10),
-- and the space a guardian chose in a session.

-- What a signed-in person typed so far of a deposit, for them alone; its files stand in uploads under the two ids.
create table households.guardianship_draft (
  person_id    uuid  not null,
  deposit_id   uuid  not null,
  proof_id     uuid  not null,
  sealed       bytea not null,
  changed_at   timestamptz not null,
  constraint guardianship_draft_key primary key (person_id)
);
create index guardianship_draft_by_age on households.guardianship_draft (changed_at);

-- A decision as it was deposited. It is written down alike whether anybody here bears the number told (SEC-02); where
-- somebody does, households.guardianship has a row of the same id.
create table households.guardianship_deposit (
  guardian_person   uuid  not null,
  deposit_id        uuid  not null,
  -- What the guardian quotes on the phone.
  case_number       text  not null,
  -- HMAC of the number told.
  told_key          bytea not null,
  kind              text  not null,
  from_date         date  not null,
  until_date        date,
  -- Who is protected, as told.
  sealed            bytea not null,
  -- The account on which benefits are to be paid (MC-09); gone once refused.
  bank_sealed       bytea,
  -- Of the proof of that account; the decision's files stand under deposit_id.
  proof_id          uuid  not null,
  -- Null where nobody here was the person told.
  protected_person  uuid,
  -- The file on which a desk task waits for it.
  task_file         uuid,
  deposited_at      timestamptz not null,
  -- The sworn statement as it was read and signed (MC-11).
  language          text  not null,
  statement         bytea not null,
  state             text  not null default 'waiting',
  -- The first of the two agents who validate.
  seconded_by       text,
  seconded_at       timestamptz,
  decided_by        text,
  decided_at        timestamptz,
  reason            text,
  constraint guardianship_deposit_key primary key (guardian_person, deposit_id),
  constraint guardianship_deposit_case unique (case_number),
  constraint guardianship_deposit_kind check (kind in ('assistance', 'representation', 'accounts')),
  constraint guardianship_deposit_dates check (until_date > from_date),
  constraint guardianship_deposit_state check (state in ('waiting', 'validated', 'refused')),
  constraint guardianship_deposit_seconded check ((seconded_by is null) = (seconded_at is null)),
  constraint guardianship_deposit_decided check (
    (state = 'waiting') = (decided_at is null) and (decided_at is null) = (decided_by is null)
    and (decided_at is null) = (reason is null)),
  constraint guardianship_deposit_other_eyes check (
    state <> 'validated' or (seconded_by is not null and seconded_by <> decided_by and protected_person is not null))
);
create unique index guardianship_deposit_by_id on households.guardianship_deposit (deposit_id);
create index guardianship_deposit_waiting on households.guardianship_deposit (deposited_at, deposit_id)
  where state = 'waiting';
-- The same decision deposited twice waits once.
create unique index guardianship_deposit_waits_once on households.guardianship_deposit (guardian_person, told_key, kind)
  where state = 'waiting';

-- The space a session stands in. Whether the law still opens it is asked at each request.
create table households.chosen_space (
  person_id         uuid not null,
  session_id        uuid not null,
  protected_person  uuid not null,
  entered_at        timestamptz not null,
  constraint chosen_space_key primary key (person_id, session_id),
  constraint chosen_space_of_another check (person_id <> protected_person)
);
create index chosen_space_by_age on households.chosen_space (entered_at);

insert into identity.person_reference (table_name, column_name, moves, why) values
  ('households.guardianship_draft', 'person_id', false, 'sealed to its record'),
  ('households.guardianship_deposit', 'guardian_person', true, 'their duties'),
  ('households.guardianship_deposit', 'protected_person', true, 'their protection'),
  ('households.chosen_space', 'person_id', false, 'ended with the sessions'),
  ('households.chosen_space', 'protected_person', false, 'ended with the sessions');
