-- The second wall (SEC-11): whatever a page asks for by mistake, the database hands a signed-in person only what is theirs.
-- Two roles, none of which owns a table. foyer_institution works for the institution: sign-in, desk, jobs. foyer_visitor
-- works for who is signed in: each of its transactions names them (foyer.person) and the civil day (foyer.day).

do $$
declare wanted text;
begin
  foreach wanted in array array['foyer_institution', 'foyer_visitor'] loop
    begin
      execute format('create role %I nologin', wanted);
    exception when duplicate_object or unique_violation then
      null; -- Another institution's database on the same server made it.
    end;
    if not pg_has_role(current_user, wanted, 'set') then
      execute format('grant %I to current_user', wanted);
    end if;
  end loop;
end
$$;

create schema wall;
grant usage on schema wall to foyer_visitor, foyer_institution;

-- Who is signed in; null for nobody.
create function wall.person() returns uuid language sql stable as $$
  select nullif(current_setting('foyer.person', true), '')::uuid
$$;

create function wall.day() returns date language sql stable as $$
  select nullif(current_setting('foyer.day', true), '')::date
$$;

-- The persons whom a validated protection decision lets the visitor act for today (MC-06).
create function wall.protected() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(protected_person), '{}') from households.guardianship
  where guardian_person = wall.person() and state = 'validated'
    and from_date <= wall.day() and (until_date is null or until_date > wall.day())
$$;

-- The files the visitor is part of today, and those of the persons they protect.
create function wall.files() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct file_id), '{}') from households.member
  where person_id = any (array(
      select wall.person() union all
      select protected_person from households.guardianship
      where guardian_person = wall.person() and state = 'validated'
        and from_date <= wall.day() and (until_date is null or until_date > wall.day())))
    and from_date <= wall.day() and (until_date is null or until_date > wall.day())
$$;

-- Who is in those files beside the visitor, whom the visitor protects and who protects them: their names are shown. One
-- statement that calls no other function: pages ask it often.
create function wall.companions() returns uuid[] language sql stable security definer set search_path = '' as $$
  with named as materialized (
    select guardian_person, protected_person from households.guardianship
    where (guardian_person = wall.person() or protected_person = wall.person()) and state = 'validated'
      and from_date <= wall.day() and (until_date is null or until_date > wall.day())
  ), own as materialized (
    select file_id from households.member
    where person_id = any (array(
        select wall.person() union all select protected_person from named where guardian_person = wall.person()))
      and from_date <= wall.day() and (until_date is null or until_date > wall.day())
  )
  select coalesce(array_agg(person_id), '{}') from (
    select m.person_id from households.member m
    where m.file_id = any (array(select file_id from own))
      and m.from_date <= wall.day() and (m.until_date is null or m.until_date > wall.day())
    union all
    select unnest(array[guardian_person, protected_person]) from named
  ) around
$$;

-- The employers the visitor represents today (CN-12).
create function wall.employers() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(employer_id), '{}') from contributions.representative
  where person_id = wall.person() and ended_at is null
$$;

-- The structures the visitor works for today (SP-03).
create function wall.structures() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct structure_id), '{}') from partners.post
  where person_id = wall.person() and ended_at is null
$$;

-- What they answer must not hang on what the visitor may read: they read as the institution does.
grant create on schema wall to foyer_institution;
alter function wall.protected() owner to foyer_institution;
alter function wall.files() owner to foyer_institution;
alter function wall.companions() owner to foyer_institution;
alter function wall.employers() owner to foyer_institution;
alter function wall.structures() owner to foyer_institution;
revoke create on schema wall from foyer_institution;

-- Every table: no row for anybody, its owner included, but by a policy; the institution has one for all of them.
do $$
declare named record;
begin
  for named in
    select schemaname as schema, tablename as name from pg_tables
    where schemaname in ('charters', 'claims', 'connect', 'contributions', 'desk', 'households', 'identity', 'journal',
      'partners', 'uploads')
  loop
    execute format('alter table %I.%I enable row level security, force row level security', named.schema, named.name);
    execute format('create policy institution on %I.%I to foyer_institution using (true)', named.schema, named.name);
  end loop;
  for named in
    select unnest(array['charters', 'claims', 'connect', 'contributions', 'desk', 'households', 'identity', 'journal',
      'partners', 'uploads']) as schema
  loop
    execute format('grant usage on schema %I to foyer_institution, foyer_visitor', named.schema);
    execute format('grant select, insert, update, delete on all tables in schema %I to foyer_institution, foyer_visitor',
      named.schema);
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables
      to foyer_institution, foyer_visitor', named.schema);
  end loop;
end
$$;

-- The journal only grows, for them too.
revoke update, delete on journal.entry from foyer_institution, foyer_visitor;

-- Tables whose rows belong to one person, and the column that says to whom.
do $$
declare theirs record;
begin
  for theirs in select * from (values
    ('charters',   'answer',             'person_id'),
    ('charters',   'seen',               'person_id'),
    ('claims',     'claim',              'person_id'),
    ('claims',     'draft',              'person_id'),
    ('connect',    'consent',            'person_id'),
    ('connect',    'site_session',       'person_id'),
    ('contributions', 'representative',  'person_id'),
    ('households', 'chosen_space',       'person_id'),
    ('households', 'guardianship_deposit', 'guardian_person'),
    ('households', 'guardianship_draft', 'person_id'),
    ('identity',   'account',            'person_id'),
    ('identity',   'address',            'person_id'),
    ('identity',   'block',              'person_id'),
    ('identity',   'civil_status',       'person_id'),
    ('identity',   'code',               'person_id'),
    ('identity',   'contact_change',     'person_id'),
    ('identity',   'contact_point',      'person_id'),
    ('identity',   'identifier',         'person_id'),
    ('identity',   'kept_input',         'person_id'),
    ('identity',   'linked_identity',    'person_id'),
    ('identity',   'notice_address',     'person_id'),
    ('identity',   'old_password',       'person_id'),
    ('identity',   'passkey',            'person_id'),
    ('identity',   'provider_session',   'person_id'),
    ('identity',   'second_step_code',   'person_id'),
    ('identity',   'session',            'person_id'),
    ('identity',   'trusted_device',     'person_id'),
    ('journal',    'chain_end',          'subject'),
    ('journal',    'entry',              'subject')
  ) as one(schema, name, whose)
  loop
    execute format('create policy own on %I.%I to foyer_visitor using (%I = (select wall.person()))',
      theirs.schema, theirs.name, theirs.whose);
  end loop;
end
$$;

-- Tables whose rows belong to a household file: to read, for those who are part of it today. What changes them is an act
-- that concerns others too, which the institution does for the visitor.
do $$
declare about text;
begin
  foreach about in array array['file', 'member', 'entitlement', 'delegation', 'delegation_answer', 'separation'] loop
    execute format('create policy household on households.%I for select to foyer_visitor
      using (file_id = any ((select wall.files())::uuid[]))', about);
  end loop;
end
$$;
create policy household on claims.claim for select to foyer_visitor using (file_id = any ((select wall.files())::uuid[]));

-- Names of those one lives with, protects or is protected by.
create policy around on identity.person for select to foyer_visitor
  using (person_id = (select wall.person()) or person_id = any ((select wall.companions())::uuid[]));

-- Decisions that name them as guardian, or as the person protected.
create policy named on households.guardianship for select to foyer_visitor
  using (guardian_person = (select wall.person()) or protected_person = (select wall.person()));

-- The documents of the decisions they deposit: the policies of drafts and deposits say which are theirs.
create policy deposited on uploads.file to foyer_visitor using (subject in (
  select deposit_id from households.guardianship_draft union all select proof_id from households.guardianship_draft
  union all select deposit_id from households.guardianship_deposit
  union all select proof_id from households.guardianship_deposit));

-- What they reported, to read again (CN-09).
create policy own on identity.alarm for select to foyer_visitor using (person_id = (select wall.person()));

-- What a representative sees of the employer, and a partner of the structure.
create policy represented on contributions.employer for select to foyer_visitor
  using (employer_id = any ((select wall.employers())::uuid[]));
do $$
declare about text;
begin
  foreach about in array array['structure', 'service', 'post', 'suspension', 'naming'] loop
    execute format('create policy structure on partners.%I for select to foyer_visitor
      using (structure_id = any ((select wall.structures())::uuid[]))', about);
  end loop;
end
$$;

-- Why a new password is asked of them (MC-13).
create policy asked on identity.password_campaign for select to foyer_visitor using (
  campaign_id = (select password_campaign from identity.account where person_id = (select wall.person())));

-- What is public.
create policy everybody on charters.text for select to foyer_visitor using (true);
create policy everybody on charters.version for select to foyer_visitor using (true);
create policy everybody on partners.site_suspension for select to foyer_visitor using (true);
