-- A second step after the password, passkeys, and browsers that people trust (SEC-03, SEC-05, SEC-08).

alter table identity.account
  -- The person asked for a second step at each sign-in.
  add column second_step_since timestamptz,
  -- What browsers kept of the person's sign-ins until then proves nothing any more.
  add column devices_forgotten_at timestamptz;

alter table identity.session
  -- "code", "passkey", "trusted device"; null where no second step was asked for.
  add column second_step_by text,
  -- The browser had never been seen for this person.
  add column new_device bool not null default false;

-- Codes of the second step: each is worth something in the session that asked for it, and nowhere else.
create table identity.second_step_code (
  person_id     uuid  not null,
  session_hash  bytea not null,
  number        int   not null,
  kind          text  not null,
  hashed        bytea not null,
  sent_at       timestamptz not null,
  tries         int   not null default 0,
  used_at       timestamptz,
  constraint second_step_code_key primary key (person_id, session_hash, number),
  constraint second_step_code_person foreign key (person_id) references identity.person,
  constraint second_step_code_kind check (kind in ('mail', 'mobile'))
);
create index second_step_code_by_day on identity.second_step_code (person_id, sent_at);
create index second_step_code_by_age on identity.second_step_code (sent_at);

-- Browsers on which their person asked not to be asked again for a while. A removed one leaves no row.
create table identity.trusted_device (
  person_id     uuid  not null,
  -- Names the device on its person's own page; opens nothing.
  device_id     uuid  not null,
  secret_hash   bytea not null,
  -- The secret before this one, good for a moment more: two tabs may sign in at once.
  earlier_hash  bytea,
  rotated_at    timestamptz not null,
  device        text  not null,
  trusted_at    timestamptz not null,
  until_at      timestamptz not null,
  constraint trusted_device_key primary key (person_id, device_id),
  constraint trusted_device_person foreign key (person_id) references identity.person
);
create unique index trusted_device_by_secret on identity.trusted_device (person_id, secret_hash);
create index trusted_device_by_end on identity.trusted_device (until_at);

create table identity.passkey (
  person_id      uuid  not null,
  -- Names the passkey on its person's own page; opens nothing.
  passkey_id     uuid  not null,
  credential_id  bytea not null,
  public_key     bytea not null,
  -- How often it signed, where it counts: one that goes back was copied.
  counter        int8  not null,
  transports     text[] not null,
  -- May be copied to the person's other devices, and was.
  synced         bool  not null,
  backed_up      bool  not null,
  name           text  not null,
  created_at     timestamptz not null,
  last_used_at   timestamptz,
  constraint passkey_key primary key (person_id, passkey_id),
  constraint passkey_person foreign key (person_id) references identity.person,
  constraint passkey_stands_once unique (credential_id)
);

-- What a passkey is asked to sign: once, within minutes, by the session or the browser that asked.
create table identity.passkey_challenge (
  -- Hash of the session's secret, or of the one the browser was given.
  holder     bytea not null,
  challenge  bytea not null,
  purpose    text  not null,
  asked_at   timestamptz not null,
  constraint passkey_challenge_key primary key (holder, challenge),
  constraint passkey_challenge_purpose check (purpose in ('create', 'sign in', 'second step'))
);
create index passkey_challenge_by_age on identity.passkey_challenge (asked_at);
