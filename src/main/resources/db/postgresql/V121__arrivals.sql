-- What comes by other ways than a feed that is asked. Times are milliseconds since 1970 in UTC.

-- How far each mailbox was read.
create table mailbox (
  source_id integer primary key references source (id) on delete cascade,
  validity bigint not null,                -- when it changes, the mailbox gave its mails new numbers
  uid bigint not null                      -- of the last mail that was taken in
);

-- The sitemaps that an index names.
create table sitemap_part (
  source_id integer not null references source (id) on delete cascade,
  address text not null,
  due_at bigint not null,
  every_seconds bigint not null,
  etag text,
  last_modified text,
  body_hash text not null,
  fresh_at bigint not null,                -- when it last listed something new; at first when it was first seen
  retired integer not null,                -- 1: it says nothing new any more
  primary key (source_id, address)
);

-- Feeds whose hub tells us what is new (WebSub).
create table push (
  source_id integer primary key references source (id) on delete cascade,
  hub text not null,
  topic text not null,                     -- the feed's own address, as its hub knows it
  path text not null unique,               -- random; part of the address that the hub calls
  secret text not null,                    -- random; what it sends is signed with it
  asked_at bigint not null,
  lease_until bigint,                      -- null: not confirmed yet
  delivered_at bigint,
  missed_at bigint                         -- when a poll found what it had not told
);
