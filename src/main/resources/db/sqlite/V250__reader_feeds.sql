-- By which number reading programs know a feed: small, and the same for ever. What the feed is of cannot be told from its mark.

create table reader_feed (
  mark integer primary key,                -- 48 bits of a hash of what the feed is of
  number integer not null unique           -- from 1 on
);
