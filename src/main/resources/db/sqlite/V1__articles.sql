-- The write path. Times are milliseconds since 1970 in UTC; ids are article ids (63 bits).

create table raw_document (
  content_hash blob not null primary key,  -- SHA-256 of the bytes
  media_type text not null,
  size integer not null,                   -- of the bytes as fetched
  bytes blob not null                      -- deflated (RFC 1951)
);

create table article (
  id integer primary key,
  sequence integer not null,               -- of its last change; the index follows it
  identity text not null,                  -- kind and parts, apart by tabs
  address text,
  source text not null,
  external_id text,
  title text not null,
  language text not null,
  kind text not null,
  ordered_by integer not null,             -- publication, else fetching
  published text,                          -- parts apart by tabs, see PublicationTimes
  updated text,
  fetched_at integer not null,
  raw_hash blob not null references raw_document (content_hash),
  headers text not null,
  revision integer not null,
  canonical_id integer not null,           -- first of its duplicate group; itself if it is alone
  body blob not null                       -- authors, section, image, paragraphs; see ArticleBody
);
create unique index article_sequence on article (sequence);
create index article_order on article (ordered_by desc, id desc);
create index article_external_id on article (external_id) where external_id is not null;
create index article_canonical on article (canonical_id, ordered_by);
create index article_raw_hash on article (raw_hash);

create table deleted_article (
  id integer primary key,
  sequence integer not null                -- so that the index forgets it too
);
create index deleted_article_sequence on deleted_article (sequence);

-- Earlier texts of an article that its source changed.
create table revision (
  article_id integer not null references article (id) on delete cascade,
  number integer not null,
  title text not null,
  published text,
  updated text,
  fetched_at integer not null,
  raw_hash blob not null references raw_document (content_hash),
  body blob not null,
  primary key (article_id, number)
) without rowid;
create index revision_raw_hash on revision (raw_hash);

-- The last outcome of every document that was ever given to Assay.
create table outcome (
  identity text primary key,
  article_id integer,
  outcome text not null,
  reason text,
  recorded_at integer not null
) without rowid;
create index outcome_word on outcome (outcome, recorded_at desc);
create index outcome_article on outcome (article_id);

-- The keys of each article's fingerprint: articles that share one may be copies.
create table fingerprint (
  article_id integer primary key references article (id) on delete cascade,
  bytes blob not null
);
create table fingerprint_key (
  key integer not null,
  article_id integer not null references article (id) on delete cascade,
  primary key (key, article_id)
) without rowid;
create index fingerprint_key_article on fingerprint_key (article_id);

-- What was decided of two articles that might be copies; first_id is the smaller.
create table copy_pair (
  first_id integer not null references article (id) on delete cascade,
  second_id integer not null references article (id) on delete cascade,
  decision text not null,                  -- copy or veto
  primary key (first_id, second_id)
) without rowid;
create index copy_pair_second on copy_pair (second_id);

-- What an article's text was found to be about.
create table tag (
  entity_id text not null,
  ordered_by integer not null,
  article_id integer not null references article (id) on delete cascade,
  salience real not null,
  primary key (entity_id, ordered_by desc, article_id)
) without rowid;
create index tag_article on tag (article_id);

create table brief (
  article_id integer primary key references article (id) on delete cascade,
  version text not null,
  content text not null                    -- JSON
);

create table topic (
  id integer primary key,
  name text not null unique,
  created_at integer not null
);
create table topic_alias (
  topic_id integer not null references topic (id) on delete cascade,
  label text not null,
  language text not null,
  primary key (topic_id, label)
) without rowid;
