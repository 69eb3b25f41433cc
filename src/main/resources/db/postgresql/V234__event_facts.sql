-- What a text speaks of has the facts that read alike in the other language: read and grouped anew when the desk is opened.
delete from event_key;
delete from event_likeness;
delete from event_text;
