-- Somebody asks whether a person has to see a case, and somebody else looks at it (SHR-3). Until then the person's access rests, or stands.
create table sharing.challenge (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    member_id uuid not null,        -- whose access it is
    member_name text not null,
    agency_name text not null,
    reason text not null,
    rests boolean not null,         -- whether the access rests until it was reviewed
    by_member uuid not null,
    by_name text not null,
    challenged_at timestamptz not null,
    state text not null,            -- OPEN, CONFIRMED, NARROWED, ENDED
    reviewed_by uuid,
    reviewed_by_name text not null default '',
    words text not null default '', -- what whoever reviewed it said
    reviewed_at timestamptz,
    superseded_at timestamptz,      -- when a later review took the place of this one
    primary key (partnership_id, id),
    foreign key (partnership_id, case_id) references sharing.known_case,
    check (by_member <> member_id),
    check (state = 'OPEN' or reviewed_by is not null and reviewed_by not in (by_member, member_id))
);
create unique index open_challenge on sharing.challenge (partnership_id, case_id, member_id) where state = 'OPEN';
create index on sharing.challenge (partnership_id, case_id, member_id);
create index on sharing.challenge (partnership_id) where state = 'OPEN';
call app.wall('sharing.challenge');
