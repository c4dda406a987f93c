-- What stands between a right password and the account: a block, a second step, a password to renew (MC-13, MC-14).

alter table identity.account
  alter column last_sign_in_at drop not null,
  -- Access is closed until then; 'infinity' until somebody lifts it. On the account, so that a sign-in at the very
  -- moment of the block meets it.
  add column blocked_until timestamptz,
  -- The institution asks for a new password at the next sign-in.
  add column password_due_since timestamptz;

-- Each closing of an account, by its person (alarm) or by the institution (suspension), and how it ended.
create table identity.block (
  person_id  uuid not null,
  block_id   uuid not null,
  kind       text not null,
  -- What the person says, or what they are told.
  reason     text not null,
  placed_by  text not null,
  placed_at  timestamptz not null,
  until_at   timestamptz,
  lifted_by  text,
  lifted_at  timestamptz,
  constraint block_key primary key (person_id, block_id),
  constraint block_person foreign key (person_id) references identity.person,
  constraint block_kind check (kind in ('alarm', 'suspension'))
);
create unique index block_runs_once_a_kind on identity.block (person_id, kind) where lifted_at is null;

alter table identity.session
  -- How the person came in: "password", "old password", "passkey", "franceconnect".
  add column entered_by text not null default 'password',
  -- Opens nothing but the second step until it is done.
  add column second_step_due bool not null default false;
