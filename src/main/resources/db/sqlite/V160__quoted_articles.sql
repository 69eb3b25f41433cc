-- The articles that kept answers and briefs of topics quote: they go when one of these is deleted. What was kept before has
-- not been listed, and is looked through as a whole.
create table answer_article (
  answer_id text not null references answer (id) on delete cascade,
  article_id integer not null,
  primary key (answer_id, article_id)
) without rowid;
create index answer_article_of on answer_article (article_id);
create table topic_brief_article (
  topic text not null,
  day text not null,
  article_id integer not null,
  primary key (topic, day, article_id),
  foreign key (topic, day) references topic_brief (topic, day) on delete cascade
) without rowid;
create index topic_brief_article_of on topic_brief_article (article_id);
alter table answer add column listed integer not null default 0;
alter table topic_brief add column listed integer not null default 0;
create index answer_unlisted on answer (id) where listed = 0;
create index topic_brief_unlisted on topic_brief (topic, day) where listed = 0;
