-- Sentences that say on which day something happened: what a timeline is made of.
create table dated_sentence (
  article_id bigint not null references article (id) on delete cascade,
  number integer not null,                 -- in the order of the article
  paragraph integer not null,
  span_start integer not null,
  span_end integer not null,
  sentence text not null,
  first_day integer not null,              -- days since 1970 that it is about
  last_day integer not null,
  weight integer not null,                 -- how much speaks for its telling what happened
  seen_from bigint not null,
  primary key (article_id, number)
);

create table dated_sentence_then (
  article_id bigint not null references article (id) on delete cascade,
  number integer not null,
  paragraph integer not null,
  span_start integer not null,
  span_end integer not null,
  sentence text not null,
  first_day integer not null,
  last_day integer not null,
  weight integer not null,
  seen_from bigint not null,
  seen_until bigint not null,
  primary key (article_id, number, seen_from)
);

-- Articles whose sentences were read for days.
create table dated_article (
  article_id bigint primary key references article (id) on delete cascade,
  version integer not null
);
