-- The name by which a person wants a thing of their own to be shown, among its names in one language.
alter table own_name add column shown_at integer not null default 0;  -- the latest wins
