-- Besides briefs a model makes titles and translations: each text has an answer for each product.
drop trigger model_brief_gone;
alter table model_text rename to model_text_before;
alter table model_brief rename to model_brief_before;

create table model_text (
  product text not null,                   -- brief, title, translation
  text_hash blob not null,                 -- SHA-256 of title and paragraphs
  language text not null,                  -- of what is made
  model text not null,
  prompt_version integer not null,
  content text,                            -- JSON of what was made; null if nothing was
  reason text,                             -- why nothing was made
  withheld text,                           -- JSON of the sentences that are not shown
  attempts integer not null,
  retry_at integer not null,               -- not asked again before
  asked_at integer not null,
  primary key (product, text_hash, language, model, prompt_version)
) without rowid;
insert into model_text select 'brief', text_hash, language, model, prompt_version, content, reason, withheld,
  attempts, retry_at, asked_at from model_text_before;
drop table model_text_before;

-- The text that what was made for an article in a language is of.
create table model_article (
  article_id integer not null references article (id) on delete cascade,
  product text not null,
  language text not null,
  text_hash blob not null,
  model text not null,
  prompt_version integer not null,
  primary key (article_id, product, language)
) without rowid;
create index model_article_text on model_article (text_hash);
insert into model_article select article_id, 'brief', language, text_hash, model, prompt_version from model_brief_before;
drop table model_brief_before;

-- A text that no article holds any more is forgotten.
create trigger model_article_gone after delete on model_article begin
  delete from model_text where text_hash = old.text_hash
    and not exists (select 1 from model_article where text_hash = old.text_hash);
end;

alter table model_run add column product text not null default 'brief';
