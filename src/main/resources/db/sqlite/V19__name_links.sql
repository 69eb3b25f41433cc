-- Names of one thing in two scripts, as an article itself writes them: 奥特曼（Sam Altman）. The ids are
-- those of things that were read; each pair stands both ways.
create table name_link (
  one_id text not null,
  other_id text not null,
  article_id integer not null references article (id) on delete cascade,
  primary key (one_id, other_id, article_id)
) without rowid;
create index name_link_article on name_link (article_id);
