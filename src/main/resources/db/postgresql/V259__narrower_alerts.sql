-- What else a rule passes over: articles of another kind, and what fewer sources tell.
alter table watch_rule add column kinds text not null default '';             -- words with commas between; empty for any
alter table watch_rule add column least_sources integer not null default 1;  -- independent ones
