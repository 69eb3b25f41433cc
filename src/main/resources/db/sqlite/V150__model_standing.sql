-- How the sentences of each answer stood after the vetting, beside those withheld.
alter table model_run add column confirmed integer not null default 0;
alter table model_run add column marked integer not null default 0;
-- Of answers before, those marked count among the confirmed.
update model_run set confirmed = sentences - failed where outcome = 'made';
