-- What a reader said of copies; kept whatever is derived anew. And where articles say that they come from.

-- Articles with one fold_id are one text, by the reader's word.
create table hand_fold (
  article_id integer primary key references article (id) on delete cascade,
  fold_id integer not null,
  made_at integer not null
);
create index hand_fold_set on hand_fold (fold_id);

-- Two articles that are not one text, by the reader's word; first_id is the smaller.
create table hand_apart (
  first_id integer not null references article (id) on delete cascade,
  second_id integer not null references article (id) on delete cascade,
  made_at integer not null,
  primary key (first_id, second_id)
) without rowid;
create index hand_apart_second on hand_apart (second_id);

-- The agency or outlet that an article's text names as its origin; no row if it names none.
create table origin (
  article_id integer primary key references article (id) on delete cascade,
  name text not null,
  kind text not null,                      -- wire or syndicated
  mark text not null                       -- the words that say so
);
