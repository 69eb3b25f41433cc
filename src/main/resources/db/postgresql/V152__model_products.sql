-- Besides briefs a model makes titles and translations: each text has an answer for each product.
drop trigger model_brief_gone on model_brief;
drop function model_brief_gone();

alter table model_text add column product text not null default 'brief';
alter table model_text alter column product drop default;
alter table model_text drop constraint model_text_pkey;
alter table model_text add primary key (product, text_hash, language, model, prompt_version);

-- The text that what was made for an article in a language is of.
alter table model_brief rename to model_article;
alter index model_brief_text rename to model_article_text;
alter table model_article add column product text not null default 'brief';
alter table model_article alter column product drop default;
alter table model_article drop constraint model_brief_pkey;
alter table model_article add primary key (article_id, product, language);

-- A text that no article holds any more is forgotten.
create function model_article_gone() returns trigger language plpgsql as $$
begin
  delete from model_text where text_hash = old.text_hash
    and not exists (select 1 from model_article where text_hash = old.text_hash);
  return null;
end $$;
create trigger model_article_gone after delete on model_article
  for each row execute function model_article_gone();

alter table model_run add column product text not null default 'brief';
