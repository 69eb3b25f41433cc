-- How many there are of what pages and metrics count at every look, kept by the database itself as rows come, change and go.
create table tally (
  subject text not null,                   -- article, independent, language, source, outcome
  word text not null,                      -- which language, source or outcome
  slot integer not null,                   -- 0; in PostgreSQL one for each connection that writes: the sum of all counts
  number integer not null,
  primary key (subject, word, slot)
) without rowid;

insert into tally select 'article', '', 0, count(*) from article;
insert into tally select 'independent', '', 0, count(*) from article where canonical_id = id;
insert into tally select 'language', language, 0, count(*) from article group by language;
insert into tally select 'source', source, 0, count(*) from article group by source;
insert into tally select 'outcome', outcome, 0, count(*) from outcome group by outcome;

create trigger article_tallied after insert on article
begin
  insert into tally (subject, word, slot, number) values
    ('article', '', 0, 1),
    ('independent', '', 0, new.canonical_id = new.id),
    ('language', new.language, 0, 1),
    ('source', new.source, 0, 1)
  on conflict (subject, word, slot) do update set number = tally.number + excluded.number;
end;

create trigger article_tallied_out after delete on article
begin
  insert into tally (subject, word, slot, number) values
    ('article', '', 0, -1),
    ('independent', '', 0, -(old.canonical_id = old.id)),
    ('language', old.language, 0, -1),
    ('source', old.source, 0, -1)
  on conflict (subject, word, slot) do update set number = tally.number + excluded.number;
end;

create trigger article_tallied_anew after update of canonical_id, language, source on article
when old.canonical_id <> new.canonical_id or old.language <> new.language or old.source <> new.source
begin
  insert into tally (subject, word, slot, number) values
    ('independent', '', 0, (new.canonical_id = new.id) - (old.canonical_id = old.id)),
    ('language', old.language, 0, -1),
    ('language', new.language, 0, 1),
    ('source', old.source, 0, -1),
    ('source', new.source, 0, 1)
  on conflict (subject, word, slot) do update set number = tally.number + excluded.number;
end;

create trigger outcome_tallied after insert on outcome
begin
  insert into tally (subject, word, slot, number) values ('outcome', new.outcome, 0, 1)
  on conflict (subject, word, slot) do update set number = tally.number + excluded.number;
end;

create trigger outcome_tallied_out after delete on outcome
begin
  insert into tally (subject, word, slot, number) values ('outcome', old.outcome, 0, -1)
  on conflict (subject, word, slot) do update set number = tally.number + excluded.number;
end;

create trigger outcome_tallied_anew after update of outcome on outcome
when old.outcome <> new.outcome
begin
  insert into tally (subject, word, slot, number) values
    ('outcome', old.outcome, 0, -1),
    ('outcome', new.outcome, 0, 1)
  on conflict (subject, word, slot) do update set number = tally.number + excluded.number;
end;
