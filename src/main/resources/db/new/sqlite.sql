-- Version 261. What the migrations of db/sqlite come to, written by NewDeskTest.
CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
CREATE TABLE raw_document (
  content_hash blob not null primary key,  -- SHA-256 of the bytes
  media_type text not null,
  size integer not null,                   -- of the bytes as fetched
  bytes blob not null                      -- deflated (RFC 1951)
);
CREATE TABLE article (
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
, arrived_at integer not null default 0, seen_until integer, formed_at integer not null default 0);
CREATE TABLE deleted_article (
  id integer primary key,
  sequence integer not null                -- so that the index forgets it too
);
CREATE TABLE revision (
  article_id integer not null references article (id) on delete cascade,
  number integer not null,
  title text not null,
  published text,
  updated text,
  fetched_at integer not null,
  raw_hash blob not null references raw_document (content_hash),
  body blob not null, seen_until integer, replaced_at integer not null default 0,
  primary key (article_id, number)
) without rowid;
CREATE TABLE outcome (
  identity text primary key,
  article_id integer,
  outcome text not null,
  reason text,
  recorded_at integer not null
) without rowid;
CREATE TABLE fingerprint (
  article_id integer primary key references article (id) on delete cascade,
  bytes blob not null
);
CREATE TABLE fingerprint_key (
  key integer not null,
  article_id integer not null references article (id) on delete cascade,
  primary key (key, article_id)
) without rowid;
CREATE TABLE copy_pair (
  first_id integer not null references article (id) on delete cascade,
  second_id integer not null references article (id) on delete cascade,
  decision text not null,                  -- copy or veto
  primary key (first_id, second_id)
) without rowid;
CREATE TABLE tag (
  entity_id text not null,
  ordered_by integer not null,
  article_id integer not null references article (id) on delete cascade,
  salience real not null, in_title integer not null default 0, in_lead integer not null default 0, mentions integer not null default 1, sentences integer not null default 0, subjects integer not null default 0, of_sentences integer not null default 0, seen_from integer not null default 0, most_mentions integer not null default 1,
  primary key (entity_id, ordered_by desc, article_id)
) without rowid;
CREATE TABLE brief (
  article_id integer primary key references article (id) on delete cascade,
  version text not null,
  content text not null                    -- JSON
, seen_from integer not null default 0);
CREATE TABLE topic (
  id integer primary key,
  name text not null unique,
  created_at integer not null
);
CREATE TABLE topic_alias (
  topic_id integer not null references topic (id) on delete cascade,
  label text not null,
  language text not null,
  primary key (topic_id, label)
) without rowid;
CREATE TABLE claim (
  article_id integer not null references article (id) on delete cascade,
  number integer not null,                 -- from 1, in the order of the text
  drawer text not null,                    -- only claims of one drawer can stand in one entry
  entity_id text,
  entity text not null,                    -- the source's words
  property text not null,
  scope text not null,                     -- a part a line: facet, id, words, apart by tabs
  time text,                               -- parts apart by tabs, see ClaimValues
  value text not null,                     -- parts apart by tabs, see ClaimValues
  paragraph integer not null,              -- 0 for the title
  sentence_start integer not null,
  sentence_end integer not null,
  sentence text not null,                  -- the quote, so that a ledger opens without its articles
  speaker_id text,
  speaker text,
  stance text not null, trust real not null default 1, subject_start integer, subject_end integer, seen_from integer not null default 0, scope_id text not null default '', model text, agreement text,
  primary key (article_id, number)
) without rowid;
CREATE TABLE claim_reading (
  article_id integer primary key references article (id) on delete cascade,
  version text not null,
  voice text not null
);
CREATE TABLE stale_drawer (
  drawer text primary key
, since integer not null default 0, whole integer not null default 1) without rowid;
CREATE TABLE wrong_verdict (
  entry_id text primary key,
  drawer text not null,
  wrong text not null,
  right text not null,
  note text not null,
  made_at integer not null
) without rowid;
CREATE TABLE model_run (
  id integer primary key,
  asked_at integer not null,
  article_id integer references article (id) on delete set null,
  source text not null,
  language text not null,
  model text not null,
  prompt_version integer not null,
  outcome text not null,                   -- made, or why not
  questions integer not null,
  input_tokens integer not null,
  output_tokens integer not null,
  cost integer not null,                   -- millionths of the prices' currency
  withheld integer not null,               -- sentences not shown
  not_sent integer not null,               -- paragraphs kept from the model
  sentences integer not null,              -- as written, before any was withheld
  failed integer not null,
  numbers integer not null,
  unsupported_numbers integer not null,
  names integer not null,
  missing_names integer not null,
  quotes integer not null,
  changed_quotes integer not null
, confirmed integer not null default 0, marked integer not null default 0, product text not null default 'brief');
CREATE TABLE hand_fold (
  article_id integer primary key references article (id) on delete cascade,
  fold_id integer not null,
  made_at integer not null
);
CREATE TABLE hand_apart (
  first_id integer not null references article (id) on delete cascade,
  second_id integer not null references article (id) on delete cascade,
  made_at integer not null,
  primary key (first_id, second_id)
) without rowid;
CREATE TABLE origin (
  article_id integer primary key references article (id) on delete cascade,
  name text not null,
  kind text not null,                      -- wire or syndicated
  mark text not null                       -- the words that say so
, seen_from integer not null default 0);
CREATE TABLE own_thing (
  id text primary key,
  type text not null,
  made_at integer not null
) without rowid;
CREATE TABLE own_name (
  entity_id text not null,                 -- of an own thing, or of one that CLDR or a pack has
  folded text not null,                    -- what spellings of one name have in common
  name text not null,
  language text not null,
  use text not null,                       -- sure, ambiguous, or not: it is no name of the thing
  made_at integer not null, shown_at integer not null default 0,
  primary key (entity_id, folded)
) without rowid;
CREATE TABLE not_a_name (
  folded text primary key,
  name text not null,
  made_at integer not null
) without rowid;
CREATE TABLE tagging (
  id integer primary key check (id = 1),
  version text not null,
  last_id integer not null
);
CREATE TABLE ledger_entry (
  id text primary key,                     -- from what the entry is about
  drawer text not null,
  entity_key text not null,                -- what the thing goes by, whatever it is called
  property text not null,
  verdict integer not null,                -- 0 differ, 1 agree, 2 not comparable, 3 none
  figures integer not null,                -- copies are not counted
  compared integer not null,               -- figures that are compared
  sources integer not null,                -- independent ones
  ordered_by integer not null,             -- of its newest figure
  one_article integer,                     -- the two claims that show best why it differs
  one_number integer,
  other_article integer,
  other_number integer
, seen_from integer not null default 0) without rowid;
CREATE TABLE entry_other_id (
  id text not null,
  entry_id text not null references ledger_entry (id) on delete cascade, seen_from integer not null default 0,
  primary key (id, entry_id)
) without rowid;
CREATE TABLE evidence (
  entry_id text not null references ledger_entry (id) on delete cascade,
  place integer not null,
  article_id integer not null,
  number integer not null,
  against_article integer,                 -- the plainest claim that cannot hold together with it, if there is one
  against_number integer, seen_from integer not null default 0,
  primary key (entry_id, place),
  foreign key (article_id, number) references claim (article_id, number) on delete cascade
) without rowid;
CREATE TABLE entry_tag (
  entity_id text not null,
  verdict integer not null,
  aside integer not null,                  -- 0 if the entry is about the entity, 1 if articles on it give the figures
  sources integer not null,
  ordered_by integer not null,
  entry_id text not null references ledger_entry (id) on delete cascade,
  figures integer not null, seen_from integer not null default 0,
  primary key (entity_id, verdict, aside, sources desc, ordered_by desc, entry_id)
) without rowid;
CREATE TABLE ledger_round (
  number integer not null
);
CREATE TABLE entry_source (
  entry_id text not null references ledger_entry (id) on delete cascade,
  source text not null,
  language text not null,
  figures integer not null,                -- copies are counted too
  first_at integer not null,               -- of its earliest figure: publication, else fetching
  last_at integer not null,
  primary key (entry_id, source, language)
) without rowid;
CREATE TABLE failed_document (
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
CREATE TABLE felled_document (
  article_id integer primary key,
  times integer not null,
  felled_at integer not null
);
CREATE TABLE superseded_line (
  article_id integer not null,
  raw_hash blob not null,
  primary key (article_id, raw_hash)
);
CREATE TABLE name_link (
  one_id text not null,
  other_id text not null,
  article_id integer not null references article (id) on delete cascade, seen_from integer not null default 0,
  primary key (one_id, other_id, article_id)
) without rowid;
CREATE TABLE reader_moment (
  reader_id text primary key,
  read_until integer not null default -1,  -- what arrived up to then is read, unless its mark says else
  looked_at integer,                       -- when the first page was opened last
  news_since integer                       -- when it was last looked at in the visit before
) without rowid;
CREATE TABLE reader_mark (
  reader_id text not null,
  article_id integer not null references article (id) on delete cascade,
  read integer,                            -- 1 read, 0 kept unread, null as read_until says
  starred_at integer,
  primary key (reader_id, article_id)
) without rowid;
CREATE TABLE source (
  id integer primary key,
  kind text not null,                      -- feed, sitemap, page, folder
  address text not null unique,            -- canonical http(s) address, or absolute path
  title text not null,
  site text not null,                      -- address of the outlet's own page; may be empty
  folder text not null,                    -- where its owner files it: A/B; may be empty
  every_minutes integer,                   -- as its owner wants it; null: as it publishes
  text_from text not null,                 -- auto, page, feed
  skip text not null,                      -- a line each: words in a title or an address that are not wanted
  select_links text not null,              -- of a watched page: CSS of the links that count; may be empty
  permission text not null,                -- who allowed what robots.txt does not, and when; may be empty
  paused integer not null,
  added_at integer not null,
  removed_at integer                       -- null while it is followed
, description text not null default '', added_by text not null default '', muted integer not null default 0, language text not null default '', user_agent text not null default '', proxy text not null default '', certificates text not null default 'checked', backfill integer not null default 0, reserved_for text not null default 'here');
CREATE TABLE source_address (
  address text primary key,
  source_id integer not null references source (id) on delete cascade,
  until integer not null
) without rowid;
CREATE TABLE source_state (
  source_id integer primary key references source (id) on delete cascade,
  due_at integer not null,
  every_seconds integer not null,
  failures real not null,                  -- in a row, weighed
  standing text not null,
  since integer not null,                  -- since when it stands so
  reason text not null,                    -- why it failed, or was mended, for a person
  status integer not null,                 -- of HTTP; 0 if nobody answered
  asked_at integer,
  answered_at integer,
  changed_at integer,
  new_at integer,
  etag text,                               -- byte for byte as the server wrote it
  last_modified text,
  body_hash text not null,
  whole_at integer,                        -- last answer with a body
  moved_to text,                           -- where it says it has moved for good
  moved_since integer
, why text not null default 'start', crawl_delay_seconds integer not null default 0, reserved text not null default '', delay_seconds integer);
CREATE TABLE source_round (
  source_id integer not null references source (id) on delete cascade,
  at integer not null,
  word text not null,                      -- unchanged, listed, or the standing after a failure
  status integer not null,
  entries integer not null,
  fresh integer not null,
  bytes integer not null,
  millis integer not null,
  primary key (source_id, at)
) without rowid;
CREATE TABLE source_entry (
  source_id integer not null references source (id) on delete cascade,
  address text not null,                   -- canonical; a path of a watched folder
  guid text not null,                      -- the feed's own name for it; of a file its time and size
  title text not null,
  published_at integer,
  text text,                               -- the feed's own text, while the entry waits
  first_seen integer not null,
  last_seen integer not null,
  state text not null,                     -- waiting, taken, refused, skipped, before
  reason text,
  taken_at integer,
  article_id integer,
  completeness text, tries integer not null default 0, retry_at integer not null default 0,                       -- full, feed_text, preview, summary
  primary key (source_id, address)
) without rowid;
CREATE TABLE recheck (
  article_id integer primary key references article (id) on delete cascade,
  address text not null,
  first_at integer not null,               -- when it was first fetched
  step integer not null,                   -- how often it was asked for again
  due_at integer not null,
  etag text,
  last_modified text
);
CREATE TABLE account (
  name text primary key,
  role text not null,                      -- reader, editor or admin
  password text,                           -- Argon2id with its salt and costs; null where another signs in for them
  subject text unique,                     -- what an OpenID provider knows them by
  created_at integer not null,
  disabled_at integer                      -- null while they may sign in
) without rowid;
CREATE TABLE account_session (
  hash text primary key,                   -- SHA-256 of what the cookie holds
  account text not null references account (name) on delete cascade,
  created_at integer not null,
  used_at integer not null,                -- to the hour
  address text not null,
  browser text not null
) without rowid;
CREATE TABLE access_token (
  id integer primary key,
  hash text not null unique,               -- SHA-256 of the token
  account text not null references account (name) on delete cascade,
  label text not null,
  scopes text not null,                    -- words with blanks between
  created_at integer not null,
  expires_at integer,
  used_on text,                            -- the last day of UTC on which it was used
  used_from text                           -- and the address then
);
CREATE TABLE audit (
  id integer primary key,
  at integer not null,
  who text not null,
  what text not null,
  target text not null,
  address text not null
);
CREATE TABLE unsettled (
  number integer primary key,
  article_id integer not null
);
CREATE TABLE happening (
  id integer primary key autoincrement,    -- grows, and is never used again
  at integer not null,
  kind text not null,                      -- article.created, article.edited, dispute.opened ...
  article_id integer references article (id) on delete cascade, -- that it is about, or that brought it about
  subject text not null,                   -- id of what it is about: an article, an entry, an event, a name, a source
  detail text not null                     -- what the kind says it is; may be empty
);
CREATE TABLE article_then (
  id integer not null references article (id) on delete cascade,
  sequence integer not null,
  identity text not null,
  address text,
  source text not null,
  external_id text,
  title text not null,
  language text not null,
  kind text not null,
  ordered_by integer not null,
  published text,
  updated text,
  fetched_at integer not null,
  arrived_at integer not null,
  last_seen integer,                       -- seen_until of an article: when its source showed the text last
  raw_hash blob not null,
  headers text not null,
  revision integer not null,               -- which of its texts
  canonical_id integer not null,
  seen_from integer not null,
  seen_until integer not null,
  primary key (id, seen_from)
) without rowid;
CREATE TABLE tag_then (
  entity_id text not null,
  ordered_by integer not null,
  article_id integer not null references article (id) on delete cascade,
  salience real not null,
  in_title integer not null,
  in_lead integer not null,
  mentions integer not null,
  sentences integer not null,
  subjects integer not null,
  of_sentences integer not null,
  seen_from integer not null,
  seen_until integer not null, most_mentions integer not null default 1,
  primary key (entity_id, ordered_by desc, article_id, seen_from)
) without rowid;
CREATE TABLE name_link_then (
  one_id text not null,
  other_id text not null,
  article_id integer not null references article (id) on delete cascade,
  seen_from integer not null,
  seen_until integer not null,
  primary key (one_id, other_id, article_id, seen_from)
) without rowid;
CREATE TABLE origin_then (
  article_id integer not null references article (id) on delete cascade,
  name text not null,
  kind text not null,
  mark text not null,
  seen_from integer not null,
  seen_until integer not null,
  primary key (article_id, seen_from)
) without rowid;
CREATE TABLE claim_then (
  article_id integer not null references article (id) on delete cascade,
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
  trust real not null,
  subject_start integer,
  subject_end integer,
  seen_from integer not null,
  seen_until integer not null, scope_id text not null default '', model text, agreement text,
  primary key (article_id, number, seen_from)
) without rowid;
CREATE TABLE brief_then (
  article_id integer not null references article (id) on delete cascade,
  version text not null,
  content text not null,
  seen_from integer not null,
  seen_until integer not null,
  primary key (article_id, seen_from)
);
CREATE TABLE own_name_then (
  entity_id text not null,
  folded text not null,
  name text not null,
  language text not null,
  use text not null,
  made_at integer not null,
  shown_at integer not null,
  seen_until integer not null,
  primary key (entity_id, folded, seen_until)
) without rowid;
CREATE TABLE own_thing_then (
  id text not null,
  type text not null,
  made_at integer not null,
  seen_until integer not null,
  primary key (id, seen_until)
) without rowid;
CREATE TABLE wrong_verdict_then (
  entry_id text not null,
  drawer text not null,
  wrong text not null,
  right text not null,
  note text not null,
  made_at integer not null,
  seen_until integer not null,
  primary key (entry_id, seen_until)
) without rowid;
CREATE TABLE drawer_made (
  drawer text primary key,
  until integer not null                   -- the last moment at which anything in it changed
) without rowid;
CREATE TABLE ledger_entry_then (
  id text not null,
  drawer text not null,
  entity_key text not null,
  property text not null,
  verdict integer not null,
  figures integer not null,
  compared integer not null,
  sources integer not null,
  ordered_by integer not null,
  one_article integer,
  one_number integer,
  other_article integer,
  other_number integer,
  seen_from integer not null,
  seen_until integer not null,
  primary key (id, seen_from)
) without rowid;
CREATE TABLE entry_other_id_then (
  id text not null,
  entry_id text not null,
  drawer text not null,
  seen_from integer not null,
  seen_until integer not null,
  primary key (id, entry_id, seen_from)
) without rowid;
CREATE TABLE evidence_then (
  entry_id text not null,
  place integer not null,
  article_id integer not null references article (id) on delete cascade,
  number integer not null,
  against_article integer,
  against_number integer,
  drawer text not null,
  seen_from integer not null,
  seen_until integer not null,
  primary key (entry_id, article_id, number, seen_from)
) without rowid;
CREATE TABLE entry_tag_then (
  entity_id text not null,
  entry_id text not null,
  aside integer not null,
  drawer text not null,
  seen_from integer not null,
  seen_until integer not null,
  primary key (entity_id, entry_id, seen_from)
) without rowid;
CREATE TABLE event_text (
  article_id integer primary key references article (id) on delete cascade,
  spoken blob not null
);
CREATE TABLE event_key (
  key integer not null,
  ordered_by integer not null,
  article_id integer not null references article (id) on delete cascade,
  primary key (key, ordered_by, article_id)
) without rowid;
CREATE TABLE event_member (
  article_id integer primary key references article (id) on delete cascade,
  event_id integer not null,
  ordered_by integer not null,
  like_id integer not null,                -- the text of the event that it is most like: why it is there
  likeness real not null,
  by_hand integer not null,                -- 1: a reader said so
  seen_from integer not null
);
CREATE TABLE event_member_then (
  article_id integer not null references article (id) on delete cascade,
  event_id integer not null,
  ordered_by integer not null,
  like_id integer not null,
  likeness real not null,
  by_hand integer not null,
  seen_from integer not null,
  seen_until integer not null,
  primary key (article_id, seen_from)
) without rowid;
CREATE TABLE hand_event (
  article_id integer primary key references article (id) on delete cascade,
  fold_id integer not null,
  made_at integer not null
);
CREATE TABLE hand_event_apart (
  first_id integer not null references article (id) on delete cascade,
  second_id integer not null references article (id) on delete cascade,
  made_at integer not null,
  primary key (first_id, second_id)
) without rowid;
CREATE TABLE dated_sentence (
  article_id integer not null references article (id) on delete cascade,
  number integer not null,                 -- in the order of the article
  paragraph integer not null,
  span_start integer not null,
  span_end integer not null,
  sentence text not null,
  first_day integer not null,              -- days since 1970 that it is about
  last_day integer not null,
  weight integer not null,                 -- how much speaks for its telling what happened
  seen_from integer not null,
  primary key (article_id, number)
) without rowid;
CREATE TABLE dated_sentence_then (
  article_id integer not null references article (id) on delete cascade,
  number integer not null,
  paragraph integer not null,
  span_start integer not null,
  span_end integer not null,
  sentence text not null,
  first_day integer not null,
  last_day integer not null,
  weight integer not null,
  seen_from integer not null,
  seen_until integer not null,
  primary key (article_id, number, seen_from)
) without rowid;
CREATE TABLE dated_article (
  article_id integer primary key references article (id) on delete cascade,
  version integer not null
);
CREATE TABLE edit (
  article_id integer not null references article (id) on delete cascade,
  number integer not null,                 -- of the text that was replaced
  source text not null,
  found_at integer not null,               -- when the desk saw the new text
  kinds text not null,                     -- what was changed, what weighs most first, apart by commas; empty if only the look
  parts integer not null,                  -- sentences
  silent integer not null,                 -- 1: without a note, and without another time of change
  primary key (article_id, number)
) without rowid;
CREATE TABLE note (
  id text primary key,
  reader_id text not null,
  article_id integer not null references article (id) on delete cascade,
  paragraph integer not null,              -- where the words stood when the note was made, UTF-16 in the paragraph
  span_start integer not null,
  span_end integer not null,
  exact text not null,                     -- the words, and what stood around them: how they are found again
  prefix text not null,
  suffix text not null,
  body text not null,                      -- what the reader wrote; empty for a highlight alone
  tags text not null,                      -- each between two line ends
  found_by text not null,                  -- all of it in lower case and simplified characters
  created_at integer not null,
  changed_at integer not null
) without rowid;
CREATE TABLE collection (
  id text primary key,
  reader_id text not null,
  name text not null,
  created_at integer not null,
  unique (reader_id, name)
) without rowid;
CREATE TABLE collection_article (
  collection_id text not null references collection (id) on delete cascade,
  article_id integer not null references article (id) on delete cascade,
  added_at integer not null,
  primary key (collection_id, article_id)
) without rowid;
CREATE TABLE watch_channel (
  id text primary key,
  reader_id text not null,
  kind text not null,                      -- webhook, mail, ntfy, apprise, feishu, wecom, dingtalk
  address text not null,
  secret text not null,                    -- what it is signed with, or a token; may be empty
  secret_before text not null,             -- the one in use until secret_until; may be empty
  secret_until integer not null,
  stopped text not null,                   -- why nothing is sent there any more; empty while it is
  created_at integer not null
) without rowid;
CREATE TABLE watch_rule (
  id text primary key,
  reader_id text not null,
  name text not null,
  scope text not null,                     -- everything, topic, query, source, entry
  subject text not null,                   -- the topic, the query, the source's name, the entry's id
  told_of text not null,                   -- article.created, figure.outside ... with commas between
  outside text not null,                   -- percent, as a decimal; empty unless it is about figures outside
  languages text not null,                 -- tags with commas between; empty for any
  schedule text not null,                  -- now, hourly, daily 07:30, weekly mon 07:30
  quiet text not null,                     -- 22:00-07:00; may be empty
  zone text not null,                      -- of the reader's clock
  language text not null,                  -- that the reader is told in
  is_on integer not null,
  created_at integer not null,
  seen integer not null,                   -- the last happening that was looked at
  posted_at integer not null               -- the last message
, muted_until integer not null default 0, kinds text not null default '', least_sources integer not null default 1) without rowid;
CREATE TABLE watch_rule_channel (
  rule_id text not null references watch_rule (id) on delete cascade,
  channel_id text not null references watch_channel (id) on delete cascade,
  token text not null unique,              -- whoever holds it may end it
  primary key (rule_id, channel_id)
) without rowid;
CREATE TABLE watch_message (
  id text primary key,
  rule_id text references watch_rule (id) on delete cascade, -- null for a word of the desk's own
  notice text not null,                    -- that word; empty for what a rule found
  made_at integer not null
) without rowid;
CREATE TABLE watch_outbox (
  id text primary key,                     -- what a receiver knows it by, however often it is sent
  message_id text not null references watch_message (id) on delete cascade,
  channel_id text not null references watch_channel (id) on delete cascade,
  made_at integer not null,
  due_at integer not null,
  tries integer not null,
  state text not null,                     -- waiting, sent, failed, dropped
  said text not null,                      -- what the last try came to, in words
  ended_at integer                         -- null while it waits
) without rowid;
CREATE TABLE answer (
  id text primary key,
  reader_id text not null,
  question text not null,
  state text not null,                     -- answered, partly, refused
  made_at integer not null,
  again_of text,                           -- the answer that this one was asked again of
  content text not null
, listed integer not null default 0) without rowid;
CREATE TABLE topic_brief (
  topic text not null,                     -- the name under which it is saved
  day text not null,                       -- in UTC
  made_at integer not null,
  content text not null, listed integer not null default 0,
  primary key (topic, day)
) without rowid;
CREATE TABLE desk_key (
  name text primary key,
  value text not null                      -- 32 bytes in hexadecimal digits
) without rowid;
CREATE TABLE passkey (
  id text primary key,                     -- as browsers name it, base64url
  account text not null references account (name) on delete cascade,
  label text not null,
  credential text not null,                -- id and public key as the authenticator gave them, base64url
  sign_count integer not null,             -- how often it had signed, by its own word
  created_at integer not null,
  used_on text                             -- the last day of UTC on which it was used
) without rowid;
CREATE TABLE source_standing (
  source_id integer not null references source (id) on delete cascade,
  at integer not null,
  standing text not null,
  reason text not null,
  primary key (source_id, at)
) without rowid;
CREATE TABLE source_week (
  source_id integer not null references source (id) on delete cascade,
  monday integer not null,                 -- days since 1970
  taken integer not null,
  refused integer not null,
  full_text integer not null,              -- of those taken: the text of the page, of the feed, a part, a summary
  feed_text integer not null,
  preview integer not null,
  summary integer not null,
  primary key (source_id, monday)
) without rowid;
CREATE TABLE domain_pause (
  domain text primary key,
  until integer not null
) without rowid;
CREATE TABLE mailbox (
  source_id integer primary key references source (id) on delete cascade,
  validity integer not null,               -- when it changes, the mailbox gave its mails new numbers
  uid integer not null                     -- of the last mail that was taken in
);
CREATE TABLE sitemap_part (
  source_id integer not null references source (id) on delete cascade,
  address text not null,
  due_at integer not null,
  every_seconds integer not null,
  etag text,
  last_modified text,
  body_hash text not null,
  fresh_at integer not null,               -- when it last listed something new; at first when it was first seen
  retired integer not null,                -- 1: it says nothing new any more
  primary key (source_id, address)
) without rowid;
CREATE TABLE push (
  source_id integer primary key references source (id) on delete cascade,
  hub text not null,
  topic text not null,                     -- the feed's own address, as its hub knows it
  path text not null unique,               -- random; part of the address that the hub calls
  secret text not null,                    -- random; what it sends is signed with it
  asked_at integer not null,
  lease_until integer,                     -- null: not confirmed yet
  delivered_at integer,
  missed_at integer                        -- when a poll found what it had not told
);
CREATE TABLE reading_label (
  article_id integer not null references article (id) on delete cascade,
  mark text not null,                      -- of sentence, place in it, entity and property; see LabelTable
  verdict text not null,                   -- right, wrong_entity, wrong_property, wrong_figure; wrong: it was not said what
  note text not null,
  made_at integer not null,
  passage text,                            -- the paragraph; null with all that follows if the label is older than this table
  language text,
  published text,
  entity_id text,
  entity text,
  property text,
  scope text,                              -- this and the next as in claim
  time text,
  value text,
  paragraph integer,
  sentence_start integer,
  sentence_end integer,
  speaker_id text,
  speaker text,
  stance text,
  trust real,
  subject_start integer,
  subject_end integer, model text, agreement text,
  primary key (article_id, mark)
) without rowid;
CREATE TABLE reading_label_then (
  article_id integer not null references article (id) on delete cascade,
  mark text not null,
  verdict text not null,
  note text not null,
  made_at integer not null,
  seen_until integer not null,
  primary key (article_id, mark, seen_until)
) without rowid;
CREATE TABLE ledger_doubt (
  entry_id text not null references ledger_entry (id) on delete cascade,
  place integer not null,
  why text not null,                       -- not_trusted, one_voice, undated
  article_id integer not null,             -- the claim that is asked for
  number integer not null,
  against_article integer not null,        -- the claim that it contradicts
  against_number integer not null,
  sources integer not null,                -- of the entry, as ledger_entry has them, for the order of the queue
  ordered_by integer not null,
  primary key (entry_id, place),
  foreign key (article_id, number) references claim (article_id, number) on delete cascade,
  foreign key (against_article, against_number) references claim (article_id, number) on delete cascade
) without rowid;
CREATE TABLE let_pass (
  article_id integer not null references article (id) on delete cascade,
  sentence text not null,                  -- key of the sentence and the words it cites
  reader text not null,
  at integer not null, model text, language text,
  primary key (article_id, sentence)
) without rowid;
CREATE TABLE model_text (
  product text not null,                   -- brief, title, translation
  text_hash blob not null,                 -- SHA-256 of title and paragraphs
  language text not null,                  -- of what is made
  model text not null,
  prompt_version integer not null,
  content text,                            -- JSON of what was made; null if nothing was
  reason text,                             -- why nothing was made
  withheld text,                           -- JSON of the sentences that are not shown
  attempts integer not null,
  retry_at integer not null,               -- not asked again before
  asked_at integer not null,
  primary key (product, text_hash, language, model, prompt_version)
) without rowid;
CREATE TABLE model_article (
  article_id integer not null references article (id) on delete cascade,
  product text not null,
  language text not null,
  text_hash blob not null,
  model text not null,
  prompt_version integer not null,
  primary key (article_id, product, language)
) without rowid;
CREATE TABLE answer_article (
  answer_id text not null references answer (id) on delete cascade,
  article_id integer not null,
  primary key (answer_id, article_id)
) without rowid;
CREATE TABLE topic_brief_article (
  topic text not null,
  day text not null,
  article_id integer not null,
  primary key (topic, day, article_id),
  foreign key (topic, day) references topic_brief (topic, day) on delete cascade
) without rowid;
CREATE TABLE "watch_alert" (
  id integer primary key autoincrement,
  rule_id text not null references watch_rule (id) on delete cascade,
  told_by text not null,                   -- what it must not be told of twice by
  found_at integer not null,
  article_id integer references article (id) on delete cascade,
  item text not null,                      -- what is told, as JSON
  message_id text,                         -- null until it goes out; that message may be forgotten
  unique (rule_id, told_by)
);
CREATE TABLE name_split (
  article_id integer not null references article (id) on delete cascade,
  entity_id text not null,
  thing_id text not null,
  made_at integer not null,
  primary key (article_id, entity_id)
) without rowid;
CREATE TABLE tally (
  subject text not null,                   -- article, independent, language, source, outcome
  word text not null,                      -- which language, source or outcome
  slot integer not null,                   -- 0; in PostgreSQL one for each connection that writes: the sum of all counts
  number integer not null,
  primary key (subject, word, slot)
) without rowid;
CREATE TABLE event_likeness (
  article_id integer not null references article (id) on delete cascade,
  other_id integer not null references article (id) on delete cascade,
  likeness real not null,
  primary key (article_id, other_id)
) without rowid;
CREATE TABLE stale_claim (
  drawer text not null,
  scope_id text not null,
  article_id integer not null,             -- 0: not known any more
  primary key (drawer, scope_id, article_id)
) without rowid;
CREATE TABLE reader_feed (
  mark integer primary key,                -- 48 bits of a hash of what the feed is of
  number integer not null unique           -- from 1 on
);
CREATE TABLE reader_mute (
  reader_id text not null,
  kind text not null,                      -- source, topic
  subject text not null,                   -- its name, as the reader saw it
  value text not null,                     -- the outlet's name; the id of a thing of that name; empty for a topic that is looked for by its words
  muted_at integer not null,
  primary key (reader_id, kind, subject, value)
) without rowid;
CREATE TABLE alike_waiting (
  article_id integer primary key references article (id) on delete cascade
);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (1, '1', 'articles', 'SQL', 'V1__articles.sql', -1282127186, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (10, '15', 'claim trust', 'SQL', 'V15__claim_trust.sql', -341842634, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (11, '18', 'aboutness', 'SQL', 'V18__aboutness.sql', 1103755841, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (12, '19', 'name links', 'SQL', 'V19__name_links.sql', -1682505244, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (13, '20', 'reading', 'SQL', 'V20__reading.sql', 634071856, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (14, '25', 'sources', 'SQL', 'V25__sources.sql', 55719854, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (15, '26', 'seen', 'SQL', 'V26__seen.sql', 1684423532, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (16, '30', 'accounts', 'SQL', 'V30__accounts.sql', 1113702759, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (17, '60', 'shown names', 'SQL', 'V60__shown_names.sql', -400036603, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (18, '70', 'settling', 'SQL', 'V70__settling.sql', 107667644, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (19, '71', 'parts', 'SQL', 'V71__parts.sql', 1124126044, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (2, '2', 'claims', 'SQL', 'V2__claims.sql', -1420488422, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (20, '80', 'happenings', 'SQL', 'V80__happenings.sql', -90248154, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (21, '81', 'known', 'SQL', 'V81__known.sql', -1237494125, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (22, '82', 'events', 'SQL', 'V82__events.sql', -727024338, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (23, '83', 'timeline', 'SQL', 'V83__timeline.sql', -1062859572, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (24, '84', 'edits', 'SQL', 'V84__edits.sql', 519399683, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (25, '90', 'notes', 'SQL', 'V90__notes.sql', 1384411403, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (26, '95', 'watch', 'SQL', 'V95__watch.sql', 759233212, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (27, '100', 'answers', 'SQL', 'V100__answers.sql', -883412965, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (28, '101', 'topic briefs', 'SQL', 'V101__topic_briefs.sql', 1772319430, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (29, '110', 'keys', 'SQL', 'V110__keys.sql', 967186379, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (3, '5', 'model briefs', 'SQL', 'V5__model_briefs.sql', -43220538, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (30, '111', 'passkeys', 'SQL', 'V111__passkeys.sql', 45436260, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (31, '120', 'intake', 'SQL', 'V120__intake.sql', -1469171043, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (32, '121', 'arrivals', 'SQL', 'V121__arrivals.sql', -1711373514, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (33, '145', 'labels', 'SQL', 'V145__labels.sql', -742498981, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (34, '146', 'scopes of claims', 'SQL', 'V146__scopes_of_claims.sql', 1990189419, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (35, '150', 'model standing', 'SQL', 'V150__model_standing.sql', 127897196, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (36, '151', 'withheld', 'SQL', 'V151__withheld.sql', -909894166, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (37, '152', 'model products', 'SQL', 'V152__model_products.sql', -683420213, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (38, '160', 'quoted articles', 'SQL', 'V160__quoted_articles.sql', 827895606, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (39, '170', 'quiet alerts', 'SQL', 'V170__quiet_alerts.sql', -30410850, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (4, '6', 'copies by hand', 'SQL', 'V6__copies_by_hand.sql', 1885251772, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (40, '185', 'most mentions', 'SQL', 'V185__most_mentions.sql', -796872582, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (41, '186', 'name splits', 'SQL', 'V186__name_splits.sql', 834921017, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (42, '195', 'second reader', 'SQL', 'V195__second_reader.sql', -237023652, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (43, '196', 'texts without answers', 'SQL', 'V196__texts_without_answers.sql', 1896564157, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (44, '205', 'tally', 'SQL', 'V205__tally.sql', -1002473023, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (45, '214', 'event likeness', 'SQL', 'V214__event_likeness.sql', 858521984, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (46, '218', 'stale claims', 'SQL', 'V218__stale_claims.sql', -261498040, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (47, '227', 'event head', 'SQL', 'V227__event_head.sql', -449997898, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (48, '234', 'event facts', 'SQL', 'V234__event_facts.sql', 917228038, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (49, '242', 'newest events', 'SQL', 'V242__newest_events.sql', 1476254000, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (5, '7', 'names', 'SQL', 'V7__names.sql', -846317978, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (50, '250', 'reader feeds', 'SQL', 'V250__reader_feeds.sql', -1558082522, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (51, '251', 'event reports', 'SQL', 'V251__event_reports.sql', -1948198595, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (52, '252', 'mutes', 'SQL', 'V252__mutes.sql', 303656694, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (53, '259', 'narrower alerts', 'SQL', 'V259__narrower_alerts.sql', 850425675, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (54, '260', 'event gist', 'SQL', 'V260__event_gist.sql', 1778895599, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (55, '261', 'alike waiting', 'SQL', 'V261__alike_waiting.sql', 1762242193, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (6, '8', 'ledger pages', 'SQL', 'V8__ledger_pages.sql', 587380731, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (7, '9', 'disputed articles', 'SQL', 'V9__disputed_articles.sql', -374424624, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (8, '10', 'entry sources', 'SQL', 'V10__entry_sources.sql', -86365102, 1, '', 0);
insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum", "success", installed_by, execution_time) values (9, '11', 'failures', 'SQL', 'V11__failures.sql', -824860463, 1, '', 0);
insert into "ledger_round" ("number") values (0);
insert into "tally" ("subject", "word", "slot", "number") values ('article', '', 0, 0);
insert into "tally" ("subject", "word", "slot", "number") values ('independent', '', 0, 0);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE UNIQUE INDEX article_sequence on article (sequence);
CREATE INDEX article_order on article (ordered_by desc, id desc);
CREATE INDEX article_external_id on article (external_id) where external_id is not null;
CREATE INDEX article_canonical on article (canonical_id, ordered_by);
CREATE INDEX article_raw_hash on article (raw_hash);
CREATE INDEX deleted_article_sequence on deleted_article (sequence);
CREATE INDEX revision_raw_hash on revision (raw_hash);
CREATE INDEX outcome_word on outcome (outcome, recorded_at desc);
CREATE INDEX outcome_article on outcome (article_id);
CREATE INDEX fingerprint_key_article on fingerprint_key (article_id);
CREATE INDEX copy_pair_second on copy_pair (second_id);
CREATE INDEX tag_article on tag (article_id);
CREATE INDEX wrong_verdict_drawer on wrong_verdict (drawer);
CREATE INDEX model_run_time on model_run (asked_at);
CREATE INDEX hand_fold_set on hand_fold (fold_id);
CREATE INDEX hand_apart_second on hand_apart (second_id);
CREATE INDEX ledger_entry_drawer on ledger_entry (drawer);
CREATE INDEX ledger_entry_order on ledger_entry (verdict, sources desc, ordered_by desc, id);
CREATE INDEX entry_other_id_entry on entry_other_id (entry_id);
CREATE INDEX evidence_claim on evidence (article_id, number);
CREATE INDEX entry_tag_entry on entry_tag (entry_id);
CREATE INDEX failed_document_article on failed_document (article_id);
CREATE INDEX failed_document_raw_hash on failed_document (raw_hash);
CREATE INDEX name_link_article on name_link (article_id);
CREATE INDEX article_arrival on article (arrived_at, id) where canonical_id = id;
CREATE INDEX article_source on article (source, arrived_at);
CREATE INDEX reader_mark_article on reader_mark (article_id);
CREATE INDEX reader_mark_star on reader_mark (reader_id, starred_at, article_id) where starred_at is not null;
CREATE INDEX source_state_due on source_state (due_at);
CREATE INDEX source_entry_waiting on source_entry (source_id, first_seen) where state = 'waiting';
CREATE INDEX source_entry_guid on source_entry (source_id, guid);
CREATE INDEX source_entry_article on source_entry (article_id);
CREATE INDEX recheck_due on recheck (due_at);
CREATE INDEX account_session_account on account_session (account);
CREATE INDEX access_token_account on access_token (account);
CREATE INDEX audit_at on audit (at);
CREATE INDEX happening_kind on happening (kind, id);
CREATE INDEX happening_subject on happening (subject, kind, id);
CREATE INDEX happening_article on happening (article_id);
CREATE INDEX article_formed on article (formed_at, canonical_id);
CREATE INDEX article_then_order on article_then (ordered_by desc, id desc);
CREATE INDEX article_then_canonical on article_then (canonical_id, ordered_by);
CREATE INDEX article_then_external_id on article_then (external_id) where external_id is not null;
CREATE INDEX tag_then_article on tag_then (article_id);
CREATE INDEX name_link_then_article on name_link_then (article_id);
CREATE INDEX wrong_verdict_then_drawer on wrong_verdict_then (drawer);
CREATE INDEX ledger_entry_then_drawer on ledger_entry_then (drawer);
CREATE INDEX ledger_entry_then_order on ledger_entry_then (verdict, sources desc, ordered_by desc, id);
CREATE INDEX entry_other_id_then_drawer on entry_other_id_then (drawer);
CREATE INDEX evidence_then_article on evidence_then (article_id, number);
CREATE INDEX evidence_then_drawer on evidence_then (drawer);
CREATE INDEX entry_tag_then_drawer on entry_tag_then (drawer);
CREATE INDEX event_key_article on event_key (article_id);
CREATE INDEX event_member_event on event_member (event_id, ordered_by);
CREATE INDEX event_member_then_event on event_member_then (event_id);
CREATE INDEX hand_event_set on hand_event (fold_id);
CREATE INDEX hand_event_apart_second on hand_event_apart (second_id);
CREATE INDEX edit_found on edit (found_at desc);
CREATE INDEX edit_source on edit (source, found_at desc);
CREATE INDEX note_reader on note (reader_id, created_at);
CREATE INDEX note_article on note (article_id, reader_id);
CREATE INDEX collection_article_article on collection_article (article_id);
CREATE INDEX watch_channel_reader on watch_channel (reader_id, created_at);
CREATE INDEX watch_rule_reader on watch_rule (reader_id, created_at);
CREATE INDEX watch_rule_channel_channel on watch_rule_channel (channel_id);
CREATE INDEX watch_message_rule on watch_message (rule_id, made_at);
CREATE INDEX watch_outbox_due on watch_outbox (state, due_at);
CREATE INDEX watch_outbox_message on watch_outbox (message_id);
CREATE INDEX watch_outbox_channel on watch_outbox (channel_id, made_at);
CREATE INDEX answer_reader on answer (reader_id, made_at);
CREATE INDEX passkey_account on passkey (account);
CREATE INDEX source_standing_at on source_standing (at);
CREATE INDEX source_entry_state on source_entry (source_id, state);
CREATE INDEX source_entry_taken on source_entry (source_id, taken_at) where state = 'taken';
CREATE INDEX reading_label_made on reading_label (made_at);
CREATE INDEX ledger_doubt_order on ledger_doubt (sources desc, ordered_by desc, entry_id, place);
CREATE INDEX ledger_doubt_claim on ledger_doubt (article_id, number);
CREATE INDEX ledger_doubt_against on ledger_doubt (against_article, against_number);
CREATE INDEX claim_scope on claim (drawer, scope_id);
CREATE INDEX claim_then_scope on claim_then (drawer, scope_id);
CREATE INDEX model_article_text on model_article (text_hash);
CREATE INDEX answer_article_of on answer_article (article_id);
CREATE INDEX topic_brief_article_of on topic_brief_article (article_id);
CREATE INDEX answer_unlisted on answer (id) where listed = 0;
CREATE INDEX topic_brief_unlisted on topic_brief (topic, day) where listed = 0;
CREATE INDEX watch_alert_article on watch_alert (article_id);
CREATE INDEX watch_alert_message on watch_alert (message_id);
CREATE INDEX watch_alert_waiting on watch_alert (rule_id, message_id);
CREATE INDEX watch_message_made on watch_message (made_at);
CREATE INDEX model_text_due on model_text (product, language, model, prompt_version, retry_at) where content is null;
CREATE INDEX event_likeness_other on event_likeness (other_id);
CREATE INDEX event_member_newest on event_member (ordered_by desc, event_id);
CREATE TRIGGER reader_mark_regrouped after update of canonical_id on article
when new.canonical_id <> new.id and old.canonical_id <> new.canonical_id
begin
  insert into reader_mark (reader_id, article_id, read)
  select moment.reader_id, new.canonical_id, 1
  from reader_moment as moment
  left join reader_mark as mark on mark.reader_id = moment.reader_id and mark.article_id = new.id
  where old.canonical_id = new.id and coalesce(mark.read, new.arrived_at <= moment.read_until)
  on conflict (reader_id, article_id) do update set read = coalesce(reader_mark.read, 1);
end;
CREATE TRIGGER account_left after delete on account
begin
  delete from note where reader_id = old.name;
  delete from collection where reader_id = old.name;
  delete from reader_mark where reader_id = old.name;
  delete from reader_moment where reader_id = old.name;
end;
CREATE TRIGGER account_left_watch after delete on account
begin
  delete from watch_rule where reader_id = old.name;
  delete from watch_channel where reader_id = old.name;
end;
CREATE TRIGGER model_article_gone after delete on model_article begin
  delete from model_text where text_hash = old.text_hash
    and not exists (select 1 from model_article where text_hash = old.text_hash);
end;
CREATE TRIGGER article_tallied after insert on article
begin
  insert into tally (subject, word, slot, number) values
    ('article', '', 0, 1),
    ('independent', '', 0, new.canonical_id = new.id),
    ('language', new.language, 0, 1),
    ('source', new.source, 0, 1)
  on conflict (subject, word, slot) do update set number = tally.number + excluded.number;
end;
CREATE TRIGGER article_tallied_out after delete on article
begin
  insert into tally (subject, word, slot, number) values
    ('article', '', 0, -1),
    ('independent', '', 0, -(old.canonical_id = old.id)),
    ('language', old.language, 0, -1),
    ('source', old.source, 0, -1)
  on conflict (subject, word, slot) do update set number = tally.number + excluded.number;
end;
CREATE TRIGGER article_tallied_anew after update of canonical_id, language, source on article
when old.canonical_id <> new.canonical_id or old.language <> new.language or old.source <> new.source
begin
  insert into tally (subject, word, slot, number) values
    ('independent', '', 0, (new.canonical_id = new.id) - (old.canonical_id = old.id)),
    ('language', old.language, 0, -1),
    ('language', new.language, 0, 1),
    ('source', old.source, 0, -1),
    ('source', new.source, 0, 1)
  on conflict (subject, word, slot) do update set number = tally.number + excluded.number;
end;
CREATE TRIGGER outcome_tallied after insert on outcome
begin
  insert into tally (subject, word, slot, number) values ('outcome', new.outcome, 0, 1)
  on conflict (subject, word, slot) do update set number = tally.number + excluded.number;
end;
CREATE TRIGGER outcome_tallied_out after delete on outcome
begin
  insert into tally (subject, word, slot, number) values ('outcome', old.outcome, 0, -1)
  on conflict (subject, word, slot) do update set number = tally.number + excluded.number;
end;
CREATE TRIGGER outcome_tallied_anew after update of outcome on outcome
when old.outcome <> new.outcome
begin
  insert into tally (subject, word, slot, number) values
    ('outcome', old.outcome, 0, -1),
    ('outcome', new.outcome, 0, 1)
  on conflict (subject, word, slot) do update set number = tally.number + excluded.number;
end;
CREATE TRIGGER account_left_mutes after delete on account
begin
  delete from reader_mute where reader_id = old.name;
end;
