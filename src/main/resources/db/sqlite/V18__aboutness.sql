-- How much an article is about a thing: what `salience` is made of. Articles that were tagged before
-- are tagged again, because the matcher's version changed.
alter table tag add column in_title integer not null default 0;      -- the title names it
alter table tag add column in_lead integer not null default 0;       -- one of the first two paragraphs does
alter table tag add column mentions integer not null default 1;
alter table tag add column sentences integer not null default 0;     -- that name it
alter table tag add column subjects integer not null default 0;      -- of these, that are about it
alter table tag add column of_sentences integer not null default 0;  -- that the article has
