-- What a reader said of the reading of a figure, and the reading as the reader saw it: a label from which reading is measured and learned.
-- Known by the article and the words, so that it outlives every new reading; never by the claim's number.

create table reading_label (
  article_id bigint not null references article (id) on delete cascade,
  mark text not null,                      -- of sentence, place in it, entity and property; see LabelTable
  verdict text not null,                   -- right, wrong_entity, wrong_property, wrong_figure; wrong: it was not said what
  note text not null,
  made_at bigint not null,
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
  trust double precision,
  subject_start integer,
  subject_end integer,
  primary key (article_id, mark)
);
create index reading_label_made on reading_label (made_at);

insert into reading_label (article_id, mark, verdict, note, made_at)
  select article_id, mark, 'wrong', note, made_at from wrong_reading;
drop table wrong_reading;

create table reading_label_then (
  article_id bigint not null references article (id) on delete cascade,
  mark text not null,
  verdict text not null,
  note text not null,
  made_at bigint not null,
  seen_until bigint not null,
  primary key (article_id, mark, seen_until)
);
insert into reading_label_then (article_id, mark, verdict, note, made_at, seen_until)
  select article_id, mark, 'wrong', note, made_at, seen_until from wrong_reading_then;
drop table wrong_reading_then;

-- Figures that a reader should look at, because they contradict another and one of the two may be read wrongly.
create table ledger_doubt (
  entry_id text not null references ledger_entry (id) on delete cascade,
  place integer not null,
  why text not null,                       -- not_trusted, one_voice, undated
  article_id bigint not null,             -- the claim that is asked for
  number integer not null,
  against_article bigint not null,        -- the claim that it contradicts
  against_number integer not null,
  sources integer not null,                -- of the entry, as ledger_entry has them, for the order of the queue
  ordered_by bigint not null,
  primary key (entry_id, place),
  foreign key (article_id, number) references claim (article_id, number) on delete cascade,
  foreign key (against_article, against_number) references claim (article_id, number) on delete cascade
);
create index ledger_doubt_order on ledger_doubt (sources desc, ordered_by desc, entry_id, place);
create index ledger_doubt_claim on ledger_doubt (article_id, number);
create index ledger_doubt_against on ledger_doubt (against_article, against_number);
