-- How often an article names what it names most: a part of `salience`. Articles that were tagged before
-- are tagged again, because the matcher's version changed; till then each thing is the most named one.
alter table tag add column most_mentions integer not null default 1;
update tag set most_mentions = mentions;
alter table tag_then add column most_mentions integer not null default 1;
update tag_then set most_mentions = mentions;
