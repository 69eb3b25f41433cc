-- What the desk knew when. A row that stands has seen_from: since when the desk knows it. A row that stands no more is
-- moved to the table of the same name with _then, which has its seen_until too: the moment from which on it was known
-- no more. A read as of a moment takes the rows that were known then from both (db/*/as-of.sql). Moments are those of
-- fetching, or of a person's word. What is read again by better rules stands in the place of what was read before:
-- the past is told by the rules of today.

-- The form of an article: its text, and the group that it stands in.
alter table article add column formed_at bigint not null default 0;
update article set formed_at = greatest(fetched_at,
  coalesce((select first.arrived_at from article as first where first.id = article.canonical_id), 0));
create index article_formed on article (formed_at, canonical_id);

create table article_then (
  id bigint not null references article (id) on delete cascade,
  sequence bigint not null,
  identity text not null,
  address text,
  source text not null,
  external_id text,
  title text not null,
  language text not null,
  kind text not null,
  ordered_by bigint not null,
  published text,
  updated text,
  fetched_at bigint not null,
  arrived_at bigint not null,
  last_seen bigint,                       -- seen_until of an article: when its source showed the text last
  raw_hash bytea not null,
  headers text not null,
  revision integer not null,               -- which of its texts
  canonical_id bigint not null,
  seen_from bigint not null,
  seen_until bigint not null,
  primary key (id, seen_from)
);
create index article_then_order on article_then (ordered_by desc, id desc);
create index article_then_canonical on article_then (canonical_id, ordered_by);
create index article_then_external_id on article_then (external_id) where external_id is not null;

-- When the next text took its place.
alter table revision add column replaced_at bigint not null default 0;
update revision set replaced_at = coalesce(
  (select next.fetched_at from revision as next where next.article_id = revision.article_id and next.number = revision.number + 1),
  (select fetched_at from article where id = revision.article_id));

insert into article_then
select article.id, article.sequence, article.identity, article.address, article.source, article.external_id, revision.title,
  article.language, article.kind, article.ordered_by, revision.published, revision.updated, revision.fetched_at,
  article.arrived_at, revision.seen_until, revision.raw_hash, article.headers, revision.number, article.id,
  revision.fetched_at, revision.replaced_at
from revision join article on article.id = revision.article_id
where revision.replaced_at > revision.fetched_at;

alter table tag add column seen_from bigint not null default 0;
update tag set seen_from = (select fetched_at from article where id = tag.article_id);
create table tag_then (
  entity_id text not null,
  ordered_by bigint not null,
  article_id bigint not null references article (id) on delete cascade,
  salience double precision not null,
  in_title integer not null,
  in_lead integer not null,
  mentions integer not null,
  sentences integer not null,
  subjects integer not null,
  of_sentences integer not null,
  seen_from bigint not null,
  seen_until bigint not null,
  primary key (entity_id, ordered_by, article_id, seen_from)
);
create index tag_then_article on tag_then (article_id);

alter table name_link add column seen_from bigint not null default 0;
update name_link set seen_from = (select fetched_at from article where id = name_link.article_id);
create table name_link_then (
  one_id text not null,
  other_id text not null,
  article_id bigint not null references article (id) on delete cascade,
  seen_from bigint not null,
  seen_until bigint not null,
  primary key (one_id, other_id, article_id, seen_from)
);
create index name_link_then_article on name_link_then (article_id);

alter table origin add column seen_from bigint not null default 0;
update origin set seen_from = (select fetched_at from article where id = origin.article_id);
create table origin_then (
  article_id bigint not null references article (id) on delete cascade,
  name text not null,
  kind text not null,
  mark text not null,
  seen_from bigint not null,
  seen_until bigint not null,
  primary key (article_id, seen_from)
);

alter table claim add column seen_from bigint not null default 0;
update claim set seen_from = (select fetched_at from article where id = claim.article_id);
create table claim_then (
  article_id bigint not null references article (id) on delete cascade,
  number integer not null,
  drawer text not null,
  entity_id text,
  entity text not null,
  property text not null,
  scope text not null,
  time text,
  value text not null,
  paragraph integer not null,
  sentence_start integer not null,
  sentence_end integer not null,
  sentence text not null,
  speaker_id text,
  speaker text,
  stance text not null,
  trust double precision not null,
  subject_start integer,
  subject_end integer,
  seen_from bigint not null,
  seen_until bigint not null,
  primary key (article_id, number, seen_from)
);
create index claim_then_drawer on claim_then (drawer);

alter table brief add column seen_from bigint not null default 0;
update brief set seen_from = (select fetched_at from article where id = brief.article_id);
create table brief_then (
  article_id bigint not null references article (id) on delete cascade,
  version text not null,
  content text not null,
  seen_from bigint not null,
  seen_until bigint not null,
  primary key (article_id, seen_from)
);

-- What people said and took back.
create table own_name_then (
  entity_id text not null,
  folded text not null,
  name text not null,
  language text not null,
  use text not null,
  made_at bigint not null,
  shown_at bigint not null,
  seen_until bigint not null,
  primary key (entity_id, folded, seen_until)
);
create table own_thing_then (
  id text not null,
  type text not null,
  made_at bigint not null,
  seen_until bigint not null,
  primary key (id, seen_until)
);
create table wrong_reading_then (
  article_id bigint not null references article (id) on delete cascade,
  mark text not null,
  note text not null,
  made_at bigint not null,
  seen_until bigint not null,
  primary key (article_id, mark, seen_until)
);
create table wrong_verdict_then (
  entry_id text not null,
  drawer text not null,
  wrong text not null,
  "right" text not null,
  note text not null,
  made_at bigint not null,
  seen_until bigint not null,
  primary key (entry_id, seen_until)
);
create index wrong_verdict_then_drawer on wrong_verdict_then (drawer);

-- The ledger, entry by entry. What a drawer came to is made again from the moment from which on anything in it changed.
alter table stale_drawer add column since bigint not null default 0;
create table drawer_made (
  drawer text primary key,
  until bigint not null                   -- the last moment at which anything in it changed
);

alter table ledger_entry add column seen_from bigint not null default 0;
create table ledger_entry_then (
  id text not null,
  drawer text not null,
  entity_key text not null,
  property text not null,
  verdict integer not null,
  figures integer not null,
  compared integer not null,
  sources integer not null,
  ordered_by bigint not null,
  one_article bigint,
  one_number integer,
  other_article bigint,
  other_number integer,
  seen_from bigint not null,
  seen_until bigint not null,
  primary key (id, seen_from)
);
create index ledger_entry_then_drawer on ledger_entry_then (drawer);
create index ledger_entry_then_order on ledger_entry_then (verdict, sources desc, ordered_by desc, id);

alter table entry_other_id add column seen_from bigint not null default 0;
create table entry_other_id_then (
  id text not null,
  entry_id text not null,
  drawer text not null,
  seen_from bigint not null,
  seen_until bigint not null,
  primary key (id, entry_id, seen_from)
);
create index entry_other_id_then_drawer on entry_other_id_then (drawer);

alter table evidence add column seen_from bigint not null default 0;
create table evidence_then (
  entry_id text not null,
  place integer not null,
  article_id bigint not null references article (id) on delete cascade,
  number integer not null,
  against_article bigint,
  against_number integer,
  drawer text not null,
  seen_from bigint not null,
  seen_until bigint not null,
  primary key (entry_id, article_id, number, seen_from)
);
create index evidence_then_article on evidence_then (article_id, number);
create index evidence_then_drawer on evidence_then (drawer);

alter table entry_tag add column seen_from bigint not null default 0;
create table entry_tag_then (
  entity_id text not null,
  entry_id text not null,
  aside integer not null,
  drawer text not null,
  seen_from bigint not null,
  seen_until bigint not null,
  primary key (entity_id, entry_id, seen_from)
);
create index entry_tag_then_drawer on entry_tag_then (drawer);

-- What was filed before has its past made once.
insert into stale_drawer (drawer) select distinct drawer from claim where true on conflict do nothing;
