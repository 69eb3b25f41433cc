-- A rule can be muted: it finds, and sends nothing of what it found before this moment.
alter table watch_rule add column muted_until integer not null default 0; -- 253402214400000, the year 9999: for good

-- What went out is forgotten after a while; what was found stays. So the message that an alert names may be gone.
create table watch_alert_kept (
  id integer primary key autoincrement,
  rule_id text not null references watch_rule (id) on delete cascade,
  told_by text not null,                   -- what it must not be told of twice by
  found_at integer not null,
  article_id integer references article (id) on delete cascade,
  item text not null,                      -- what is told, as JSON
  message_id text,                         -- null until it goes out; that message may be forgotten
  unique (rule_id, told_by)
);
insert into watch_alert_kept (id, rule_id, told_by, found_at, article_id, item, message_id)
  select id, rule_id, told_by, found_at, article_id, item, message_id from watch_alert;
-- Ids of alerts that were deleted are not used again: whoever listens has heard up to one.
update sqlite_sequence set seq = (select seq from sqlite_sequence where name = 'watch_alert')
  where name = 'watch_alert_kept';
drop table watch_alert;
alter table watch_alert_kept rename to watch_alert;
create index watch_alert_article on watch_alert (article_id);
create index watch_alert_message on watch_alert (message_id);
create index watch_alert_waiting on watch_alert (rule_id, message_id);
create index watch_message_made on watch_message (made_at);
