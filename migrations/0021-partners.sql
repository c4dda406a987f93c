-- Partner structures: who asks for accesses, which services and people have one, and how they close (SP-02 to SP-06).

-- What a partner signs in with is drawn by the institution.
alter table identity.identifier drop constraint identifier_kind;
alter table identity.identifier add constraint identifier_kind
  check (kind in ('nir', 'nia', 'provisional', 'insurance', 'employer', 'partner'));

-- A group of accounts for which the institution asks more, or less, at sign-in (SEC-08).
alter table identity.account add column population text;
alter table identity.account add constraint account_population check (population in ('manager'));

create schema partners;

-- A request being written, in one browser.
create table partners.draft (
  draft_id     uuid  not null,
  secret_hash  bytea not null,
  -- All that was told, bound to the draft's id; emptied once sent.
  sealed       bytea not null,
  changed_at   timestamptz not null,
  -- What the page says once it is sent.
  case_number  text,
  asked_by     uuid,
  constraint draft_key primary key (draft_id)
);
create index draft_by_age on partners.draft (changed_at);

create table partners.structure_request (
  structure_id  uuid not null,
  request_id    uuid not null,
  -- What the person reads out on the phone.
  case_number   text not null,
  name          text not null,
  kind          text not null,
  number_kind   text not null,
  number        text not null,
  street        text not null,
  extra         text,
  postcode      text not null,
  town          text not null,
  -- What the person who asks will be known by: the charter they accepted is theirs already.
  asked_by      uuid not null,
  first_names   text not null,
  last_name     text not null,
  duty          text not null,
  mail          text not null,
  -- Each with its name, its manager's name and mail, and how many people need an access.
  services      json not null,
  language      text not null,
  asked_at      timestamptz not null,
  state         text not null default 'open',
  decided_by    text,
  decided_at    timestamptz,
  reason        text,
  constraint structure_request_key primary key (structure_id, request_id),
  constraint structure_request_by_id unique (request_id),
  constraint structure_request_case unique (case_number),
  constraint structure_request_state check (state in ('open', 'accepted', 'refused')),
  constraint structure_request_decided check (
    (state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)
    and (decided_at is null) = (reason is null)
  )
);
create index structure_request_waits on partners.structure_request (asked_at, request_id) where state = 'open';

create table partners.structure (
  structure_id  uuid not null,
  name          text not null,
  kind          text not null,
  number_kind   text not null,
  number        text not null,
  street        text not null,
  extra         text,
  postcode      text not null,
  town          text not null,
  -- Of the structure's own mail addresses; null where they are a public provider's.
  mail_domain   text,
  opened_at     timestamptz not null,
  ended_at      timestamptz,
  constraint structure_key primary key (structure_id),
  constraint structure_number_kind check (number_kind in ('siret', 'rna'))
);
create unique index structure_stands_once on partners.structure (number_kind, number) where ended_at is null;

create table partners.service (
  structure_id  uuid not null,
  service_id    uuid not null,
  name          text not null,
  opened_at     timestamptz not null,
  ended_at      timestamptz,
  constraint service_key primary key (structure_id, service_id),
  constraint service_by_id unique (service_id),
  constraint service_structure foreign key (structure_id) references partners.structure
);

-- Who works in a service: an act always has a person (SP-03).
create table partners.post (
  structure_id  uuid not null,
  service_id    uuid not null,
  person_id     uuid not null,
  role          text not null,
  -- A person's id, or an agent's.
  named_by      text not null,
  from_at       timestamptz not null,
  ended_at      timestamptz,
  ended_by      text,
  end_reason    text,
  constraint post_key primary key (structure_id, service_id, person_id, from_at),
  constraint post_service foreign key (structure_id, service_id) references partners.service,
  constraint post_role check (role in ('manager', 'colleague')),
  constraint post_ended check ((ended_at is null) = (ended_by is null))
);
create unique index post_is_held_once on partners.post (service_id, person_id) where ended_at is null;
create index post_by_person on partners.post (person_id) where ended_at is null;

-- A service, or a whole structure, closed for a while.
create table partners.suspension (
  structure_id   uuid not null,
  suspension_id  uuid not null,
  -- Null: every service.
  service_id     uuid,
  reason         text not null,
  placed_by      text not null,
  placed_at      timestamptz not null,
  until_at       timestamptz,
  lifted_by      text,
  lifted_at      timestamptz,
  constraint suspension_key primary key (structure_id, suspension_id),
  constraint suspension_structure foreign key (structure_id) references partners.structure,
  constraint suspension_lifted check ((lifted_at is null) = (lifted_by is null))
);
create unique index suspension_runs_once on partners.suspension (structure_id, coalesce(service_id, structure_id))
  where lifted_at is null;

-- A colleague to be, whose mail address is not the structure's: it waits for its code (SP-04).
create table partners.naming (
  structure_id  uuid  not null,
  service_id    uuid  not null,
  naming_id     uuid  not null,
  named_by      uuid  not null,
  -- Name and mail address, bound to the naming's id.
  sealed        bytea not null,
  named_at      timestamptz not null,
  done_at       timestamptz,
  constraint naming_key primary key (structure_id, service_id, naming_id),
  constraint naming_service foreign key (structure_id, service_id) references partners.service
);
create index naming_by_age on partners.naming (named_at);

-- All or part of the site closed for a while, with what is told meanwhile (SP-06).
create table partners.site_suspension (
  part           text not null,
  suspension_id  uuid not null,
  reason         text not null,
  placed_by      text not null,
  from_at        timestamptz not null,
  until_at       timestamptz not null,
  ended_at       timestamptz,
  ended_by       text,
  constraint site_suspension_key primary key (part, suspension_id),
  constraint site_suspension_part check (part in ('all', 'requests')),
  constraint site_suspension_order check (until_at > from_at),
  constraint site_suspension_ended check ((ended_at is null) = (ended_by is null))
);
create unique index site_suspension_runs_once on partners.site_suspension (part) where ended_at is null;

insert into identity.person_reference (table_name, column_name, moves, why) values
  ('partners.draft', 'asked_by', false, 'gone in hours'),
  ('partners.structure_request', 'asked_by', false, 'asked and decided under its record'),
  ('partners.post', 'person_id', false, 'an account of its own, beside the person''s'),
  ('partners.naming', 'named_by', false, 'who named them, under its record');
