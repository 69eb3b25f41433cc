-- Which texts of about the same time are alike, both ways: what events are grouped by. It hangs on nothing but the two
-- texts, so that events do not hang on the order in which texts came.
create table event_likeness (
  article_id integer not null references article (id) on delete cascade,
  other_id integer not null references article (id) on delete cascade,
  likeness real not null,
  primary key (article_id, other_id)
) without rowid;
create index event_likeness_other on event_likeness (other_id);

-- What is common on a desk weighs no more.
drop index event_text_number;
alter table event_text drop column number;

-- Read and grouped anew when the desk is opened.
delete from event_key;
delete from event_text;
