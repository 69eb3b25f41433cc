-- Texts of one language are joined by their figures, names and days as well: grouped anew when the desk is opened.
delete from event_key;
delete from event_likeness;
delete from event_text;
