-- What articles claim, what a reader said of that, and the ledger that is made of both. Claims and ledger are derived:
-- they can be made again from the articles at any time. Corrections are not.

create table claim (
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
  stance text not null,
  primary key (article_id, number)
) without rowid;
create index claim_drawer on claim (drawer);

-- The articles whose claims were read, by which version of the reading; and who speaks in them: the owner of the outlet,
-- or of the agency that the text came from.
create table claim_reading (
  article_id integer primary key references article (id) on delete cascade,
  version text not null,
  voice text not null
);

-- Drawers whose entries must be made anew.
create table stale_drawer (
  drawer text primary key
) without rowid;

create table ledger_entry (
  id text primary key,                     -- from what the entry is about
  drawer text not null,
  entity_id text,
  entity text not null,
  property text not null,
  verdict text not null,                   -- agree, differ, not_comparable, none
  figures integer not null,
  sources integer not null,                -- independent ones
  ordered_by integer not null,             -- of its newest figure
  content text                             -- JSON of a large entry, shortened; null: made of its claims when it is shown
) without rowid;
create index ledger_entry_drawer on ledger_entry (drawer);

-- Ids under which an entry was or could have been known; a fuller scope gives an entry another id.
create table entry_other_id (
  id text primary key,
  entry_id text not null references ledger_entry (id) on delete cascade
) without rowid;
create index entry_other_id_entry on entry_other_id (entry_id);

-- Which claims stand in which entry.
create table evidence (
  entry_id text not null references ledger_entry (id) on delete cascade,
  article_id integer not null,
  number integer not null,
  primary key (entry_id, article_id, number),
  foreign key (article_id, number) references claim (article_id, number) on delete cascade
) without rowid;
create index evidence_claim on evidence (article_id, number);

-- Which entries hold figures of articles about which named entity.
create table entry_tag (
  entity_id text not null,
  entry_id text not null references ledger_entry (id) on delete cascade,
  primary key (entity_id, entry_id)
) without rowid;
create index entry_tag_entry on entry_tag (entry_id);

-- A reader's word that a figure was read wrongly. Known by the article and the words, so that it outlives every new
-- reading; never by the claim's number.
create table wrong_reading (
  article_id integer not null references article (id) on delete cascade,
  mark text not null,                      -- of sentence, place in it, entity and property; see CorrectionTable
  note text not null,
  made_at integer not null,
  primary key (article_id, mark)
) without rowid;

-- A reader's word that an entry's verdict is wrong; it holds as long as the verdict is that one.
create table wrong_verdict (
  entry_id text primary key,
  drawer text not null,
  wrong text not null,
  right text not null,
  note text not null,
  made_at integer not null
) without rowid;
create index wrong_verdict_drawer on wrong_verdict (drawer);
