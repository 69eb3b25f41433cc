-- What a user said of names, on top of CLDR and the packs. Nothing in the first three tables is derived.

create table own_thing (
  id text primary key,
  type text not null,
  made_at integer not null
) without rowid;

create table own_name (
  entity_id text not null,                 -- of an own thing, or of one that CLDR or a pack has
  folded text not null,                    -- what spellings of one name have in common
  name text not null,
  language text not null,
  use text not null,                       -- sure, ambiguous, or not: it is no name of the thing
  made_at integer not null,
  primary key (entity_id, folded)
) without rowid;

-- Candidates that a person said are no names.
create table not_a_name (
  folded text primary key,
  name text not null,
  made_at integer not null
) without rowid;

-- With which names articles are tagged, and up to which id; one row.
create table tagging (
  id integer primary key check (id = 1),
  version text not null,
  last_id integer not null
);
