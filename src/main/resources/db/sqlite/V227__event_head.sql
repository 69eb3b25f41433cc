-- What a text speaks of says which of its words stand at its head, and names words of the news by themselves: read and
-- grouped anew when the desk is opened.
delete from event_key;
delete from event_likeness;
delete from event_text;
