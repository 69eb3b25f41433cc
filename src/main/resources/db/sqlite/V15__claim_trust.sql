-- How far a claim can be trusted, and where its subject stands in the paragraph.
alter table claim add column trust real not null default 1;
alter table claim add column subject_start integer;
alter table claim add column subject_end integer;
