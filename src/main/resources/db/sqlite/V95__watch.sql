-- What readers want to be told of, and what became of telling them. Each row is one reader's alone. Times are
-- milliseconds since 1970 in UTC.

-- Where a reader is told.
create table watch_channel (
  id text primary key,
  reader_id text not null,
  kind text not null,                      -- webhook, mail, ntfy, apprise, feishu, wecom, dingtalk
  address text not null,
  secret text not null,                    -- what it is signed with, or a token; may be empty
  secret_before text not null,             -- the one in use until secret_until; may be empty
  secret_until integer not null,
  stopped text not null,                   -- why nothing is sent there any more; empty while it is
  created_at integer not null
) without rowid;
create index watch_channel_reader on watch_channel (reader_id, created_at);

create table watch_rule (
  id text primary key,
  reader_id text not null,
  name text not null,
  scope text not null,                     -- everything, topic, query, source, entry
  subject text not null,                   -- the topic, the query, the source's name, the entry's id
  told_of text not null,                   -- article.created, figure.outside ... with commas between
  outside text not null,                   -- percent, as a decimal; empty unless it is about figures outside
  languages text not null,                 -- tags with commas between; empty for any
  schedule text not null,                  -- now, hourly, daily 07:30, weekly mon 07:30
  quiet text not null,                     -- 22:00-07:00; may be empty
  zone text not null,                      -- of the reader's clock
  language text not null,                  -- that the reader is told in
  is_on integer not null,
  created_at integer not null,
  seen integer not null,                   -- the last happening that was looked at
  posted_at integer not null               -- the last message
) without rowid;
create index watch_rule_reader on watch_rule (reader_id, created_at);

create table watch_rule_channel (
  rule_id text not null references watch_rule (id) on delete cascade,
  channel_id text not null references watch_channel (id) on delete cascade,
  token text not null unique,              -- whoever holds it may end it
  primary key (rule_id, channel_id)
) without rowid;
create index watch_rule_channel_channel on watch_rule_channel (channel_id);

-- What goes out together.
create table watch_message (
  id text primary key,
  rule_id text references watch_rule (id) on delete cascade, -- null for a word of the desk's own
  notice text not null,                    -- that word; empty for what a rule found
  made_at integer not null
) without rowid;
create index watch_message_rule on watch_message (rule_id, made_at);

-- What a rule found: each thing once.
create table watch_alert (
  id integer primary key autoincrement,
  rule_id text not null references watch_rule (id) on delete cascade,
  told_by text not null,                   -- what it must not be told of twice by
  found_at integer not null,
  article_id integer references article (id) on delete cascade,
  item text not null,                      -- what is told, as JSON
  message_id text references watch_message (id) on delete cascade, -- null until it goes out
  unique (rule_id, told_by)
);
create index watch_alert_article on watch_alert (article_id);
create index watch_alert_message on watch_alert (message_id);
create index watch_alert_waiting on watch_alert (rule_id, message_id);

-- One message to one place. Written with what it tells of, sent until it is taken.
create table watch_outbox (
  id text primary key,                     -- what a receiver knows it by, however often it is sent
  message_id text not null references watch_message (id) on delete cascade,
  channel_id text not null references watch_channel (id) on delete cascade,
  made_at integer not null,
  due_at integer not null,
  tries integer not null,
  state text not null,                     -- waiting, sent, failed, dropped
  said text not null,                      -- what the last try came to, in words
  ended_at integer                         -- null while it waits
) without rowid;
create index watch_outbox_due on watch_outbox (state, due_at);
create index watch_outbox_message on watch_outbox (message_id);
create index watch_outbox_channel on watch_outbox (channel_id, made_at);

-- Whoever gets the name of an account that was removed finds nothing of its reader's.
create trigger account_left_watch after delete on account
begin
  delete from watch_rule where reader_id = old.name;
  delete from watch_channel where reader_id = old.name;
end;
