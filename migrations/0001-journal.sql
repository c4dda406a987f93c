-- The journal: who did what, when, on whose data and why (SEC-12).
-- One chain per subject, so that it can be spread over machines with the rest of the subject's rows.

create schema journal;

create table journal.entry (
  subject      uuid        not null,
  number       int8        not null,
  happened_at  timestamptz not null,
  actor        text        not null,
  act          text        not null,
  detail       json        not null,
  chained      bytea       not null,
  constraint entry_key primary key (subject, number)
);

-- The end of each chain, so that rows cut off its end are missed.
create table journal.chain_end (
  subject  uuid  not null,
  number   int8  not null,
  chained  bytea not null,
  sealed   bytea not null,
  constraint chain_end_key primary key (subject)
);

create function journal.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal only grows';
end
$$;

create trigger entry_only_grows before update or delete on journal.entry
  for each row execute function journal.refuse_change();
create trigger entry_is_not_emptied before truncate on journal.entry
  for each statement execute function journal.refuse_change();
