-- One child's case. Its stage is computed from the milestones and stands nowhere.
create schema casework;
grant usage on schema casework to holdfast_app;

create table casework.child_case (
    partnership_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    opened_at timestamptz not null,
    lead_member uuid,             -- the lead professional; null until one is named
    version int not null default 1,
    primary key (partnership_id, id),
    unique (partnership_id, child_id)
);
create index on casework.child_case (partnership_id, lead_member);
call app.wall('casework.child_case');

create table casework.milestone (
    partnership_id uuid not null,
    case_id uuid not null,
    seq int not null,             -- the order in which they were recorded, from 1
    milestone text not null,
    at timestamptz not null,      -- when it happened
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    recorded_by_name text not null,
    primary key (partnership_id, case_id, seq),
    foreign key (partnership_id, case_id) references casework.child_case
);
call app.wall('casework.milestone');

-- People and agencies around the child, with an account or without.
create table casework.party (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    capacity text not null,
    name text not null,
    member_id uuid,
    agency_id uuid,
    agency_name text not null,
    contact text not null,
    since date not null,
    until date,
    version int not null default 1,
    primary key (partnership_id, id),
    foreign key (partnership_id, case_id) references casework.child_case
);
create index on casework.party (partnership_id, case_id);
call app.wall('casework.party');

create table casework.chronology_entry (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    lane text not null,
    earliest date not null,
    latest date not null,
    about boolean not null,       -- the ends are not sharp
    what text not null,
    source_agency text not null,
    source text not null,
    significant boolean not null,
    recorded_at timestamptz not null,
    recorded_by_name text not null,
    version int not null default 1,
    primary key (partnership_id, id),
    foreign key (partnership_id, case_id) references casework.child_case
);
create index on casework.chronology_entry (partnership_id, case_id, earliest);
call app.wall('casework.chronology_entry');

-- The updates log (NRM-15). Append-only: a mistake is put right by a further line that names the one it corrects.
create table casework.case_update (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    at timestamptz not null,
    kind text not null,
    what text not null,
    source text not null,
    relevant boolean not null,
    corrects uuid,
    recorded_at timestamptz not null,
    recorded_by_name text not null,
    recorded_by_agency text not null,
    primary key (partnership_id, id),
    foreign key (partnership_id, case_id) references casework.child_case
);
create index on casework.case_update (partnership_id, case_id, at desc);
call app.wall('casework.case_update');
revoke update on casework.case_update from holdfast_app;

-- The safeguarding plan to which a decision is tied. The plan itself may be held in the council's own system.
create table casework.plan (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    kind text not null,
    aim text not null,
    held_where text not null,
    agreed_on date not null,
    review_on date not null,
    ended_on date,
    recorded_by_name text not null,
    version int not null default 1,
    primary key (partnership_id, id),
    foreign key (partnership_id, case_id) references casework.child_case
);
create unique index one_current_plan on casework.plan (partnership_id, case_id) where ended_on is null;
call app.wall('casework.plan');

-- SMART actions (MTG-5).
create table casework.action (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    what text not null,
    why text not null,
    owner_member uuid,            -- null for an owner without an account
    owner_name text not null,
    owner_agency uuid,
    owner_agency_name text not null,
    due_on date not null,
    state text not null,
    agreed_at uuid,               -- the meeting that agreed it, if one did
    agreed_on date not null,
    settled_on date,
    version int not null default 1,
    primary key (partnership_id, id),
    foreign key (partnership_id, case_id) references casework.child_case
);
create index on casework.action (partnership_id, case_id);
create index on casework.action (partnership_id, owner_member) where settled_on is null;
call app.wall('casework.action');

create table casework.action_step (
    partnership_id uuid not null,
    action_id uuid not null,
    seq int not null,
    command text not null,
    note text not null,
    at timestamptz not null,
    by_name text not null,
    primary key (partnership_id, action_id, seq),
    foreign key (partnership_id, action_id) references casework.action
);
call app.wall('casework.action_step');
revoke update on casework.action_step from holdfast_app;

create table casework.court_date (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    on_day date not null,
    court text not null,
    hearing text not null,
    outcome text,                 -- what came of it; null while it is ahead or unknown
    cancelled_because text,
    version int not null default 1,
    primary key (partnership_id, id),
    foreign key (partnership_id, case_id) references casework.child_case
);
create index on casework.court_date (partnership_id, case_id, on_day);
call app.wall('casework.court_date');

create table casework.offence (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    allegation text not null,
    earliest date not null,
    latest date not null,
    about boolean not null,
    proceedings text not null,    -- where the criminal proceedings stand
    kind text,                    -- the law book's kind of offence; null where none of them fits
    schedule_4 text not null,     -- what a lawyer found when it was checked against Schedule 4
    defence text not null,        -- where the section 45 defence stands
    version int not null default 1,
    primary key (partnership_id, id),
    foreign key (partnership_id, case_id) references casework.child_case
);
create index on casework.offence (partnership_id, case_id);
call app.wall('casework.offence');

create table casework.defence_step (
    partnership_id uuid not null,
    offence_id uuid not null,
    seq int not null,
    step text not null,
    on_day date not null,
    by_whom text not null,
    note text not null,
    at timestamptz not null,
    recorded_by_name text not null,
    primary key (partnership_id, offence_id, seq),
    foreign key (partnership_id, offence_id) references casework.offence
);
call app.wall('casework.defence_step');
revoke update on casework.defence_step from holdfast_app;

create table casework.custody (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    kind text not null,
    place text not null,
    from_day date not null,
    until_day date,
    version int not null default 1,
    primary key (partnership_id, id),
    foreign key (partnership_id, case_id) references casework.child_case
);
create index on casework.custody (partnership_id, case_id);
call app.wall('casework.custody');

-- The child's wishes and feelings in the child's words (GRD-4). Append-only: what the child said is not edited.
create table casework.wishes (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    on_day date not null,
    means text not null,
    words text not null,
    language text not null,
    interpreter text not null,    -- who interpreted; empty when nobody did
    heard_by text not null,
    representative text not null, -- who represents the child; empty when nobody does
    chosen text not null,         -- whether the child chose the representative
    about text not null,
    recorded_at timestamptz not null,
    recorded_by_name text not null,
    primary key (partnership_id, id),
    foreign key (partnership_id, case_id) references casework.child_case
);
create index on casework.wishes (partnership_id, case_id, on_day desc);
call app.wall('casework.wishes');
revoke update on casework.wishes from holdfast_app;

create table casework.attachment (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    name text not null,
    kind text not null,
    bytes int not null,
    sha256 bytea not null,
    about text not null,
    added_at timestamptz not null,
    added_by_name text not null,
    added_by_agency text not null,
    withdrawn_at timestamptz,
    withdrawn_because text,
    version int not null default 1,
    primary key (partnership_id, id),
    foreign key (partnership_id, case_id) references casework.child_case
);
create index on casework.attachment (partnership_id, case_id);
call app.wall('casework.attachment');

-- The bytes stand apart, so that a list never drags them along.
create table casework.attachment_content (
    partnership_id uuid not null,
    attachment_id uuid not null,
    content bytea not null,
    primary key (partnership_id, attachment_id),
    foreign key (partnership_id, attachment_id) references casework.attachment
);
alter table casework.attachment_content alter column content set storage external;
call app.wall('casework.attachment_content');
revoke update on casework.attachment_content from holdfast_app;
