-- Asking to see a child's case, and emergency access with its review (SHR-3).
create table casework.access_request (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    member_id uuid not null,
    member_name text not null,
    agency_name text not null,
    state text not null,            -- ASKED, ALLOWED, DECLINED; TAKEN, JUSTIFIED, NOT_JUSTIFIED
    reason text not null,
    asked_at timestamptz not null,
    until_at timestamptz,           -- when what it opened ends; null where it opened nothing
    decided_by text not null default '',
    words text not null default '', -- what whoever decided or reviewed said
    decided_at timestamptz,
    primary key (partnership_id, id)
);
create index on casework.access_request (partnership_id, case_id);
create index on casework.access_request (partnership_id) where state in ('ASKED', 'TAKEN');
call app.wall('casework.access_request');
