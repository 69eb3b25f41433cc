-- How many there are of what pages and metrics count at every look, kept by the database itself as rows come, change and go.
create table tally (
  subject text not null,                   -- article, independent, language, source, outcome
  word text not null,                      -- which language, source or outcome
  slot integer not null,                   -- by the connection that writes, so that few wait for another: the sum of all counts
  number bigint not null,
  primary key (subject, word, slot)
);

create function tallied(of_subject text, of_word text, change bigint) returns void language plpgsql as $$
begin
  insert into tally (subject, word, slot, number) values (of_subject, of_word, pg_backend_pid() % 64, change)
  on conflict (subject, word, slot) do update set number = tally.number + excluded.number;
end $$;

create function article_tallied() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform tallied('language', old.language, -1);
    perform tallied('source', old.source, -1);
    if old.canonical_id = old.id then
      perform tallied('independent', '', -1);
    end if;
  end if;
  if tg_op <> 'DELETE' then
    perform tallied('language', new.language, 1);
    perform tallied('source', new.source, 1);
    if new.canonical_id = new.id then
      perform tallied('independent', '', 1);
    end if;
  end if;
  if tg_op = 'INSERT' then
    perform tallied('article', '', 1);
  elsif tg_op = 'DELETE' then
    perform tallied('article', '', -1);
  end if;
  return null;
end $$;
create trigger article_tallied after insert or delete on article
  for each row execute function article_tallied();
create trigger article_tallied_anew after update of canonical_id, language, source on article
  for each row
  when (old.canonical_id <> new.canonical_id or old.language <> new.language or old.source <> new.source)
  execute function article_tallied();

create function outcome_tallied() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform tallied('outcome', old.outcome, -1);
  end if;
  if tg_op <> 'DELETE' then
    perform tallied('outcome', new.outcome, 1);
  end if;
  return null;
end $$;
create trigger outcome_tallied after insert or delete on outcome
  for each row execute function outcome_tallied();
create trigger outcome_tallied_anew after update of outcome on outcome
  for each row when (old.outcome <> new.outcome) execute function outcome_tallied();

-- Once the triggers stand nobody writes beside, so that no row is missed or counted twice.
insert into tally select 'article', '', 0, count(*) from article;
insert into tally select 'independent', '', 0, count(*) from article where canonical_id = id;
insert into tally select 'language', language, 0, count(*) from article group by language;
insert into tally select 'source', source, 0, count(*) from article group by source;
insert into tally select 'outcome', outcome, 0, count(*) from outcome group by outcome;
