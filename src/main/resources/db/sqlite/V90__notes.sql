-- What readers write beside articles and put together. Each row is one reader's alone; an article that is deleted takes them along.

create table note (
  id text primary key,
  reader_id text not null,
  article_id integer not null references article (id) on delete cascade,
  paragraph integer not null,              -- where the words stood when the note was made, UTF-16 in the paragraph
  span_start integer not null,
  span_end integer not null,
  exact text not null,                     -- the words, and what stood around them: how they are found again
  prefix text not null,
  suffix text not null,
  body text not null,                      -- what the reader wrote; empty for a highlight alone
  tags text not null,                      -- each between two line ends
  found_by text not null,                  -- all of it in lower case and simplified characters
  created_at integer not null,
  changed_at integer not null
) without rowid;
create index note_reader on note (reader_id, created_at);
create index note_article on note (article_id, reader_id);

create table collection (
  id text primary key,
  reader_id text not null,
  name text not null,
  created_at integer not null,
  unique (reader_id, name)
) without rowid;

create table collection_article (
  collection_id text not null references collection (id) on delete cascade,
  article_id integer not null references article (id) on delete cascade,
  added_at integer not null,
  primary key (collection_id, article_id)
) without rowid;
create index collection_article_article on collection_article (article_id);

-- Whoever gets the name of an account that was removed finds nothing of its reader's.
create trigger account_left after delete on account
begin
  delete from note where reader_id = old.name;
  delete from collection where reader_id = old.name;
  delete from reader_mark where reader_id = old.name;
  delete from reader_moment where reader_id = old.name;
end;
