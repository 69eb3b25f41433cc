-- What sources changed after publication: a row for each text that they put another in the place of.
create table edit (
  article_id bigint not null references article (id) on delete cascade,
  number integer not null,                 -- of the text that was replaced
  source text not null,
  found_at bigint not null,               -- when the desk saw the new text
  kinds text not null,                     -- what was changed, what weighs most first, apart by commas; empty if only the look
  parts integer not null,                  -- sentences
  silent integer not null,                 -- 1: without a note, and without another time of change
  primary key (article_id, number)
);
create index edit_found on edit (found_at desc);
create index edit_source on edit (source, found_at desc);
