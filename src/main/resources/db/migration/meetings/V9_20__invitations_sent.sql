-- Every calendar entry that was sent to somebody invited: the highest sequence is the one that stands in their calendar (RFC 5546).
create table meetings.invitation_sent (
    partnership_id uuid not null,
    attendee_id uuid not null,
    sequence int not null check (sequence >= 0),
    meeting_id uuid not null,
    cancelled boolean not null,
    from_at timestamptz not null,
    until_at timestamptz not null,
    place text not null,
    message_id uuid not null,           -- in the outbox of mail
    sent_by uuid not null,
    sent_at timestamptz not null,
    primary key (partnership_id, attendee_id, sequence),
    foreign key (partnership_id, attendee_id) references meetings.attendee,
    foreign key (partnership_id, meeting_id) references meetings.meeting
);
create index on meetings.invitation_sent (partnership_id, meeting_id);
call app.wall('meetings.invitation_sent');
revoke update on meetings.invitation_sent from holdfast_app;
