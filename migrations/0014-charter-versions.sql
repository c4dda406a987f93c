-- What every announced text said, and the exact proof of who accepted it (MC-03, CN-04).

-- A text under its own digest: the row cannot say anything else.
create table charters.text (
  sha256  bytea not null,
  body    text  not null,
  constraint text_key primary key (sha256),
  constraint text_has_its_digest check (sha256 = pg_catalog.sha256(convert_to(body, 'UTF8')))
);

-- The digests kept so far were of the files, with what only the software needs in them. The next start writes down
-- those of the texts that people read.
alter table charters.version alter column sha256 drop not null;
update charters.version set sha256 = null;
alter table charters.version add constraint version_text foreign key (sha256) references charters.text;

-- What was shown, in which quality the person answered, and the number of the receipt of an acceptance.
alter table charters.answer
  add column sha256   bytea,
  add column quality  text not null default '',
  add column receipt  text,
  add constraint answer_text foreign key (sha256) references charters.text,
  add constraint answer_is_proved check (sha256 is not null and (receipt is not null) = accepted) not valid;
-- A receipt is looked up by its number alone.
create unique index answer_receipt on charters.answer (receipt);

-- Versions that ask for nothing: who was told of them (CN-08, SP-06).
create table charters.seen (
  person_id  uuid  not null,
  charter    text  not null,
  version    date  not null,
  language   text  not null,
  seen_at    timestamptz not null,
  constraint seen_key primary key (person_id, charter, version),
  constraint seen_version foreign key (charter, version, language) references charters.version
);
