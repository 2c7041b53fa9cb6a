-- Meetings: plan, who is invited, agenda, attendance, conflicts, notes, minutes (MTG-2, MTG-4, NRM-6, NRM-21, NRM-22).
create schema meetings;
grant usage on schema meetings to holdfast_app;

create table meetings.meeting (
    partnership_id uuid not null,
    id uuid not null,
    kind text not null,                 -- of the partnership's profile
    held_on date not null,
    starts time not null,               -- local time in the United Kingdom
    room text not null,
    link text not null,
    minutes_per_item int not null check (minutes_per_item > 0),
    state text not null,
    opened_at timestamptz,
    finished_at timestamptz,
    approved_at timestamptz,
    cancelled_because text,
    version int not null default 1,
    planned_by uuid not null,
    planned_at timestamptz not null,
    primary key (partnership_id, id)
);
create index on meetings.meeting (partnership_id, held_on);
call app.wall('meetings.meeting');

create table meetings.attendee (
    partnership_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    member_id uuid not null,
    name text not null,                 -- as known when invited: the minutes do not change with a later name
    agency_id uuid not null,
    agency_name text not null,
    agency_kind text not null,
    capacity text not null,
    deputy_for uuid,
    whole_agenda boolean not null,
    apologies_at timestamptz,
    invited_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (partnership_id, id),
    foreign key (partnership_id, meeting_id) references meetings.meeting,
    foreign key (partnership_id, deputy_for) references meetings.attendee
);
create unique index on meetings.attendee (partnership_id, meeting_id, member_id) where withdrawn_at is null;
create index on meetings.attendee (partnership_id, member_id);
call app.wall('meetings.attendee');

create table meetings.presence (
    partnership_id uuid not null,
    id uuid not null,
    attendee_id uuid not null,
    arrived_at timestamptz not null,
    left_at timestamptz,
    how text not null,
    primary key (partnership_id, id),
    foreign key (partnership_id, attendee_id) references meetings.attendee,
    check (left_at is null or left_at >= arrived_at)
);
-- nobody is in the room twice
create unique index on meetings.presence (partnership_id, attendee_id) where left_at is null;
call app.wall('meetings.presence');

create table meetings.item (
    partnership_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    case_id uuid not null,
    position int not null,
    purpose text not null,
    because text not null,
    state text not null,
    started_at timestamptz,
    finished_at timestamptz,
    adjourned_for text,
    settled_because text not null default '',
    carried_from uuid,
    version int not null default 1,
    listed_by uuid not null,
    listed_at timestamptz not null,
    primary key (partnership_id, id),
    foreign key (partnership_id, meeting_id) references meetings.meeting,
    foreign key (partnership_id, carried_from) references meetings.item
);
-- a case stands on an agenda once, and one item is talked about at a time
create unique index on meetings.item (partnership_id, meeting_id, case_id) where state <> 'WITHDRAWN';
create unique index on meetings.item (partnership_id, meeting_id) where state = 'DISCUSSING';
-- an adjourned item is carried once, unless the item that carried it was taken off again
create unique index on meetings.item (partnership_id, carried_from) where state <> 'WITHDRAWN';
create index on meetings.item (partnership_id, case_id);
call app.wall('meetings.item');

-- who is invited to a single item, beside those invited to the whole agenda
create table meetings.item_invitation (
    partnership_id uuid not null,
    item_id uuid not null,
    attendee_id uuid not null,
    invited_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (partnership_id, item_id, attendee_id),
    foreign key (partnership_id, item_id) references meetings.item,
    foreign key (partnership_id, attendee_id) references meetings.attendee
);
call app.wall('meetings.item_invitation');

create table meetings.conflict (
    partnership_id uuid not null,
    item_id uuid not null,
    attendee_id uuid not null,
    reason text not null,
    declared_by uuid not null,
    declared_at timestamptz not null,
    primary key (partnership_id, item_id, attendee_id),
    foreign key (partnership_id, item_id) references meetings.item,
    foreign key (partnership_id, attendee_id) references meetings.attendee
);
call app.wall('meetings.conflict');

-- every version of every note is kept; the highest counts
create table meetings.note (
    partnership_id uuid not null,
    item_id uuid not null,
    part text not null,
    version int not null check (version > 0),
    text text not null,
    written_by uuid not null,
    writer_name text not null,
    written_at timestamptz not null,
    primary key (partnership_id, item_id, part, version),
    foreign key (partnership_id, item_id) references meetings.item
);
call app.wall('meetings.note');
revoke update on meetings.note from holdfast_app;

-- the minutes as the chair approved them, word for word
create table meetings.minutes (
    partnership_id uuid not null,
    meeting_id uuid not null,
    content text not null,              -- JSON, exactly as hashed
    hash bytea not null,
    approved_by uuid not null,
    approver_name text not null,
    approved_at timestamptz not null,
    primary key (partnership_id, meeting_id),
    foreign key (partnership_id, meeting_id) references meetings.meeting
);
call app.wall('meetings.minutes');
revoke update on meetings.minutes from holdfast_app;

create table meetings.addendum (
    partnership_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    item_id uuid,                       -- null where it is about the meeting as a whole
    text text not null,
    added_by uuid not null,
    adder_name text not null,
    added_at timestamptz not null,
    primary key (partnership_id, id),
    foreign key (partnership_id, meeting_id) references meetings.minutes,
    foreign key (partnership_id, item_id) references meetings.item
);
call app.wall('meetings.addendum');
revoke update on meetings.addendum from holdfast_app;

create function meetings.no_change() returns trigger language plpgsql as $$
begin
    raise exception 'approved minutes, addenda and notes are never changed';
end $$;
create trigger as_approved before update or delete on meetings.minutes for each row execute function meetings.no_change();
create trigger as_added before update or delete on meetings.addendum for each row execute function meetings.no_change();
create trigger as_written before update or delete on meetings.note for each row execute function meetings.no_change();
