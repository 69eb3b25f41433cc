-- How long each text was seen. A text is seen from fetched_at on.

alter table article add column seen_until integer;      -- null: only once, at fetched_at
alter table revision add column seen_until integer;

-- Articles that are asked for again, to see whether their source changed them.
create table recheck (
  article_id integer primary key references article (id) on delete cascade,
  address text not null,
  first_at integer not null,               -- when it was first fetched
  step integer not null,                   -- how often it was asked for again
  due_at integer not null,
  etag text,
  last_modified text
);
create index recheck_due on recheck (due_at);
