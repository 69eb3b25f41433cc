-- Articles that workers stored beside each other and nobody joined to their copies yet, in the order of their coming.
-- Until then the sequence of such an article is its number here, below zero: no index follows it.

create table unsettled (
  number integer primary key,
  article_id integer not null
);
