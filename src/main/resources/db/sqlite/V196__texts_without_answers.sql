-- When a text that got no answer is due again, found without looking through those that have one.
create index model_text_due on model_text (product, language, model, prompt_version, retry_at) where content is null;
