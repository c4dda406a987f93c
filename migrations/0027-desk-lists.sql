-- What the desk's lists are read by, the oldest first, whosever office asks.

-- Each kind of task is a list of its own: an office that waits for one walks past no other.
create index desk_task_waits_by_kind on households.desk_task (kind, made_at, task_id) where state = 'open';
drop index households.desk_task_waits;

-- Merges that can still be undone, the last first, among all that were ever done.
create index merge_done on identity.merge (decided_at) where state = 'merged';
