-- The ledger as lists read it: in the order in which they show it. Made anew from the claims; nothing wrote the tables
-- that these replace.

drop table entry_tag;
drop table evidence;
drop table entry_other_id;
drop table ledger_entry;

create table ledger_entry (
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
) without rowid;
create index ledger_entry_drawer on ledger_entry (drawer);
create index ledger_entry_order on ledger_entry (verdict, sources desc, ordered_by desc, id);

-- Ids under which an entry was or could have been known; a fuller scope gives an entry another id.
create table entry_other_id (
  id text not null,
  entry_id text not null references ledger_entry (id) on delete cascade,
  primary key (id, entry_id)
) without rowid;
create index entry_other_id_entry on entry_other_id (entry_id);

-- Which claims stand in which entry, those first that show best what it holds.
create table evidence (
  entry_id text not null references ledger_entry (id) on delete cascade,
  place integer not null,
  article_id integer not null,
  number integer not null,
  against_article integer,                 -- the plainest claim that cannot hold together with it, if there is one
  against_number integer,
  primary key (entry_id, place),
  foreign key (article_id, number) references claim (article_id, number) on delete cascade
) without rowid;
create index evidence_claim on evidence (article_id, number);

-- Which entries hold figures of which named entity, in the order of a topic's ledger.
create table entry_tag (
  entity_id text not null,
  verdict integer not null,
  aside integer not null,                  -- 0 if the entry is about the entity, 1 if articles on it give the figures
  sources integer not null,
  ordered_by integer not null,
  entry_id text not null references ledger_entry (id) on delete cascade,
  figures integer not null,
  primary key (entity_id, verdict, aside, sources desc, ordered_by desc, entry_id)
) without rowid;
create index entry_tag_entry on entry_tag (entry_id);

-- Raised whenever entries were made anew, so that what was counted of them can be kept until then.
create table ledger_round (
  number integer not null
);
insert into ledger_round (number) values (0);

-- What an earlier program read is filed anew.
insert into stale_drawer (drawer) select distinct drawer from claim where true on conflict do nothing;
