-- What happened on the desk, in order, for those who wait for it: alerts, live pages. Written in the transaction of
-- what caused it.

create table happening (
  id bigint generated always as identity primary key, -- grows, and is never used again
  at bigint not null,
  kind text not null,                      -- article.created, article.edited, dispute.opened ...
  article_id bigint references article (id) on delete cascade, -- that it is about, or that brought it about
  subject text not null,                   -- id of what it is about: an article, an entry, an event, a name, a source
  detail text not null                     -- what the kind says it is; may be empty
);
create index happening_kind on happening (kind, id);
create index happening_subject on happening (subject, kind, id);
create index happening_article on happening (article_id);
