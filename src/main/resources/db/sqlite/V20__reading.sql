-- What each reader has read and starred. Only what was touched has a row; of all else a moment tells.

alter table article add column arrived_at integer not null default 0; -- when its first text was fetched
update article
set arrived_at = coalesce((select min(fetched_at) from revision where revision.article_id = article.id), fetched_at);
create index article_arrival on article (arrived_at, id) where canonical_id = id;
create index article_source on article (source, arrived_at);

-- The moments of each reader; no row for one who never said or looked.
create table reader_moment (
  reader_id text primary key,
  read_until integer not null default -1,  -- what arrived up to then is read, unless its mark says else
  looked_at integer,                       -- when the first page was opened last
  news_since integer                       -- when it was last looked at in the visit before
) without rowid;

-- Read or not is said of an article that stands for its group; a star stands on any.
create table reader_mark (
  reader_id text not null,
  article_id integer not null references article (id) on delete cascade,
  read integer,                            -- 1 read, 0 kept unread, null as read_until says
  starred_at integer,
  primary key (reader_id, article_id)
) without rowid;
create index reader_mark_article on reader_mark (article_id);
create index reader_mark_star on reader_mark (reader_id, starred_at, article_id) where starred_at is not null;

-- A text that was read stays read when an earlier copy of it turns up and stands for the group.
create trigger reader_mark_regrouped after update of canonical_id on article
when new.canonical_id <> new.id and old.canonical_id <> new.canonical_id
begin
  insert into reader_mark (reader_id, article_id, read)
  select moment.reader_id, new.canonical_id, 1
  from reader_moment as moment
  left join reader_mark as mark on mark.reader_id = moment.reader_id and mark.article_id = new.id
  where old.canonical_id = new.id and coalesce(mark.read, new.arrived_at <= moment.read_until)
  on conflict (reader_id, article_id) do update set read = coalesce(reader_mark.read, 1);
end;
