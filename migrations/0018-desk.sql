-- The reception desk: agents are a population of their own, with sessions, tries and a second factor of their own (CP-21,
-- SEC-08); whom they received and why (SEC-12); what one proposed and another must confirm.

create schema desk;

create table desk.agent (
  agent_id            uuid not null,
  staff_number        text not null,
  name                text not null,
  -- The office whose files the agent opens; null where the institution has a single one.
  office              text,
  -- The agent's own record, where they have one: on a file they are part of they are never staff.
  person_id           uuid,
  hashed              text not null,
  -- The password was given by somebody else: it opens nothing but the page that asks for another, and only so long.
  password_given_until timestamptz,
  -- Secret of the second factor, sealed; counts once a first code confirmed it.
  totp_sealed         bytea,
  totp_confirmed_at   timestamptz,
  -- The last interval whose code was taken: none is taken twice.
  totp_last_step      int,
  created_at          timestamptz not null,
  created_by          text not null,
  closed_at           timestamptz,
  closed_by           text,
  constraint agent_key primary key (agent_id),
  constraint agent_staff_number unique (staff_number),
  constraint agent_closed check ((closed_at is null) = (closed_by is null)),
  constraint agent_confirmed check (totp_confirmed_at is null or totp_sealed is not null)
);
create index agent_by_name on desk.agent (name, agent_id);

create table desk.agent_role (
  agent_id    uuid not null,
  role        text not null,
  from_date   date not null,
  until_date  date,
  constraint agent_role_key primary key (agent_id, role, from_date),
  constraint agent_role_agent foreign key (agent_id) references desk.agent,
  constraint agent_role_role check (role in ('desk-agent', 'support', 'data-protection-officer', 'administrator')),
  constraint agent_role_dates check (until_date >= from_date)
);

create table desk.agent_session (
  agent_id      uuid not null,
  secret_hash   bytea not null,
  started_at    timestamptz not null,
  last_seen_at  timestamptz not null,
  -- When the second factor was shown; null opens nothing but the page that asks for it.
  passed_at     timestamptz,
  ended_at      timestamptz,
  constraint agent_session_key primary key (agent_id, secret_hash),
  constraint agent_session_agent foreign key (agent_id) references desk.agent
);

-- Wrong passwords and wrong codes, by a keyed hash of what they were tried on (SEC-01).
create table desk.attempts (
  tried_on         bytea not null,
  failures         int not null,
  last_failure_at  timestamptz,
  day              date not null,
  failures_today   int not null,
  locked_until     timestamptz,
  version          int not null,
  constraint desk_attempts_key primary key (tried_on)
);

-- A person an agent received: who, in which file, and why. What the agent may do there is asked of the law each time.
create table desk.visit (
  agent_id   uuid not null,
  visit_id   uuid not null,
  person_id  uuid not null,
  file_id    uuid,
  reason     text not null,
  opened_at  timestamptz not null,
  constraint visit_key primary key (agent_id, visit_id),
  constraint visit_agent foreign key (agent_id) references desk.agent,
  constraint visit_reason check (length(trim(reason)) between 1 and 300)
);

-- What takes two agents: one proposes, another confirms.
create table desk.approval (
  person_id    uuid not null,
  approval_id  uuid not null,
  kind         text not null,
  -- What it is about: a request's id, or the person's where it is about them.
  about        uuid not null,
  -- Of what was typed, where the second agent must type the same.
  fingerprint  bytea,
  reason       text not null,
  proposed_by  uuid not null,
  proposed_at  timestamptz not null,
  state        text not null default 'open',
  decided_by   uuid,
  decided_at   timestamptz,
  constraint approval_key primary key (person_id, approval_id),
  constraint approval_kind check (kind in ('accept-request', 'give-nir')),
  constraint approval_state check (state in ('open', 'confirmed', 'withdrawn')),
  constraint approval_decided check ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint approval_other_eyes check (state <> 'confirmed' or decided_by <> proposed_by)
);
create unique index approval_waits_once on desk.approval (kind, about) where state = 'open';
create unique index approval_by_id on desk.approval (approval_id);
create index approval_waits on desk.approval (proposed_at, approval_id) where state = 'open';

insert into identity.person_reference (table_name, column_name, moves, why) values
  ('desk.agent', 'person_id', true, 'an agent who has a record too'),
  ('desk.visit', 'person_id', false, 'who was received, as they were known'),
  ('desk.approval', 'person_id', false, 'decided under its record');
