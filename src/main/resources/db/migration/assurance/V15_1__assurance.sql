-- What the competent authority answers about decisions that were sent to it, and reconsideration of negative ones (NRM-11 to NRM-15).
create schema assurance;
grant usage on schema assurance to holdfast_app;

-- one row for every outcome form that was sent
create table assurance.sent_form (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    decision_id uuid not null,
    form text not null,                    -- the outcome form as it was sent, as JSON
    sha256 text not null,
    sent_at timestamptz not null,
    follows uuid,                          -- the assurance of the decision that this one's took the place of
    state text not null check (state in ('WAITING', 'AGREED', 'RETURNED', 'DECIDING_AGAIN', 'REPLACED', 'NOT_CHOSEN')),
    again_because text not null default '',
    required boolean not null default false,
    replaced_by uuid,
    actions_not_needed text not null default '',
    version int not null default 1,
    primary key (partnership_id, id),
    unique (partnership_id, decision_id),
    foreign key (partnership_id, follows) references assurance.sent_form
);
create index on assurance.sent_form (partnership_id, case_id);
create index on assurance.sent_form (partnership_id, state);
call app.wall('assurance.sent_form');

-- every answer, as given here or as it came another way
create table assurance.answer (
    partnership_id uuid not null,
    id uuid not null,
    assurance_id uuid not null,
    verdict text not null check (verdict in ('AGREED', 'RETURNED', 'NOT_CHOSEN')),
    words text not null,
    answered_at timestamptz not null,
    answered_by_name text not null,
    channel text not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    recorded_by_name text not null,
    primary key (partnership_id, id),
    foreign key (partnership_id, assurance_id) references assurance.sent_form
);
create index on assurance.answer (partnership_id, assurance_id);
call app.wall('assurance.answer');
revoke update on assurance.answer from holdfast_app;

create table assurance.point (
    partnership_id uuid not null,
    id uuid not null,
    assurance_id uuid not null,
    number int not null check (number > 0),
    kind text not null,
    section text not null,
    text text not null check (text <> ''),
    returned_at timestamptz not null,
    state text not null check (state in ('OPEN', 'ANSWERED', 'SENT_BACK', 'ACCEPTED')),
    owner_member uuid,
    owner_agency uuid,
    owner_name text not null default '',
    due_on date,
    version int not null default 1,
    primary key (partnership_id, id),
    unique (partnership_id, assurance_id, number),
    foreign key (partnership_id, assurance_id) references assurance.sent_form
);
create index on assurance.point (partnership_id, owner_member);
call app.wall('assurance.point');

-- what was said to a point and by whom, oldest first
create table assurance.point_step (
    partnership_id uuid not null,
    id uuid not null,
    point_id uuid not null,
    command text not null,
    words text not null,
    at timestamptz not null,
    by_member uuid not null,
    by_name text not null,
    primary key (partnership_id, id),
    foreign key (partnership_id, point_id) references assurance.point
);
create index on assurance.point_step (partnership_id, point_id);
call app.wall('assurance.point_step');
revoke update on assurance.point_step from holdfast_app;

-- a request that a negative decision be reconsidered (NRM-14)
create table assurance.reconsideration (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    decision_id uuid not null,
    determination text not null,           -- what the decision was when it was asked
    state text not null check (state in ('ASKED', 'LISTED', 'SENT_ON', 'STANDS', 'REPLACED', 'DECLINED', 'WITHDRAWN')),
    asker text not null,
    asker_name text not null,
    grounds text not null,
    words text not null check (words <> ''),
    asked_on date not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    recorded_by_name text not null,
    outcome_words text not null default '',
    settled_at timestamptz,
    settled_by_name text not null default '',
    later_decision uuid,
    version int not null default 1,
    primary key (partnership_id, id)
);
create unique index one_open on assurance.reconsideration (partnership_id, decision_id) where state in ('ASKED', 'LISTED', 'SENT_ON');
create index on assurance.reconsideration (partnership_id, case_id);
call app.wall('assurance.reconsideration');

-- a member of the first panel who may decide again, and why
create table assurance.readmitted (
    partnership_id uuid not null,
    reconsideration_id uuid not null,
    member_id uuid not null,
    member_name text not null,
    reason text not null check (reason <> ''),
    at timestamptz not null,
    by_member uuid not null,
    by_name text not null,
    primary key (partnership_id, reconsideration_id, member_id),
    foreign key (partnership_id, reconsideration_id) references assurance.reconsideration
);
call app.wall('assurance.readmitted');
revoke update on assurance.readmitted from holdfast_app;

-- a question of the competent authority about a case that is still to be decided (NRM-15)
create table assurance.question (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    text text not null check (text <> ''),
    asked_by text not null,
    asked_on date not null,
    due_on date,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    recorded_by_name text not null,
    answer text not null default '',
    answered_at timestamptz,
    answered_by_name text not null default '',
    primary key (partnership_id, id)
);
create index on assurance.question (partnership_id, case_id);
create index on assurance.question (partnership_id, recorded_at) where answered_at is null;
call app.wall('assurance.question');
