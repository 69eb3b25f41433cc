-- Which articles' claims made a scope stale: what only came is added to what was judged before.

create table stale_claim (
  drawer text not null,
  scope_id text not null,
  article_id integer not null,             -- 0: not known any more
  primary key (drawer, scope_id, article_id)
) without rowid;
insert into stale_claim (drawer, scope_id, article_id) select drawer, scope_id, 0 from stale_scope where true on conflict do nothing;
drop table stale_scope;
