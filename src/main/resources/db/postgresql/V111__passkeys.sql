-- Public keys of what people's own devices hold. Nothing here lets anybody in.
create table passkey (
  id text primary key,                     -- as browsers name it, base64url
  account text not null references account (name) on delete cascade,
  label text not null,
  credential text not null,                -- id and public key as the authenticator gave them, base64url
  sign_count bigint not null,             -- how often it had signed, by its own word
  created_at bigint not null,
  used_on text                             -- the last day of UTC on which it was used
);
create index passkey_account on passkey (account);
