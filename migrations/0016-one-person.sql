-- One person, one record: a number that becomes known, records that turn out to be one person's, and the way back.

-- Where the database speaks of a person, and what becomes of it when two records are merged. Each migration that adds such
-- a column adds its line.
create table identity.person_reference (
  table_name   text not null,
  column_name  text not null,
  moves        bool not null,
  why          text not null,
  constraint person_reference_key primary key (table_name, column_name)
);
insert into identity.person_reference (table_name, column_name, moves, why) values
  ('identity.account', 'person_id', true, 'the way in, where the kept record has none'),
  ('identity.contact_point', 'person_id', true, 'where the person is reached'),
  ('identity.notice_address', 'person_id', true, 'where the person is reached'),
  ('identity.linked_identity', 'person_id', true, 'another way in'),
  ('identity.address', 'person_id', true, 'where the person lives, unless the kept record says'),
  ('identity.civil_status', 'person_id', true, 'what the register says, unless the kept record says'),
  ('identity.old_password', 'person_id', true, 'opens the first sign-in'),
  ('identity.block', 'person_id', true, 'a closed access stays closed'),
  ('identity.password_campaign_person', 'person_id', true, 'asked of the person'),
  ('charters.answer', 'person_id', true, 'what the person accepted'),
  ('charters.seen', 'person_id', true, 'what the person was told'),
  ('connect.consent', 'person_id', true, 'what the person agreed to'),
  ('connect.site_session', 'person_id', false, 'ended with the sessions'),
  ('households.member', 'person_id', true, 'the files they are part of'),
  ('households.entitlement', 'person_id', true, 'their rights'),
  ('households.delegation', 'from_person', true, 'their acts'),
  ('households.delegation', 'to_person', true, 'their acts'),
  ('households.delegation_answer', 'person_id', true, 'their acts'),
  ('households.separation', 'declared_by', true, 'their acts'),
  ('households.separation', 'spouse_id', true, 'their couple'),
  ('households.death', 'person_id', true, 'what happened to them'),
  ('households.guardianship', 'guardian_person', true, 'their duties'),
  ('households.guardianship', 'protected_person', true, 'their protection'),
  ('households.protection_measure', 'person_id', true, 'their protection'),
  ('households.desk_task', 'person_id', true, 'what is to be done for them'),
  ('claims.claim', 'person_id', true, 'what they asked for'),
  ('identity.person', 'person_id', false, 'the record itself'),
  ('identity.identifier', 'person_id', false, 'sealed to its record; set aside with it'),
  ('identity.passkey', 'person_id', false, 'the device knows it by the record'),
  ('identity.trusted_device', 'person_id', false, 'the browser knows it by the record'),
  ('identity.session', 'person_id', false, 'ended'),
  ('identity.kept_input', 'person_id', false, 'sealed to its record, gone in an hour'),
  ('identity.code', 'person_id', false, 'gone in minutes'),
  ('identity.second_step_code', 'person_id', false, 'gone in minutes'),
  ('identity.contact_change', 'person_id', false, 'may still be objected to under its record'),
  ('identity.recovery', 'person_id', false, 'gone in an hour'),
  ('identity.provider_request', 'person_id', false, 'gone in minutes'),
  ('identity.provider_session', 'person_id', false, 'ended with its session'),
  ('identity.alarm', 'person_id', false, 'told under its record'),
  ('identity.desk_request', 'person_id', false, 'decided under its record'),
  ('claims.draft', 'person_id', false, 'sealed to its record');

-- Two records said to be one person's. Two agents agree before anything moves.
create table identity.merge (
  kept_person    uuid not null,
  merge_id       uuid not null,
  merged_person  uuid not null,
  state          text not null,
  proposed_by    text not null,
  proposed_at    timestamptz not null,
  seconded_by    text,
  decided_by     text,
  decided_at     timestamptz,
  reason         text,
  undone_by      text,
  undone_at      timestamptz,
  constraint merge_key primary key (kept_person, merge_id),
  constraint merge_of_two check (kept_person <> merged_person),
  constraint merge_state check (state in ('proposed', 'merged', 'refused', 'undone'))
);
create unique index merge_proposed_once on identity.merge (merged_person) where state in ('proposed', 'merged');
create unique index merge_by_id on identity.merge (merge_id);
create index merge_by_state on identity.merge (state, proposed_at);

-- What a merge moved or set aside: enough to put it back.
create table identity.merge_step (
  kept_person  uuid  not null,
  merge_id     uuid  not null,
  number       int   not null,
  table_name   text  not null,
  column_name  text  not null,
  -- The row's key as it stands after the move; of an identifier set aside, the whole row.
  key          jsonb not null,
  constraint merge_step_key primary key (kept_person, merge_id, number)
);
insert into identity.person_reference (table_name, column_name, moves, why) values
  ('identity.merge', 'kept_person', false, 'the history of records'),
  ('identity.merge', 'merged_person', false, 'the history of records'),
  ('identity.merge_step', 'kept_person', false, 'the history of records');

-- Moves what speaks of one person to another, and notes each row. A row that the other has already stays where it is.
create function identity.move_person(merge uuid, from_person uuid, to_person uuid) returns void language plpgsql as $$
declare
  reference record;
  place tid;
  moved jsonb;
  key_columns text[];
  steps int := 0;
begin
  for reference in select * from identity.person_reference where moves order by table_name, column_name loop
    select array_agg(a.attname) into key_columns from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
      where i.indrelid = reference.table_name::regclass and i.indisprimary;
    for place in execute format('select ctid from %s where %I = $1', reference.table_name, reference.column_name)
      using from_person loop
      begin
        execute format('update %s t set %I = $1 where ctid = $2 returning to_jsonb(t)',
          reference.table_name, reference.column_name) into moved using to_person, place;
        steps := steps + 1;
        insert into identity.merge_step (kept_person, merge_id, number, table_name, column_name, key)
          values (to_person, merge, steps, reference.table_name, reference.column_name,
            (select jsonb_object_agg(name, moved -> name) from unnest(key_columns) name));
      exception when unique_violation or foreign_key_violation or check_violation then null;
      end;
    end loop;
  end loop;
end
$$;

-- Puts back what a merge moved; what was changed since keeps its changes.
create function identity.move_person_back(merge uuid, kept uuid, merged uuid) returns void language plpgsql as $$
declare
  step record;
  matching text;
begin
  for step in select * from identity.merge_step where kept_person = kept and merge_id = merge
    and table_name <> 'identity.identifier' order by number desc loop
    select string_agg(format('to_jsonb(t) -> %L = $2 -> %L', name, name), ' and ') into matching
      from jsonb_object_keys(step.key) name;
    begin
      execute format('update %s t set %I = $1 where %s', step.table_name, step.column_name, matching)
        using merged, step.key;
    exception when unique_violation then null;
    end;
  end loop;
end
$$;

-- Two records that look like one person's: for agents alone, never shown to the public.
create table identity.possible_duplicate (
  person_id     uuid not null,
  other_person  uuid not null,
  likeness      text not null,
  found_at      timestamptz not null,
  settled_at    timestamptz,
  settled_by    text,
  constraint possible_duplicate_key primary key (person_id, other_person),
  constraint possible_duplicate_likeness check (likeness in ('same name', 'near spelling')),
  constraint possible_duplicate_order check (person_id < other_person)
);
create index possible_duplicate_open on identity.possible_duplicate (found_at) where settled_at is null;
insert into identity.person_reference (table_name, column_name, moves, why) values
  ('identity.possible_duplicate', 'person_id', false, 'about records'),
  ('identity.possible_duplicate', 'other_person', false, 'about records');
