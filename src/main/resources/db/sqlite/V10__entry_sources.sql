-- What outlets, languages and days an entry has figures of, so that a list can be narrowed to them and
-- counted by them without looking at every figure.

create table entry_source (
  entry_id text not null references ledger_entry (id) on delete cascade,
  source text not null,
  language text not null,
  figures integer not null,                -- copies are counted too
  first_at integer not null,               -- of its earliest figure: publication, else fetching
  last_at integer not null,
  primary key (entry_id, source, language)
) without rowid;

insert into entry_source (entry_id, source, language, figures, first_at, last_at)
select evidence.entry_id, article.source, article.language, count(*), min(article.ordered_by), max(article.ordered_by)
from evidence
join article on article.id = evidence.article_id
group by evidence.entry_id, article.source, article.language;
