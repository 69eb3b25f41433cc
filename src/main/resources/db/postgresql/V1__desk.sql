-- The desk on PostgreSQL 16 or newer: all that the files of db/sqlite up to V60 come to, in the same words where SQL lets us.
-- What a column holds is said there. A later file stands in both folders under the same number.
-- Columns of bytes that are deflated already are kept outside the row as they are.

create table raw_document (
  content_hash bytea not null primary key,
  media_type text not null,
  size bigint not null,
  bytes bytea not null
);
alter table raw_document alter bytes set storage external;

create table article (
  id bigint primary key,
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
  raw_hash bytea not null references raw_document (content_hash),
  headers text not null,
  revision integer not null,
  canonical_id bigint not null,
  body bytea not null,
  arrived_at bigint not null default 0,
  seen_until bigint
);
alter table article alter body set storage external;
create unique index article_sequence on article (sequence);
create index article_order on article (ordered_by desc, id desc);
create index article_external_id on article (external_id) where external_id is not null;
create index article_canonical on article (canonical_id, ordered_by);
create index article_raw_hash on article (raw_hash);
create index article_arrival on article (arrived_at, id) where canonical_id = id;
create index article_source on article (source, arrived_at);

create table deleted_article (
  id bigint primary key,
  sequence bigint not null
);
create index deleted_article_sequence on deleted_article (sequence);

create table revision (
  article_id bigint not null references article (id) on delete cascade,
  number integer not null,
  title text not null,
  published text,
  updated text,
  fetched_at bigint not null,
  raw_hash bytea not null references raw_document (content_hash),
  body bytea not null,
  seen_until bigint,
  primary key (article_id, number)
);
create index revision_raw_hash on revision (raw_hash);

create table outcome (
  identity text primary key,
  article_id bigint,
  outcome text not null,
  reason text,
  recorded_at bigint not null
);
create index outcome_word on outcome (outcome, recorded_at desc);
create index outcome_article on outcome (article_id);

create table failed_document (
  identity text primary key,
  article_id bigint not null,
  raw_hash bytea not null references raw_document (content_hash),
  address text,
  headers text not null,
  fetched_at bigint not null,
  stage text not null,
  failure text not null,
  failed_at bigint not null
);
create index failed_document_article on failed_document (article_id);
create index failed_document_raw_hash on failed_document (raw_hash);

create table felled_document (
  article_id bigint primary key,
  times integer not null,
  felled_at bigint not null
);

create table superseded_line (
  article_id bigint not null,
  raw_hash bytea not null,
  primary key (article_id, raw_hash)
);

create table fingerprint (
  article_id bigint primary key references article (id) on delete cascade,
  bytes bytea not null
);
create table fingerprint_key (
  key bigint not null,
  article_id bigint not null references article (id) on delete cascade,
  primary key (key, article_id)
);
create index fingerprint_key_article on fingerprint_key (article_id);

create table copy_pair (
  first_id bigint not null references article (id) on delete cascade,
  second_id bigint not null references article (id) on delete cascade,
  decision text not null,
  primary key (first_id, second_id)
);
create index copy_pair_second on copy_pair (second_id);

create table hand_fold (
  article_id bigint primary key references article (id) on delete cascade,
  fold_id bigint not null,
  made_at bigint not null
);
create index hand_fold_set on hand_fold (fold_id);

create table hand_apart (
  first_id bigint not null references article (id) on delete cascade,
  second_id bigint not null references article (id) on delete cascade,
  made_at bigint not null,
  primary key (first_id, second_id)
);
create index hand_apart_second on hand_apart (second_id);

create table origin (
  article_id bigint primary key references article (id) on delete cascade,
  name text not null,
  kind text not null,
  mark text not null
);

-- Keys with a descending part are unique indexes here.
create table tag (
  entity_id text not null,
  ordered_by bigint not null,
  article_id bigint not null references article (id) on delete cascade,
  salience double precision not null,
  in_title integer not null default 0,
  in_lead integer not null default 0,
  mentions integer not null default 1,
  sentences integer not null default 0,
  subjects integer not null default 0,
  of_sentences integer not null default 0
);
create unique index tag_key on tag (entity_id, ordered_by desc, article_id);
create index tag_article on tag (article_id);

create table name_link (
  one_id text not null,
  other_id text not null,
  article_id bigint not null references article (id) on delete cascade,
  primary key (one_id, other_id, article_id)
);
create index name_link_article on name_link (article_id);

create table brief (
  article_id bigint primary key references article (id) on delete cascade,
  version text not null,
  content text not null
);

create table topic (
  id bigint generated by default as identity primary key,
  name text not null unique,
  created_at bigint not null
);
create table topic_alias (
  topic_id bigint not null references topic (id) on delete cascade,
  label text not null,
  language text not null,
  primary key (topic_id, label)
);

create table claim (
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
  trust double precision not null default 1,
  subject_start integer,
  subject_end integer,
  primary key (article_id, number)
);
create index claim_drawer on claim (drawer);

create table claim_reading (
  article_id bigint primary key references article (id) on delete cascade,
  version text not null,
  voice text not null
);

create table stale_drawer (
  drawer text primary key
);

create table wrong_reading (
  article_id bigint not null references article (id) on delete cascade,
  mark text not null,
  note text not null,
  made_at bigint not null,
  primary key (article_id, mark)
);

create table wrong_verdict (
  entry_id text primary key,
  drawer text not null,
  wrong text not null,
  "right" text not null,
  note text not null,
  made_at bigint not null
);
create index wrong_verdict_drawer on wrong_verdict (drawer);

create table ledger_entry (
  id text primary key,
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
  other_number integer
);
create index ledger_entry_drawer on ledger_entry (drawer);
create index ledger_entry_order on ledger_entry (verdict, sources desc, ordered_by desc, id);

create table entry_other_id (
  id text not null,
  entry_id text not null references ledger_entry (id) on delete cascade,
  primary key (id, entry_id)
);
create index entry_other_id_entry on entry_other_id (entry_id);

create table evidence (
  entry_id text not null references ledger_entry (id) on delete cascade,
  place integer not null,
  article_id bigint not null,
  number integer not null,
  against_article bigint,
  against_number integer,
  primary key (entry_id, place),
  foreign key (article_id, number) references claim (article_id, number) on delete cascade
);
create index evidence_claim on evidence (article_id, number);

create table entry_tag (
  entity_id text not null,
  verdict integer not null,
  aside integer not null,
  sources integer not null,
  ordered_by bigint not null,
  entry_id text not null references ledger_entry (id) on delete cascade,
  figures integer not null
);
create unique index entry_tag_key on entry_tag (entity_id, verdict, aside, sources desc, ordered_by desc, entry_id);
create index entry_tag_entry on entry_tag (entry_id);

create table entry_source (
  entry_id text not null references ledger_entry (id) on delete cascade,
  source text not null,
  language text not null,
  figures integer not null,
  first_at bigint not null,
  last_at bigint not null,
  primary key (entry_id, source, language)
);

create table ledger_round (
  number bigint not null
);
insert into ledger_round (number) values (0);

create table own_thing (
  id text primary key,
  type text not null,
  made_at bigint not null
);

create table own_name (
  entity_id text not null,
  folded text not null,
  name text not null,
  language text not null,
  use text not null,
  made_at bigint not null,
  shown_at bigint not null default 0,
  primary key (entity_id, folded)
);

create table not_a_name (
  folded text primary key,
  name text not null,
  made_at bigint not null
);

create table tagging (
  id bigint primary key check (id = 1),
  version text not null,
  last_id bigint not null
);

create table model_text (
  text_hash bytea not null,
  language text not null,
  model text not null,
  prompt_version integer not null,
  content text,
  reason text,
  attempts integer not null,
  retry_at bigint not null,
  asked_at bigint not null,
  primary key (text_hash, language, model, prompt_version)
);

create table model_brief (
  article_id bigint not null references article (id) on delete cascade,
  language text not null,
  text_hash bytea not null,
  model text not null,
  prompt_version integer not null,
  primary key (article_id, language)
);
create index model_brief_text on model_brief (text_hash);

create function model_brief_gone() returns trigger language plpgsql as $$
begin
  delete from model_text where text_hash = old.text_hash
    and not exists (select 1 from model_brief where text_hash = old.text_hash);
  return null;
end $$;
create trigger model_brief_gone after delete on model_brief
  for each row execute function model_brief_gone();

create table model_run (
  id bigint generated by default as identity primary key,
  asked_at bigint not null,
  article_id bigint references article (id) on delete set null,
  source text not null,
  language text not null,
  model text not null,
  prompt_version integer not null,
  outcome text not null,
  questions integer not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  cost bigint not null,
  withheld integer not null,
  not_sent integer not null,
  sentences integer not null,
  failed integer not null,
  numbers integer not null,
  unsupported_numbers integer not null,
  names integer not null,
  missing_names integer not null,
  quotes integer not null,
  changed_quotes integer not null
);
create index model_run_time on model_run (asked_at);

create table reader_moment (
  reader_id text primary key,
  read_until bigint not null default -1,
  looked_at bigint,
  news_since bigint
);

create table reader_mark (
  reader_id text not null,
  article_id bigint not null references article (id) on delete cascade,
  read integer,
  starred_at bigint,
  primary key (reader_id, article_id)
);
create index reader_mark_article on reader_mark (article_id);
create index reader_mark_star on reader_mark (reader_id, starred_at, article_id) where starred_at is not null;

create function reader_mark_regrouped() returns trigger language plpgsql as $$
begin
  insert into reader_mark (reader_id, article_id, read)
  select moment.reader_id, new.canonical_id, 1
  from reader_moment as moment
  left join reader_mark as mark on mark.reader_id = moment.reader_id and mark.article_id = new.id
  where old.canonical_id = new.id
    and case when mark.read is null then new.arrived_at <= moment.read_until else mark.read = 1 end
  on conflict (reader_id, article_id) do update set read = coalesce(reader_mark.read, 1);
  return null;
end $$;
create trigger reader_mark_regrouped after update of canonical_id on article
  for each row when (new.canonical_id <> new.id and old.canonical_id <> new.canonical_id)
  execute function reader_mark_regrouped();

create table source (
  id integer primary key,
  kind text not null,
  address text not null unique,
  title text not null,
  site text not null,
  folder text not null,
  every_minutes bigint,
  text_from text not null,
  skip text not null,
  select_links text not null,
  permission text not null,
  paused integer not null,
  added_at bigint not null,
  removed_at bigint
);

create table source_address (
  address text primary key,
  source_id integer not null references source (id) on delete cascade,
  until bigint not null
);

create table source_state (
  source_id integer primary key references source (id) on delete cascade,
  due_at bigint not null,
  every_seconds bigint not null,
  failures double precision not null,
  standing text not null,
  since bigint not null,
  reason text not null,
  status integer not null,
  asked_at bigint,
  answered_at bigint,
  changed_at bigint,
  new_at bigint,
  etag text,
  last_modified text,
  body_hash text not null,
  whole_at bigint,
  moved_to text,
  moved_since bigint
);
create index source_state_due on source_state (due_at);

create table source_round (
  source_id integer not null references source (id) on delete cascade,
  at bigint not null,
  word text not null,
  status integer not null,
  entries integer not null,
  fresh integer not null,
  bytes bigint not null,
  millis bigint not null,
  primary key (source_id, at)
);

create table source_entry (
  source_id integer not null references source (id) on delete cascade,
  address text not null,
  guid text not null,
  title text not null,
  published_at bigint,
  text text,
  first_seen bigint not null,
  last_seen bigint not null,
  state text not null,
  reason text,
  taken_at bigint,
  article_id bigint,
  completeness text,
  primary key (source_id, address)
);
create index source_entry_waiting on source_entry (source_id, first_seen) where state = 'waiting';
create index source_entry_guid on source_entry (source_id, guid);
create index source_entry_article on source_entry (article_id);

create table recheck (
  article_id bigint primary key references article (id) on delete cascade,
  address text not null,
  first_at bigint not null,
  step integer not null,
  due_at bigint not null,
  etag text,
  last_modified text
);
create index recheck_due on recheck (due_at);

create table account (
  name text primary key,
  role text not null,
  password text,
  subject text unique,
  created_at bigint not null,
  disabled_at bigint
);

create table account_session (
  hash text primary key,
  account text not null references account (name) on delete cascade,
  created_at bigint not null,
  used_at bigint not null,
  address text not null,
  browser text not null
);
create index account_session_account on account_session (account);

create table access_token (
  id bigint generated by default as identity primary key,
  hash text not null unique,
  account text not null references account (name) on delete cascade,
  label text not null,
  scopes text not null,
  created_at bigint not null,
  expires_at bigint,
  used_on text,
  used_from text
);
create index access_token_account on access_token (account);

create table audit (
  id bigint generated by default as identity primary key,
  at bigint not null,
  who text not null,
  what text not null,
  target text not null,
  address text not null
);
create index audit_at on audit (at);
