-- What a topic says as a whole, one a day. The content has each sentence with its citations.
create table topic_brief (
  topic text not null,                     -- the name under which it is saved
  day text not null,                       -- in UTC
  made_at integer not null,
  content text not null,
  primary key (topic, day)
) without rowid;
