-- Insured persons and employers: how they ask for their access, and how it is handed over to them (CN-01, CN-04, CN-13).

-- An institution may number its users itself.
alter table identity.identifier drop constraint identifier_kind;
alter table identity.identifier
  add constraint identifier_kind check (kind in ('nir', 'nia', 'provisional', 'insurance', 'employer'));

-- A password handed over to one person is good for a while only; null: until it is ended.
alter table identity.old_password add column until_at timestamptz;

create schema contributions;

-- Somebody asks for an access. Until an agent hands it over nobody has an account; what was told goes once it is decided.
create table contributions.access_request (
  request_id   uuid not null,
  -- Of the browser that asks: it opens nowhere else.
  secret_hash  bytea not null,
  kind         text not null,
  state        text not null default 'draft',
  -- What the person will be known by: what they sign before there is an account is theirs already.
  person_id    uuid not null,
  -- Everything told, bound to the request's id.
  sealed       bytea,
  -- HMAC of the number told.
  found_by     bytea,
  -- What the institution's register said of it.
  fits         text,
  -- What the person reads out on the phone.
  case_number  text,
  changed_at   timestamptz not null,
  sent_at      timestamptz,
  decided_at   timestamptz,
  decided_by   text,
  -- Why, as the person is told: always said of a refusal.
  reason       text,
  constraint access_request_key primary key (request_id),
  constraint access_request_case unique (case_number),
  constraint access_request_kind check (kind in ('insured', 'employer')),
  constraint access_request_state check (state in ('draft', 'sent', 'issued', 'refused')),
  constraint access_request_fits check (fits in ('match', 'mismatch', 'unknown')),
  constraint access_request_sent check (
    (state = 'draft') = (sent_at is null) and (sent_at is null) = (found_by is null)
    and (sent_at is null) = (case_number is null) and (sent_at is null) = (fits is null)
  ),
  constraint access_request_decided check (
    (state in ('issued', 'refused')) = (decided_at is not null) and (decided_at is null) = (decided_by is null)
    and (decided_at is null) = (sealed is not null)
  ),
  constraint access_request_refused_says_why check (state <> 'refused' or reason is not null)
);
create index access_request_waits on contributions.access_request (sent_at, request_id) where state = 'sent';
create index access_request_drafts on contributions.access_request (changed_at) where state = 'draft';
create index access_request_decided_by_age on contributions.access_request (decided_at) where decided_at is not null;

-- A company registered with the institution; its number stands with the account that acts for it.
create table contributions.employer (
  employer_id  uuid not null,
  name         text not null,
  trade_name   text,
  phone        text,
  street       text,
  extra        text,
  postcode     text,
  town         text,
  changed_at   timestamptz not null,
  constraint employer_key primary key (employer_id)
);

-- Who acts for a company, by an account that serves nothing else.
create table contributions.representative (
  employer_id  uuid not null,
  person_id    uuid not null,
  -- What they are there: manager, accountant.
  quality      text not null,
  from_at      timestamptz not null,
  ended_at     timestamptz,
  constraint representative_key primary key (employer_id, person_id),
  constraint representative_employer foreign key (employer_id) references contributions.employer
);
create unique index representative_acts_for_one on contributions.representative (person_id) where ended_at is null;

insert into identity.person_reference (table_name, column_name, moves, why) values
  ('contributions.access_request', 'person_id', false, 'asked and decided under its record'),
  ('contributions.representative', 'person_id', false, 'an account of its own, beside the person''s');
