-- The desk as it was known at a moment: each table that has a past is hidden, for one connection, behind a view of the
-- same name. {live} is the schema of the tables, {at} the moment in milliseconds since 1970, {bytes} and {long} are the
-- names of two types. Both halves of a view give columns of one type, or SQLite reads the whole of each; so it does where a statement that
-- joins several views sorts by a column that it does not return, or counts or groups: such a one asks the other view in a subselect.

create temp view article as
select id, sequence, identity, address, source, external_id, title, language, kind, ordered_by, published, updated, fetched_at,
  arrived_at, cast(case when seen_until <= {at} then seen_until end as {long}) as seen_until, raw_hash, headers, revision,
  canonical_id, formed_at, body
from {live}.article where formed_at <= {at}
union all
select id, sequence, identity, address, source, external_id, title, language, kind, ordered_by, published, updated, fetched_at,
  arrived_at, cast(case when last_seen <= {at} then last_seen end as {long}), raw_hash, headers, revision,
  canonical_id, seen_from,
  cast(coalesce((select body from {live}.revision where article_id = was.id and number = was.revision),
    (select body from {live}.article where id = was.id)) as {bytes})
from {live}.article_then as was where seen_from <= {at} and seen_until > {at};

-- Kept for what stands alone; of the past they are counted.
create temp view tally as
select 'article' as subject, '' as word, 0 as slot, count(*) as number from article
union all select 'independent', '', 0, count(*) from article where canonical_id = id
union all select 'language', language, 0, count(*) from article group by language
union all select 'source', source, 0, count(*) from article group by source;

create temp view revision as
select article_id, number, title, published, updated, fetched_at, raw_hash, body, seen_until, replaced_at
from {live}.revision where replaced_at <= {at};

create temp view tag as
select entity_id, ordered_by, article_id, salience, in_title, in_lead, mentions, sentences, subjects, of_sentences, most_mentions, seen_from
from {live}.tag where seen_from <= {at}
union all
select entity_id, ordered_by, article_id, salience, in_title, in_lead, mentions, sentences, subjects, of_sentences, most_mentions, seen_from
from {live}.tag_then where seen_from <= {at} and seen_until > {at};

create temp view name_link as
select one_id, other_id, article_id, seen_from from {live}.name_link where seen_from <= {at}
union all
select one_id, other_id, article_id, seen_from from {live}.name_link_then where seen_from <= {at} and seen_until > {at};

create temp view origin as
select article_id, name, kind, mark, seen_from from {live}.origin where seen_from <= {at}
union all
select article_id, name, kind, mark, seen_from from {live}.origin_then where seen_from <= {at} and seen_until > {at};

create temp view brief as
select article_id, version, content, seen_from from {live}.brief where seen_from <= {at}
union all
select article_id, version, content, seen_from from {live}.brief_then where seen_from <= {at} and seen_until > {at};

create temp view claim as
select article_id, number, drawer, entity_id, entity, property, scope, time, value, paragraph, sentence_start, sentence_end,
  sentence, speaker_id, speaker, stance, trust, subject_start, subject_end, scope_id, model, agreement, seen_from
from {live}.claim where seen_from <= {at}
union all
select article_id, number, drawer, entity_id, entity, property, scope, time, value, paragraph, sentence_start, sentence_end,
  sentence, speaker_id, speaker, stance, trust, subject_start, subject_end, scope_id, model, agreement, seen_from
from {live}.claim_then where seen_from <= {at} and seen_until > {at};

create temp view claim_reading as
select article_id, version, voice from {live}.claim_reading
where exists (select 1 from {live}.article where id = article_id and arrived_at <= {at});

create temp view hand_fold as
select article_id, fold_id, made_at from {live}.hand_fold where made_at <= {at};

create temp view hand_apart as
select first_id, second_id, made_at from {live}.hand_apart where made_at <= {at};

create temp view own_thing as
select id, type, made_at from {live}.own_thing where made_at <= {at}
union all
select id, type, made_at from {live}.own_thing_then where made_at <= {at} and seen_until > {at};

create temp view own_name as
select entity_id, folded, name, language, use, made_at,
  cast(case when shown_at <= {at} then shown_at else 0 end as {long}) as shown_at
from {live}.own_name where made_at <= {at}
union all
select entity_id, folded, name, language, use, made_at,
  cast(case when shown_at <= {at} then shown_at else 0 end as {long})
from {live}.own_name_then where made_at <= {at} and seen_until > {at};

create temp view not_a_name as
select folded, name, made_at from {live}.not_a_name where made_at <= {at};

create temp view reading_label as
select article_id, mark, verdict, note, made_at from {live}.reading_label where made_at <= {at}
union all
select article_id, mark, verdict, note, made_at from {live}.reading_label_then where made_at <= {at} and seen_until > {at};

create temp view wrong_verdict as
select entry_id, drawer, wrong, "right", note, made_at from {live}.wrong_verdict where made_at <= {at}
union all
select entry_id, drawer, wrong, "right", note, made_at from {live}.wrong_verdict_then where made_at <= {at} and seen_until > {at};

create temp view topic as
select id, name, created_at from {live}.topic where created_at <= {at};

create temp view stale_drawer as
select drawer, since, whole from {live}.stale_drawer where false;

create temp view stale_claim as
select drawer, scope_id, article_id from {live}.stale_claim where false;

create temp view ledger_entry as
select id, drawer, entity_key, property, verdict, figures, compared, sources, ordered_by, one_article, one_number,
  other_article, other_number, seen_from
from {live}.ledger_entry where seen_from <= {at}
union all
select id, drawer, entity_key, property, verdict, figures, compared, sources, ordered_by, one_article, one_number,
  other_article, other_number, seen_from
from {live}.ledger_entry_then where seen_from <= {at} and seen_until > {at};

-- What is to be looked at is looked at today.
create temp view ledger_doubt as
select entry_id, place, why, article_id, number, against_article, against_number, sources, ordered_by
from {live}.ledger_doubt where false;

create temp view entry_other_id as
select id, entry_id, seen_from from {live}.entry_other_id where seen_from <= {at}
union all
select id, entry_id, seen_from from {live}.entry_other_id_then where seen_from <= {at} and seen_until > {at};

create temp view evidence as
select entry_id, place, article_id, number, against_article, against_number, seen_from
from {live}.evidence where seen_from <= {at}
union all
select entry_id, place, article_id, number, against_article, against_number, seen_from
from {live}.evidence_then where seen_from <= {at} and seen_until > {at};

-- What a list goes by is that of the entry then.
create temp view entry_tag as
select tagged.entity_id, tagged.verdict, tagged.aside, tagged.sources, tagged.ordered_by, tagged.entry_id, tagged.figures
from {live}.entry_tag as tagged join {live}.ledger_entry as entry on entry.id = tagged.entry_id
where tagged.seen_from <= {at} and entry.seen_from <= {at}
union all
select tagged.entity_id, entry.verdict, tagged.aside, entry.sources, entry.ordered_by, tagged.entry_id, entry.figures
from {live}.entry_tag as tagged join {live}.ledger_entry_then as entry on entry.id = tagged.entry_id
where tagged.seen_from <= {at} and entry.seen_from <= {at} and entry.seen_until > {at}
union all
select tagged.entity_id, entry.verdict, tagged.aside, entry.sources, entry.ordered_by, tagged.entry_id, entry.figures
from {live}.entry_tag_then as tagged join {live}.ledger_entry as entry on entry.id = tagged.entry_id
where tagged.seen_from <= {at} and tagged.seen_until > {at} and entry.seen_from <= {at}
union all
select tagged.entity_id, entry.verdict, tagged.aside, entry.sources, entry.ordered_by, tagged.entry_id, entry.figures
from {live}.entry_tag_then as tagged join {live}.ledger_entry_then as entry on entry.id = tagged.entry_id
where tagged.seen_from <= {at} and tagged.seen_until > {at} and entry.seen_from <= {at} and entry.seen_until > {at};

-- A line for each figure, where the table has one for each outlet and language of an entry.
create temp view entry_source as
select entry_id, (select source from article where article.id = evidence.article_id) as source,
  (select language from article where article.id = evidence.article_id) as language, cast(1 as {long}) as figures,
  (select ordered_by from article where article.id = evidence.article_id) as first_at,
  (select ordered_by from article where article.id = evidence.article_id) as last_at
from evidence;

create temp view happening as
select id, at, kind, article_id, subject, detail from {live}.happening where at <= {at};


create temp view event_member as
select article_id, event_id, ordered_by, like_id, likeness, by_hand, seen_from
from {live}.event_member where seen_from <= {at}
union all
select article_id, event_id, ordered_by, like_id, likeness, by_hand, seen_from
from {live}.event_member_then where seen_from <= {at} and seen_until > {at};

create temp view hand_event as
select article_id, fold_id, made_at from {live}.hand_event where made_at <= {at};

create temp view hand_event_apart as
select first_id, second_id, made_at from {live}.hand_event_apart where made_at <= {at};

create temp view dated_sentence as
select article_id, number, paragraph, span_start, span_end, sentence, first_day, last_day, weight, seen_from
from {live}.dated_sentence where seen_from <= {at}
union all
select article_id, number, paragraph, span_start, span_end, sentence, first_day, last_day, weight, seen_from
from {live}.dated_sentence_then where seen_from <= {at} and seen_until > {at};

create temp view edit as
select article_id, number, source, found_at, kinds, parts, silent from {live}.edit where found_at <= {at};
