-- What a language model made of a figure, beside the reader by weights: its name, and whether it agrees, differs or is alone.
alter table claim add column model text;
alter table claim add column agreement text;
alter table claim_then add column model text;
alter table claim_then add column agreement text;
alter table reading_label add column model text;
alter table reading_label add column agreement text;

-- Whose sentence a reader let pass, and in which language; null in what was let pass before that was kept.
alter table let_pass add column model text;
alter table let_pass add column language text;
