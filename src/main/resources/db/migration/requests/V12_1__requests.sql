-- What agencies are asked for a meeting, and what they answer (MTG-3, SHR-2, SHR-4).
create schema requests;
grant usage on schema requests to holdfast_app;

-- one request an agency a meeting, for all children it is asked about
create table requests.request (
    partnership_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    kind text not null,                 -- of the meeting, as the profile names it
    held_on date not null,              -- the meeting's day
    agency_id uuid not null,
    agency_name text not null,          -- as known when asked
    by_hand boolean not null,           -- asked by the co-ordinator's own choice, not for an invitation
    purpose text not null,
    lawful_basis text not null,
    due_on date not null,
    asked_by uuid not null,
    asker_name text not null,
    asked_at timestamptz not null,
    closed_at timestamptz,              -- the meeting is over
    primary key (partnership_id, id)
);
create unique index on requests.request (partnership_id, meeting_id, agency_id);
create index on requests.request (partnership_id, agency_id);
create index on requests.request (partnership_id, due_on) where closed_at is null;
call app.wall('requests.request');

-- one child in a request
create table requests.question (
    partnership_id uuid not null,
    id uuid not null,
    request_id uuid not null,
    case_id uuid not null,
    state text not null,
    left_out boolean not null default false,   -- withdrawn by the co-ordinator's own choice
    asked_at timestamptz not null,
    settled_at timestamptz,
    primary key (partnership_id, id),
    foreign key (partnership_id, request_id) references requests.request
);
create unique index on requests.question (partnership_id, request_id, case_id);
create index on requests.question (partnership_id, case_id);
create index on requests.question (partnership_id, request_id) where state = 'ASKED';
call app.wall('requests.question');

-- what an agency told of a child; a correction is a further version
create table requests.agency_return (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    agency_id uuid not null,
    agency_name text not null,
    version int not null check (version > 0),
    question_id uuid not null,
    nothing_known boolean not null,
    source text not null,
    as_of date not null,
    confirms int,                       -- the version said to be still true
    given_by uuid not null,
    giver_name text not null,
    given_at timestamptz not null,
    primary key (partnership_id, id),
    foreign key (partnership_id, question_id) references requests.question
);
create unique index on requests.agency_return (partnership_id, case_id, agency_id, version);
create index on requests.agency_return (partnership_id, question_id);
call app.wall('requests.agency_return');
revoke update on requests.agency_return from holdfast_app;

create table requests.told (
    partnership_id uuid not null,
    return_id uuid not null,
    heading text not null,
    text text not null,
    restricted boolean not null,
    because text not null,              -- why it is restricted; empty where it is not
    primary key (partnership_id, return_id, heading),
    foreign key (partnership_id, return_id) references requests.agency_return
);
call app.wall('requests.told');
revoke update on requests.told from holdfast_app;

create function requests.no_change() returns trigger language plpgsql as $$
begin
    raise exception 'what an agency told is never changed, only corrected by a further version';
end $$;
create trigger as_given before update or delete on requests.agency_return for each row execute function requests.no_change();
create trigger as_told before update or delete on requests.told for each row execute function requests.no_change();

-- reminders and escalations, each once for the day on which the answer was due when it was made
create table requests.reminder (
    partnership_id uuid not null,
    request_id uuid not null,
    step text not null,
    for_day date not null,
    sent_at timestamptz not null,
    told text not null,                 -- names of those written to
    primary key (partnership_id, request_id, step, for_day),
    foreign key (partnership_id, request_id) references requests.request
);
call app.wall('requests.reminder');
