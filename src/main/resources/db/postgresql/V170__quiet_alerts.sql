-- A rule can be muted: it finds, and sends nothing of what it found before this moment.
alter table watch_rule add column muted_until bigint not null default 0; -- 253402214400000, the year 9999: for good

-- What went out is forgotten after a while; what was found stays. So the message that an alert names may be gone.
alter table watch_alert drop constraint watch_alert_message_id_fkey;
create index watch_message_made on watch_message (made_at);
