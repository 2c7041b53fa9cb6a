-- What came of looking at access that was out of the ordinary: something to look at, never a verdict (GOV-7).
create schema oversight;
grant usage on schema oversight to holdfast_app;

create table oversight.note (
    partnership_id uuid not null,
    id uuid not null,
    member_id uuid not null,      -- about whose looking
    day date not null,
    kind text not null,
    case_id uuid,                 -- where it is about one case
    outcome text not null,
    text text not null,
    written_by uuid not null,
    written_by_name text not null,
    written_at timestamptz not null,
    primary key (partnership_id, id)
);
create index on oversight.note (partnership_id, day);
call app.wall('oversight.note');
revoke update on oversight.note from holdfast_app;
