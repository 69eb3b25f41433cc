-- The sentences of a model that are not shown, with the reasons, as JSON.
alter table model_text add column withheld text;

-- Those that a reader let pass all the same: kept apart from what a model wrote, and longer than it.
create table let_pass (
  article_id bigint not null references article (id) on delete cascade,
  sentence text not null,                  -- key of the sentence and the words it cites
  reader text not null,
  at bigint not null,
  primary key (article_id, sentence)
);
