-- What its owner says of a source beside what V25 knows, what is known of its site, and what came of it week by
-- week. Times are milliseconds since 1970 in UTC.

alter table source add column description text not null default '';   -- what the outlet says of itself
alter table source add column added_by text not null default '';      -- who followed it; empty: whoever runs the desk
alter table source add column muted integer not null default 0;       -- asked, but what comes is no news
alter table source add column language text not null default '';      -- of its articles; empty: as each says
alter table source add column user_agent text not null default '';    -- empty: Assay's own
alter table source add column proxy text not null default '';         -- a name of sources.properties; empty: none
alter table source add column certificates text not null default 'checked';
alter table source add column backfill integer not null default 0;    -- links of a watched page that are taken in at first
alter table source add column reserved_for text not null default 'here'; -- which models may read reserved texts: here, any

alter table source_state add column why text not null default 'start'; -- why it is asked as often as it is
alter table source_state add column crawl_delay_seconds bigint not null default 0;
alter table source_state add column reserved text not null default ''; -- what its site reserves, in its own words
alter table source_state add column delay_seconds bigint;              -- median from publication to arrival of the last hundred

-- When a source changed how it stands: what alerts are made of.
create table source_standing (
  source_id integer not null references source (id) on delete cascade,
  at bigint not null,
  standing text not null,
  reason text not null,
  primary key (source_id, at)
);
create index source_standing_at on source_standing (at);

-- An entry whose page cannot be had for now is tried again. What a feed said of an entry that waits is one JSON
-- object from now on; what was kept otherwise is fetched from the page.
update source_entry set text = null;
alter table source_entry add column tries integer not null default 0;
alter table source_entry add column retry_at bigint not null default 0;
create index source_entry_state on source_entry (source_id, state);
create index source_entry_taken on source_entry (source_id, taken_at) where state = 'taken';

-- What came of a source in each week.
create table source_week (
  source_id integer not null references source (id) on delete cascade,
  monday integer not null,                 -- days since 1970
  taken integer not null,
  refused integer not null,
  full_text integer not null,              -- of those taken: the text of the page, of the feed, a part, a summary
  feed_text integer not null,
  preview integer not null,
  summary integer not null,
  primary key (source_id, monday)
);
insert into source_week (source_id, monday, taken, refused, full_text, feed_text, preview, summary)
select source_id, taken_at / 86400000 - (taken_at / 86400000 + 3) % 7,
  sum(case when state = 'taken' then 1 else 0 end), sum(case when state = 'refused' then 1 else 0 end),
  sum(case when completeness = 'full' then 1 else 0 end), sum(case when completeness = 'feed_text' then 1 else 0 end),
  sum(case when completeness = 'preview' then 1 else 0 end), sum(case when completeness = 'summary' then 1 else 0 end)
from source_entry where taken_at is not null
group by source_id, taken_at / 86400000 - (taken_at / 86400000 + 3) % 7;

-- Which domains asked to be left alone, and until when: a new process leaves them alone too.
create table domain_pause (
  domain text primary key,
  until bigint not null
);
