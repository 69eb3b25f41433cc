-- Who may use the desk. Nothing here is derived, and nothing here is of use to whoever reads it: passwords,
-- session ids and tokens are kept as hashes only.

create table account (
  name text primary key,
  role text not null,                      -- reader, editor or admin
  password text,                           -- Argon2id with its salt and costs; null where another signs in for them
  subject text unique,                     -- what an OpenID provider knows them by
  created_at integer not null,
  disabled_at integer                      -- null while they may sign in
) without rowid;

create table account_session (
  hash text primary key,                   -- SHA-256 of what the cookie holds
  account text not null references account (name) on delete cascade,
  created_at integer not null,
  used_at integer not null,                -- to the hour
  address text not null,
  browser text not null
) without rowid;
create index account_session_account on account_session (account);

create table access_token (
  id integer primary key,
  hash text not null unique,               -- SHA-256 of the token
  account text not null references account (name) on delete cascade,
  label text not null,
  scopes text not null,                    -- words with blanks between
  created_at integer not null,
  expires_at integer,
  used_on text,                            -- the last day of UTC on which it was used
  used_from text                           -- and the address then
);
create index access_token_account on access_token (account);

-- Every change that reaches more than one reader, every sign-in; never changed.
create table audit (
  id integer primary key,
  at integer not null,
  who text not null,
  what text not null,
  target text not null,
  address text not null
);
create index audit_at on audit (at);
