-- Articles in which a person told a name apart: what is tagged `entity_id` is there the thing `thing_id`.
create table name_split (
  article_id bigint not null references article (id) on delete cascade,
  entity_id text not null,
  thing_id text not null,
  made_at bigint not null,
  primary key (article_id, entity_id)
);
