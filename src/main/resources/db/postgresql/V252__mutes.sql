-- What a reader wants to hear nothing of: an outlet, or what articles are about. Each row is one reader's alone.
create table reader_mute (
  reader_id text not null,
  kind text not null,                      -- source, topic
  subject text not null,                   -- its name, as the reader saw it
  value text not null,                     -- the outlet's name; the id of a thing of that name; empty for a topic that is looked for by its words
  muted_at bigint not null,
  primary key (reader_id, kind, subject, value)
);

-- Whoever gets the name of an account that was removed has none of its reader's mutes.
create function account_left_mutes() returns trigger language plpgsql as $$
begin
  delete from reader_mute where reader_id = old.name;
  return null;
end;
$$;
create trigger account_left_mutes after delete on account for each row execute function account_left_mutes();
