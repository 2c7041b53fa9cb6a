-- What every agenda, item, room and minutes page reads of one meeting, without reading the partnership's other meetings.
create index on meetings.item (partnership_id, meeting_id);
create index on meetings.attendee (partnership_id, meeting_id);
create index on meetings.presence (partnership_id, attendee_id);
create index on meetings.addendum (partnership_id, meeting_id);
