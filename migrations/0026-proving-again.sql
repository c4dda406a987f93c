-- A passkey proves again, inside a session, that it is its person (SEC-04); a code is read with all that it rests on (CP-23).

alter table identity.passkey_challenge drop constraint passkey_challenge_purpose;
alter table identity.passkey_challenge
  add constraint passkey_challenge_purpose check (purpose in ('create', 'sign in', 'second step', 'confirm'));

-- Whose codes and tokens they are and which site's, as the tables of consents and of sites' sessions say it too: consent,
-- block and charter are read with a code, and all that somebody holds goes when an alarm closes their access.
alter table connect.artifact add column person_id uuid, add column site text;
create index artifact_by_person on connect.artifact (person_id, site) where person_id is not null;
alter table connect.passing_artifact add column person_id uuid, add column site text;
create index passing_artifact_by_person on connect.passing_artifact (person_id, site) where person_id is not null;
insert into identity.person_reference (table_name, column_name, moves, why) values
  ('connect.artifact', 'person_id', false, 'ended with the sessions'),
  ('connect.passing_artifact', 'person_id', false, 'ended with the sessions');
