-- What is followed, when it is due, and what it named. Times are milliseconds since 1970 in UTC.

-- A source keeps its number for life, also when it is followed again after it was removed.
create table source (
  id integer primary key,
  kind text not null,                      -- feed, sitemap, page, folder
  address text not null unique,            -- canonical http(s) address, or absolute path
  title text not null,
  site text not null,                      -- address of the outlet's own page; may be empty
  folder text not null,                    -- where its owner files it: A/B; may be empty
  every_minutes integer,                   -- as its owner wants it; null: as it publishes
  text_from text not null,                 -- auto, page, feed
  skip text not null,                      -- a line each: words in a title or an address that are not wanted
  select_links text not null,              -- of a watched page: CSS of the links that count; may be empty
  permission text not null,                -- who allowed what robots.txt does not, and when; may be empty
  paused integer not null,
  added_at integer not null,
  removed_at integer                       -- null while it is followed
);

-- Addresses that a source had before it moved for good.
create table source_address (
  address text primary key,
  source_id integer not null references source (id) on delete cascade,
  until integer not null
) without rowid;

-- When a source is due, and how it is.
create table source_state (
  source_id integer primary key references source (id) on delete cascade,
  due_at integer not null,
  every_seconds integer not null,
  failures real not null,                  -- in a row, weighed
  standing text not null,
  since integer not null,                  -- since when it stands so
  reason text not null,                    -- why it failed, or was mended, for a person
  status integer not null,                 -- of HTTP; 0 if nobody answered
  asked_at integer,
  answered_at integer,
  changed_at integer,
  new_at integer,
  etag text,                               -- byte for byte as the server wrote it
  last_modified text,
  body_hash text not null,
  whole_at integer,                        -- last answer with a body
  moved_to text,                           -- where it says it has moved for good
  moved_since integer
);
create index source_state_due on source_state (due_at);

-- The last rounds of each source.
create table source_round (
  source_id integer not null references source (id) on delete cascade,
  at integer not null,
  word text not null,                      -- unchanged, listed, or the standing after a failure
  status integer not null,
  entries integer not null,
  fresh integer not null,
  bytes integer not null,
  millis integer not null,
  primary key (source_id, at)
) without rowid;

-- What sources named, and what became of it. What waits outlives the process.
create table source_entry (
  source_id integer not null references source (id) on delete cascade,
  address text not null,                   -- canonical; a path of a watched folder
  guid text not null,                      -- the feed's own name for it; of a file its time and size
  title text not null,
  published_at integer,
  text text,                               -- the feed's own text, while the entry waits
  first_seen integer not null,
  last_seen integer not null,
  state text not null,                     -- waiting, taken, refused, skipped, before
  reason text,
  taken_at integer,
  article_id integer,
  completeness text,                       -- full, feed_text, preview, summary
  primary key (source_id, address)
) without rowid;
create index source_entry_waiting on source_entry (source_id, first_seen) where state = 'waiting';
create index source_entry_guid on source_entry (source_id, guid);
create index source_entry_article on source_entry (article_id);
