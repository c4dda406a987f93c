-- Signing people in to the institution's other sites and its app (CP-23): who agreed to what, and what was issued.

create schema connect;

-- What a person agreed that a site be told, once for each site; an end is kept.
create table connect.consent (
  person_id  uuid not null,
  site       text not null,
  given_at   timestamptz not null,
  scopes     text[] not null,
  ended_at   timestamptz,
  constraint consent_key primary key (person_id, site, given_at)
);
create unique index consent_runs_once on connect.consent (person_id, site) where ended_at is null;

-- The sessions that sites keep of a person, each under the session here that opened it: ended with it.
create table connect.site_session (
  person_id    uuid  not null,
  site         text  not null,
  -- How the site calls its session.
  sid          text  not null,
  -- The session here.
  session_id   uuid  not null,
  -- Under which address of ours the site knows us, and the library's name for the browser's session.
  issuer       text  not null,
  browser_uid  text  not null,
  began_at     timestamptz not null,
  ended_at     timestamptz,
  constraint site_session_key primary key (person_id, site, sid)
);

-- Browser sessions, grants and refresh tokens of the protocol, by the hash of what was handed out: a copy of the table
-- opens nothing. Spread by that hash.
create table connect.artifact (
  id           bytea not null,
  kind         text  not null,
  sealed       bytea not null,
  grant_id     bytea,
  uid          bytea,
  consumed_at  timestamptz,
  expires_at   timestamptz not null,
  constraint artifact_key primary key (id, kind)
);
create index artifact_by_grant on connect.artifact (grant_id) where grant_id is not null;
create index artifact_by_uid on connect.artifact (uid) where uid is not null;
create index artifact_by_end on connect.artifact (expires_at);

-- The same for what lives minutes: codes, access tokens, interactions. Not written ahead: after a crash a site asks again,
-- and the person's session here answers for them.
create unlogged table connect.passing_artifact (like connect.artifact including all);

-- What signs identity tokens; a retired key stays public until no token signed with it lives.
create table connect.signing_key (
  key_id      text  not null,
  sealed      bytea not null,
  made_at     timestamptz not null,
  retired_at  timestamptz,
  constraint signing_key_key primary key (key_id)
);
create unique index signing_key_signs_alone on connect.signing_key ((true)) where retired_at is null;
