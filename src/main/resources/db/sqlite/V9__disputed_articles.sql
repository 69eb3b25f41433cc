-- The index learns which articles have a figure in dispute: they count as changed, each with a sequence of its own.

update article
set sequence = numbered.sequence
from (
  select id,
    max((select coalesce(max(sequence), 0) from article), (select coalesce(max(sequence), 0) from deleted_article))
      + row_number() over (order by id) as sequence
  from article
  where id in (
    select evidence.article_id
    from evidence
    join ledger_entry on ledger_entry.id = evidence.entry_id
    where ledger_entry.verdict = 0 and evidence.against_article is not null
  )
) as numbered
where article.id = numbered.id;
