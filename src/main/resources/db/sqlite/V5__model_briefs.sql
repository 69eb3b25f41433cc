-- What language models wrote, and what that cost. Nothing here can be derived without paying again.

-- One text, asked once for each language, model and prompt, whatever articles hold it.
create table model_text (
  text_hash blob not null,                 -- SHA-256 of title and paragraphs
  language text not null,                  -- of the brief
  model text not null,
  prompt_version integer not null,
  content text,                            -- JSON of the brief; null if none was made
  reason text,                             -- why none was made
  attempts integer not null,
  retry_at integer not null,               -- not asked again before
  asked_at integer not null,
  primary key (text_hash, language, model, prompt_version)
) without rowid;

-- The text that each article's brief in a language is of.
create table model_brief (
  article_id integer not null references article (id) on delete cascade,
  language text not null,
  text_hash blob not null,
  model text not null,
  prompt_version integer not null,
  primary key (article_id, language)
) without rowid;
create index model_brief_text on model_brief (text_hash);

-- A text that no article holds any more is forgotten.
create trigger model_brief_gone after delete on model_brief begin
  delete from model_text where text_hash = old.text_hash
    and not exists (select 1 from model_brief where text_hash = old.text_hash);
end;

-- One article sent to a model, with what was counted in all it wrote; holds no text.
create table model_run (
  id integer primary key,
  asked_at integer not null,
  article_id integer references article (id) on delete set null,
  source text not null,
  language text not null,
  model text not null,
  prompt_version integer not null,
  outcome text not null,                   -- made, or why not
  questions integer not null,
  input_tokens integer not null,
  output_tokens integer not null,
  cost integer not null,                   -- millionths of the prices' currency
  withheld integer not null,               -- sentences not shown
  not_sent integer not null,               -- paragraphs kept from the model
  sentences integer not null,              -- as written, before any was withheld
  failed integer not null,
  numbers integer not null,
  unsupported_numbers integer not null,
  names integer not null,
  missing_names integer not null,
  quotes integer not null,
  changed_quotes integer not null
);
create index model_run_time on model_run (asked_at);
