-- Documents that a stage failed on, kept whole so that assay reprocess can try again.
create table failed_document (
  identity text primary key,
  article_id integer not null,
  raw_hash blob not null references raw_document (content_hash),
  address text,
  headers text not null,
  fetched_at integer not null,
  stage text not null,                     -- the room of the program, such as brief.extract
  failure text not null,                   -- what was thrown and where, or how long it took
  failed_at integer not null
);
create index failed_document_article on failed_document (article_id);
create index failed_document_raw_hash on failed_document (raw_hash);

-- How often a process ended, or a stage never did, while this document was read.
create table felled_document (
  article_id integer primary key,
  times integer not null,
  felled_at integer not null
);

-- Lines of a batch in whose place a later line of the same batch stands: not taken in again.
create table superseded_line (
  article_id integer not null,
  raw_hash blob not null,
  primary key (article_id, raw_hash)
);
