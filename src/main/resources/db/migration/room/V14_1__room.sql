-- The room while a meeting runs: what is typed before it is kept, who looks on, actions proposed, who was told (MTG-2, MTG-4).
create schema room;
grant usage on schema room to holdfast_app;

-- one row a meeting: counts every change, so that a window that was away asks for what came after
create table room.progress (
    partnership_id uuid not null,
    meeting_id uuid not null,
    number bigint not null,
    primary key (partnership_id, meeting_id)
);
call app.wall('room.progress');

-- a part of an item's note as it is being typed; the versions that count are kept in meetings.note
create table room.section (
    partnership_id uuid not null,
    meeting_id uuid not null,
    item_id uuid not null,
    case_id uuid not null,
    part text not null,
    text text not null,
    revision int not null,
    note_version int not null,          -- the version of the note it goes on from, or was last kept as
    kept boolean not null,              -- whether the note holds the text as it stands
    kept_at timestamptz not null,       -- when it was last kept, or began to be typed
    holder_window uuid,
    holder_member uuid,
    holder_name text,
    holder_number bigint,               -- the last message of the holder that counted
    held_until timestamptz,
    refused_windows uuid[] not null default '{}',   -- the last message refused to each window, so that none sent before it counts
    refused_numbers bigint[] not null default '{}',
    number bigint not null,             -- of the room, when this row last changed
    primary key (partnership_id, item_id, part)
);
create index on room.section (partnership_id, meeting_id, number);
call app.wall('room.section');

-- a window on the room: who looks on, and at which item
create table room.onlooker (
    partnership_id uuid not null,
    meeting_id uuid not null,
    window_id uuid not null,
    member_id uuid not null,
    name text not null,
    agency_name text not null,
    item_id uuid,
    seen_at timestamptz not null,
    gone_at timestamptz,
    primary key (partnership_id, meeting_id, window_id)
);
create index on room.onlooker (partnership_id, meeting_id, seen_at);
call app.wall('room.onlooker');

-- an action that somebody proposes at an item, until it is agreed or not
create table room.proposal (
    partnership_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    item_id uuid not null,
    case_id uuid not null,
    what text not null,
    why text not null,
    owner_id uuid not null,             -- an attendee of the meeting
    owner_member uuid not null,
    owner_name text not null,
    owner_agency uuid not null,
    owner_agency_name text not null,
    due_on date not null,
    proposed_by uuid not null,
    proposer_name text not null,
    proposer_agency text not null,
    proposed_at timestamptz not null,
    state text not null,
    because text not null default '',   -- why it was not agreed
    settler_name text,
    settled_at timestamptz,
    action_id uuid,                     -- in casework, once agreed
    version int not null default 1,
    primary key (partnership_id, id)
);
create index on room.proposal (partnership_id, meeting_id, item_id);
call app.wall('room.proposal');

-- who was told that their item is nearly due: once for each item
create table room.told (
    partnership_id uuid not null,
    item_id uuid not null,
    attendee_id uuid not null,
    told_at timestamptz not null,
    primary key (partnership_id, item_id, attendee_id)
);
call app.wall('room.told');
