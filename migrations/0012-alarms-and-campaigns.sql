-- Access closed and opened again: alarms people raise (CN-09), how blocks ended (MC-14), campaigns for new passwords
-- (MC-13).

-- A block ends once: lifted by somebody, replaced by a newer one of its kind, or over at its own end.
alter table identity.block
  add column ended_as text,
  add column lift_reason text,
  add constraint block_ended_as check (ended_as in ('lifted', 'replaced', 'over')),
  add constraint block_ends_somehow check ((lifted_at is null) = (ended_as is null));

-- What people report of their credentials. It leads with the identifier's index, as the tries do: numbers nobody has are
-- written down too, so that all answer alike (SEC-02). Who gave no number stands under an index of the report's own.
create table identity.alarm (
  found_by       bytea not null,
  alarm_id       uuid  not null,
  -- Of the form: a double click raises one alarm, and only the browser that raised it reads what followed.
  secret_hash    bytea not null,
  person_id      uuid,
  -- What the person reads out on the phone.
  case_number    text  not null,
  kind           text  not null,
  -- "session", "birth date", or null: nothing proves who reports.
  proven_by      text,
  -- How the password was asked for, where it was.
  channel        text,
  gave_password  bool  not null default false,
  -- In the person's own words, sealed: people write there what they should not.
  told           bytea,
  since          timestamptz,
  reported_at    timestamptz not null,
  -- The block it placed, if any.
  block_id       uuid,
  constraint alarm_key primary key (found_by, alarm_id),
  constraint alarm_person foreign key (person_id) references identity.person,
  constraint alarm_raised_once unique (secret_hash),
  constraint alarm_case unique (case_number),
  constraint alarm_kind check (kind in ('not-me', 'phone-stolen', 'password-asked')),
  constraint alarm_proven_by check (proven_by in ('session', 'birth date'))
);
create index alarm_by_day on identity.alarm (found_by, reported_at);
create index alarm_by_person on identity.alarm (person_id, reported_at) where person_id is not null;

-- The institution asks for new passwords. A campaign for everybody walks the accounts by id, a bounded number at a time;
-- the cursor tells where it is, whatever stopped it.
create table identity.password_campaign (
  campaign_id  uuid not null,
  -- What people read, of a table of sentences.
  why          text not null,
  -- For agents alone.
  note         text not null,
  asked_by     text not null,
  everybody    bool not null,
  started_at   timestamptz not null,
  -- The last person that was looked at.
  cursor       uuid,
  asked        int  not null default 0,
  finished_at  timestamptz,
  constraint password_campaign_key primary key (campaign_id)
);
create index password_campaign_by_start on identity.password_campaign (started_at);

-- Whom a campaign for some persons is for.
create table identity.password_campaign_person (
  person_id    uuid not null,
  campaign_id  uuid not null,
  constraint password_campaign_person_key primary key (person_id, campaign_id),
  constraint password_campaign_person_person foreign key (person_id) references identity.person,
  constraint password_campaign_person_campaign foreign key (campaign_id) references identity.password_campaign
);
create index password_campaign_person_walk on identity.password_campaign_person (campaign_id, person_id);

alter table identity.account
  -- The campaign that asked, if one did.
  add column password_campaign uuid,
  -- When the person was told by message that a new password is asked for.
  add column password_due_told_at timestamptz;

-- New passwords chosen, counted in parts so that people who choose at the same moment do not wait for each other.
create table identity.password_campaign_done (
  campaign_id  uuid not null,
  part         int  not null,
  done         int  not null,
  constraint password_campaign_done_key primary key (campaign_id, part)
);

-- Whichever way a new password comes, it answers the campaign that asked.
create function identity.answer_campaign() returns trigger language plpgsql as $$
begin
  if old.password_campaign is not null then
    insert into identity.password_campaign_done as d (campaign_id, part, done)
    values (old.password_campaign, pg_backend_pid() % 16, 1)
    on conflict on constraint password_campaign_done_key do update set done = d.done + 1;
  end if;
  new.password_campaign := null;
  new.password_due_told_at := null;
  return new;
end
$$;

create trigger account_password_renewed before update of password_due_since on identity.account
  for each row when (old.password_due_since is not null and new.password_due_since is null)
  execute function identity.answer_campaign();
