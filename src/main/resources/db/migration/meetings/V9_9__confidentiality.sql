-- Who was shown which wording of the confidentiality statement and confirmed it (MTG-4). A confirmation stands.
create table meetings.confirmation (
    partnership_id uuid not null,
    attendee_id uuid not null,
    statement int not null check (statement > 0),   -- the version of its wording
    confirmed_at timestamptz not null,
    recorded_by uuid not null,
    recorder_name text not null,
    primary key (partnership_id, attendee_id, statement),
    foreign key (partnership_id, attendee_id) references meetings.attendee
);
call app.wall('meetings.confirmation');
revoke update on meetings.confirmation from holdfast_app;
