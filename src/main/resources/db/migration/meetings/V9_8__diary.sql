-- How a meeting came to be beside the plain plan: called out of its cycle, or to prepare another (MTG-6).
create table meetings.arrangement (
    partnership_id uuid not null,
    meeting_id uuid not null,
    urgent_because text not null default '',    -- why it was called out of its cycle; empty where it was not
    prepares uuid,                               -- the meeting that it is the pre-meet of
    arranged_by uuid not null,
    arranged_at timestamptz not null,
    primary key (partnership_id, meeting_id),
    foreign key (partnership_id, meeting_id) references meetings.meeting,
    foreign key (partnership_id, prepares) references meetings.meeting,
    check (urgent_because <> '' or prepares is not null)
);
create index on meetings.arrangement (partnership_id, prepares);
call app.wall('meetings.arrangement');
revoke update on meetings.arrangement from holdfast_app;
