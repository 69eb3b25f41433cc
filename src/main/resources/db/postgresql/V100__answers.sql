-- Answers that readers asked for. The content has each sentence with its citations.
create table answer (
  id text primary key,
  reader_id text not null,
  question text not null,
  state text not null,                     -- answered, partly, refused
  made_at bigint not null,
  again_of text,                           -- the answer that this one was asked again of
  content text not null
);
create index answer_reader on answer (reader_id, made_at);
