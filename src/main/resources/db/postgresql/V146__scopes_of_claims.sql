-- Within a drawer only what shares entries with a changed claim is made anew.

alter table claim add column scope_id text not null default '';       -- id of the entry of this scope; empty: not known yet
alter table claim_then add column scope_id text not null default '';
create index claim_scope on claim (drawer, scope_id);
create index claim_then_scope on claim_then (drawer, scope_id);
drop index claim_drawer;
drop index claim_then_drawer;

alter table stale_drawer add column whole integer not null default 1;  -- 0: only the scopes of stale_scope
create table stale_scope (
  drawer text not null,
  scope_id text not null,
  primary key (drawer, scope_id)
);
