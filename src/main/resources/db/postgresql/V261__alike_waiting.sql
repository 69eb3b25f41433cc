-- Articles whose figures are still to be held against those of other texts.
create table alike_waiting (
  article_id bigint primary key references article (id) on delete cascade
);
