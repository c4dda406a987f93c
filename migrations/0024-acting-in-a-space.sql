-- What a guardian writes and sends in the space of a person they protect stands apart, under their name (MC-07, MC-15).
alter table claims.draft add column by_person uuid;
update claims.draft set by_person = person_id;
alter table claims.draft alter column by_person set not null;
alter table claims.draft drop constraint draft_key;
alter table claims.draft add constraint draft_key primary key (person_id, kind, by_person);

-- Who signed the claim: the person, or who represents them.
alter table claims.claim add column sent_by uuid;
update claims.claim set sent_by = person_id;
alter table claims.claim alter column sent_by set not null;

insert into identity.person_reference (table_name, column_name, moves, why) values
  ('claims.draft', 'by_person', false, 'sealed to its record'),
  ('claims.claim', 'sent_by', true, 'what they signed');

-- Behind the second wall, a guardian reads what they wrote and did in the space, and where the person they protect lives.
create policy guarded on claims.draft to foyer_visitor
  using (by_person = (select wall.person()) and person_id = any ((select wall.protected())::uuid[]));
create policy guarded on identity.address for select to foyer_visitor
  using (person_id = any ((select wall.protected())::uuid[]));
create policy guarded on journal.entry for select to foyer_visitor
  using (actor = (select wall.person())::text and subject = any ((select wall.protected())::uuid[]));

-- Two more things that take two agents: an account given to who asked for it, accesses given to a structure (SEC-11).
alter table desk.approval drop constraint approval_kind;
alter table desk.approval add constraint approval_kind
  check (kind in ('accept-request', 'give-nir', 'issue-access', 'accept-structure'));

-- What the nightly tidying of the desk looks for.
create index visit_by_age on desk.visit (opened_at);
create index agent_session_by_age on desk.agent_session (last_seen_at);
create index approval_by_decision on desk.approval (decided_at) where decided_at is not null;
create index agent_by_closing on desk.agent (closed_at) where closed_at is not null;
