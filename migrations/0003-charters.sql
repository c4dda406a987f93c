-- The texts that gate access, and who answered what to which version (MC-02, MC-04).

create schema charters;

create table charters.version (
  charter   text  not null,
  version   date  not null,
  language  text  not null,
  sha256    bytea not null,
  constraint version_key primary key (charter, version, language)
);

create table charters.answer (
  person_id    uuid  not null,
  charter      text  not null,
  version      date  not null,
  answered_at  timestamptz not null,
  language     text  not null,
  accepted     bool  not null,
  constraint answer_key primary key (person_id, charter, version, answered_at, accepted),
  constraint answer_version foreign key (charter, version, language) references charters.version
);
-- One acceptance stands for a version, however often the button was pressed.
create unique index answer_accepted_once on charters.answer (person_id, charter, version) where accepted;
