-- What readers write beside articles and put together. Each row is one reader's alone; an article that is deleted takes them along.

create table note (
  id text primary key,
  reader_id text not null,
  article_id bigint not null references article (id) on delete cascade,
  paragraph integer not null,              -- where the words stood when the note was made, UTF-16 in the paragraph
  span_start integer not null,
  span_end integer not null,
  exact text not null,                     -- the words, and what stood around them: how they are found again
  prefix text not null,
  suffix text not null,
  body text not null,                      -- what the reader wrote; empty for a highlight alone
  tags text not null,                      -- each between two line ends
  found_by text not null,                  -- all of it in lower case and simplified characters
  created_at bigint not null,
  changed_at bigint not null
);
create index note_reader on note (reader_id, created_at);
create index note_article on note (article_id, reader_id);

create table collection (
  id text primary key,
  reader_id text not null,
  name text not null,
  created_at bigint not null,
  unique (reader_id, name)
);

create table collection_article (
  collection_id text not null references collection (id) on delete cascade,
  article_id bigint not null references article (id) on delete cascade,
  added_at bigint not null,
  primary key (collection_id, article_id)
);
create index collection_article_article on collection_article (article_id);

-- Whoever gets the name of an account that was removed finds nothing of its reader's.
create function account_left() returns trigger language plpgsql as $$
begin
  delete from note where reader_id = old.name;
  delete from collection where reader_id = old.name;
  delete from reader_mark where reader_id = old.name;
  delete from reader_moment where reader_id = old.name;
  return null;
end;
$$;
create trigger account_left after delete on account for each row execute function account_left();
