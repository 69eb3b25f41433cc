-- Which texts tell of one happening. An event is called by any of its articles; the number that its texts share is that of
-- the first. Copies are no texts of their own: only canonical articles stand here.

-- What a text speaks of, as event.Spoken writes it.
create table event_text (
  article_id bigint primary key references article (id) on delete cascade,
  number bigint not null,                  -- in the order in which texts came
  spoken bytea not null
);
create index event_text_number on event_text (number);

-- By what it is found.
create table event_key (
  key bigint not null,
  ordered_by bigint not null,
  article_id bigint not null references article (id) on delete cascade,
  primary key (key, ordered_by, article_id)
);
create index event_key_article on event_key (article_id);

-- A text of an event that has others; a text without a row stands alone.
create table event_member (
  article_id bigint primary key references article (id) on delete cascade,
  event_id bigint not null,
  ordered_by bigint not null,
  like_id bigint not null,                -- the text of the event that it is most like: why it is there
  likeness double precision not null,
  by_hand integer not null,                -- 1: a reader said so
  seen_from bigint not null
);
create index event_member_event on event_member (event_id, ordered_by);

create table event_member_then (
  article_id bigint not null references article (id) on delete cascade,
  event_id bigint not null,
  ordered_by bigint not null,
  like_id bigint not null,
  likeness double precision not null,
  by_hand integer not null,
  seen_from bigint not null,
  seen_until bigint not null,
  primary key (article_id, seen_from)
);
create index event_member_then_event on event_member_then (event_id);

-- Articles with one fold_id tell of one event, by the reader's word.
create table hand_event (
  article_id bigint primary key references article (id) on delete cascade,
  fold_id bigint not null,
  made_at bigint not null
);
create index hand_event_set on hand_event (fold_id);

-- Two articles that do not, by the reader's word; first_id is the smaller.
create table hand_event_apart (
  first_id bigint not null references article (id) on delete cascade,
  second_id bigint not null references article (id) on delete cascade,
  made_at bigint not null,
  primary key (first_id, second_id)
);
create index hand_event_apart_second on hand_event_apart (second_id);
