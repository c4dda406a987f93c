-- Persons known at an identity provider, and what goes on between it and us (CP-03, CP-22, SEC-14).

create table identity.linked_identity (
  person_id      uuid  not null,
  provider       text  not null,
  -- HMAC of the issuer and of the subject it knows the person by: found without being read.
  found_by       bytea not null,
  linked_at      timestamptz not null,
  last_used_at   timestamptz not null,
  -- The person took it away: it opens nothing until they bring it back themselves.
  removed_at     timestamptz,
  -- The mail address told there, sealed: proposed to the person until they answered the question of contact points.
  proposed_mail  bytea,
  constraint linked_identity_key primary key (person_id, provider),
  constraint linked_identity_person foreign key (person_id) references identity.person,
  constraint linked_identity_provider check (provider in ('franceconnect')),
  constraint linked_identity_stands_once unique (found_by)
);

-- What was asked of the provider: each answer must be to one of these, once, in the browser that asked.
create table identity.provider_request (
  -- Hash of the "state" that travels.
  state_hash    bytea not null,
  browser_hash  bytea not null,
  purpose       text  not null,
  -- Who asked, where somebody was signed in.
  person_id     uuid,
  -- The nonce, the PKCE verifier and where the person was going, bound to the state.
  sealed        bytea not null,
  asked_at      timestamptz not null,
  answered_at   timestamptz,
  constraint provider_request_key primary key (state_hash),
  constraint provider_request_person foreign key (person_id) references identity.person,
  constraint provider_request_purpose check (purpose = 'sign in' or person_id is not null)
);
create index provider_request_by_age on identity.provider_request (asked_at);

-- The id_token that a session came in by, sealed: shown to the provider when the person signs out.
create table identity.provider_session (
  person_id   uuid  not null,
  session_id  uuid  not null,
  sealed      bytea not null,
  opened_at   timestamptz not null,
  constraint provider_session_key primary key (person_id, session_id),
  constraint provider_session_person foreign key (person_id) references identity.person
);
create index provider_session_by_age on identity.provider_session (opened_at);
