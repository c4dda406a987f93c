-- How somebody nobody knew becomes a person with an account and, by claiming, a holder (CP-10 to CP-13, MC-15).

-- A waiting number signs in until the social-security number is given.
alter table identity.identifier drop constraint identifier_kind;
alter table identity.identifier
  add constraint identifier_kind check (kind in ('nir', 'nia', 'provisional'));

-- Where a person lives, from when; one address at a time is in use.
create table identity.address (
  person_id    uuid not null,
  address_id   uuid not null,
  street       text not null,
  -- Building, floor, who has the letter box.
  extra        text,
  postcode     text,
  town         text not null,
  -- ISO 3166.
  country      text not null,
  from_date    date not null,
  given_at     timestamptz not null,
  replaced_at  timestamptz,
  constraint address_key primary key (person_id, address_id),
  constraint address_person foreign key (person_id) references identity.person
);
create unique index address_is_one on identity.address (person_id) where replaced_at is null;

-- An account being opened: nobody exists yet, so that nothing half-made stands in anyone's way (SEC-02).
create table identity.opening (
  opening_id   uuid  not null,
  -- Of the browser that began it: it opens nowhere else.
  secret_hash  bytea not null,
  -- Everything answered so far, bound to the opening's id.
  sealed       bytea not null,
  changed_at   timestamptz not null,
  -- It led to an account, or to the one there was.
  ended_at     timestamptz,
  constraint opening_key primary key (opening_id)
);
create index opening_by_age on identity.opening (changed_at);

-- Codes sent to contact points of nobody yet. It leads with the contact point's index: however many openings name it,
-- it is written to no more than one account would (SEC-03).
create table identity.opening_code (
  found_by     bytea not null,
  opening_id   uuid  not null,
  number       int   not null,
  hashed       bytea not null,
  sent_at      timestamptz not null,
  tries        int   not null default 0,
  used_at      timestamptz,
  replaced_at  timestamptz,
  constraint opening_code_key primary key (found_by, opening_id, number)
);
create index opening_code_by_opening on identity.opening_code (opening_id, sent_at);
create index opening_code_by_age on identity.opening_code (sent_at);

-- What is asked about somebody told of by name and birth date, by the index of these, whether they are somebody's or not:
-- counted, so that nobody can try people out (CP-13, SEC-02).
create table identity.ask (
  found_by  bytea not null,
  ask_id    uuid  not null,
  asked_at  timestamptz not null,
  constraint ask_key primary key (found_by, ask_id)
);
create index ask_by_age on identity.ask (asked_at);

create schema claims;

-- What a signed-in person answered so far, for them alone.
create table claims.draft (
  person_id   uuid  not null,
  kind        text  not null,
  sealed      bytea not null,
  changed_at  timestamptz not null,
  constraint draft_key primary key (person_id, kind)
);
create index draft_by_age on claims.draft (changed_at);

create table claims.claim (
  file_id       uuid  not null,
  claim_id      uuid  not null,
  -- What the person quotes when they call.
  claim_number  text  not null,
  kind          text  not null,
  -- Who made the claim, in their own name (MC-07).
  person_id     uuid  not null,
  answers       json  not null,
  sent_at       timestamptz not null,
  -- The sworn statement as it was read and signed (MC-11).
  language      text  not null,
  statement     bytea not null,
  constraint claim_key primary key (file_id, claim_id),
  constraint claim_number_stands_once unique (claim_number)
);
create index claim_by_person on claims.claim (person_id, sent_at);
