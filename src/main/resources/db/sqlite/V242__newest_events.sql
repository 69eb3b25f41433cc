-- Events are listed newest first by walking their texts from the newest on, without grouping all.

create index event_member_newest on event_member (ordered_by desc, event_id);
