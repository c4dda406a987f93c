-- Files that people send (SEC-13), and two ways back into an account: new contact points by the desk, and a forgotten
-- identifier (SEC-02, SEC-04).

create schema uploads;

-- A file belongs to a subject and is only found through it. Its bytes are sealed, bound to subject and file.
create table uploads.file (
  subject      uuid  not null,
  file_id      uuid  not null,
  -- As the person's device called it, cleaned: shown, never a path.
  name         text  not null,
  kind         text  not null,
  size         int4  not null,
  -- Of the bytes before they were sealed: what the journal remembers of a file that is gone.
  sha256       bytea not null,
  sealed       bytea not null,
  received_at  timestamptz not null,
  constraint file_key primary key (subject, file_id),
  constraint file_kind check (kind in ('pdf', 'jpeg', 'png')),
  constraint file_size check (size between 1 and 10485760)
);
-- Sealed bytes do not compress: PostgreSQL need not try.
alter table uploads.file alter column sealed set storage external;

-- Who lost their mail address and mobile says who they are, and gives a new contact point. As for a forgotten password,
-- rows are written for identifiers nobody has too (SEC-02).
create table identity.lost_contact (
  found_by         bytea not null,
  lost_contact_id  uuid  not null,
  -- Of the browser that asks: nothing goes on elsewhere.
  secret_hash      bytea not null,
  -- What was told of the person, sealed, bound to this row.
  sealed           bytea not null,
  asked_at         timestamptz not null,
  -- The request this led to.
  request_id       uuid,
  constraint lost_contact_key primary key (found_by, lost_contact_id)
);
create index lost_contact_by_age on identity.lost_contact (asked_at);

-- The codes that prove the new contact point, each bound to its row.
create table identity.lost_contact_code (
  found_by         bytea not null,
  lost_contact_id  uuid  not null,
  number           int   not null,
  kind             text  not null,
  -- HMAC of the contact point: codes sent to one are counted whoever asks for them.
  contact_key      bytea not null,
  -- The contact point, sealed.
  sealed           bytea not null,
  hashed           bytea not null,
  sent_at          timestamptz not null,
  tries            int   not null default 0,
  used_at          timestamptz,
  constraint lost_contact_code_key primary key (found_by, lost_contact_id, number),
  constraint lost_contact_code_way foreign key (found_by, lost_contact_id)
    references identity.lost_contact on delete cascade,
  constraint lost_contact_code_kind check (kind in ('mail', 'mobile'))
);
create index lost_contact_code_by_contact on identity.lost_contact_code (contact_key, sent_at);
create index lost_contact_code_by_day on identity.lost_contact_code (found_by, sent_at);

-- What waits for an agent of the desk.
create table identity.desk_request (
  found_by      bytea not null,
  request_id    uuid  not null,
  -- What the person reads out on the phone.
  case_number   text  not null,
  -- Null where nobody has the identifier told.
  person_id     uuid,
  -- What was told, and the new contact point, sealed, bound to the request.
  sealed        bytea not null,
  asked_at      timestamptz not null,
  state         text  not null default 'open',
  -- Why the agent decided so; told to the person where the request is refused.
  reason        text,
  decided_by    text,
  decided_at    timestamptz,
  -- When the new contact point vouches for the person: later than decided_at where an old one may object.
  opens_at      timestamptz,
  constraint desk_request_key primary key (found_by, request_id),
  constraint desk_request_stands_once unique (request_id),
  constraint desk_request_case_number unique (case_number),
  constraint desk_request_person foreign key (person_id) references identity.person,
  constraint desk_request_state check (state in ('open', 'accepted', 'refused')),
  constraint desk_request_decided check (
    (state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)
    and (decided_at is null) = (reason is null)),
  constraint desk_request_opens check ((state = 'accepted') = (opens_at is not null))
);
create index desk_request_waiting on identity.desk_request (asked_at, request_id) where state = 'open';
create index desk_request_by_end on identity.desk_request (decided_at) where state <> 'open';

-- How often a forgotten identifier was asked for in a day, by name and birth date, of persons who exist or not (SEC-02).
create table identity.identifier_reminder (
  found_by  bytea not null,
  day       date  not null,
  times     int   not null,
  constraint identifier_reminder_key primary key (found_by, day)
);
create index identifier_reminder_by_age on identity.identifier_reminder (day);
