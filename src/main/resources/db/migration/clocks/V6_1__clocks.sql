-- Clocks as facts: when they started, were paused, extended and ended. When they are due is computed, never kept.
create schema clocks;
grant usage on schema clocks to holdfast_app;

create table clocks.run (
    partnership_id uuid not null,
    run_id uuid not null,
    case_id uuid not null,
    kind text not null,
    started_at timestamptz not null,
    tightened_unit text,            -- the partnership's own stricter limit on that day: HOURS, DAYS, WORKING_DAYS, MONTHS
    tightened_count int check (tightened_count > 0),
    supersedes uuid,                -- the run whose place this one took, and why
    restart_reason text,
    started_by uuid not null,
    started_by_name text not null,
    recorded_at timestamptz not null,
    ended_at timestamptz,
    ending text,
    ended_by uuid,
    primary key (partnership_id, run_id),
    foreign key (partnership_id, supersedes) references clocks.run,
    check ((tightened_unit is null) = (tightened_count is null)),
    check ((supersedes is null) = (restart_reason is null)),
    check ((ended_at is null) = (ending is null) and (ended_at is null) = (ended_by is null))
);
-- One clock of a kind runs on a case, however many start it at once.
create unique index one_open_run on clocks.run (partnership_id, case_id, kind) where ended_at is null;
create index on clocks.run (partnership_id, case_id);
call app.wall('clocks.run');

create table clocks.pause (
    partnership_id uuid not null,
    pause_id uuid not null,
    run_id uuid not null,
    from_day date not null,
    until_day date,
    reason text not null,
    paused_by uuid not null,
    paused_by_name text not null,
    recorded_at timestamptz not null,
    resumed_by uuid,
    resumed_by_name text,
    primary key (partnership_id, pause_id),
    foreign key (partnership_id, run_id) references clocks.run,
    check (until_day >= from_day)
);
create unique index one_open_pause on clocks.pause (partnership_id, run_id) where until_day is null;
create index on clocks.pause (partnership_id, run_id);
call app.wall('clocks.pause');

create table clocks.extension (
    partnership_id uuid not null,
    extension_id uuid not null,
    run_id uuid not null,
    days int not null check (days > 0),
    reason text not null,
    extended_by uuid not null,
    extended_by_name text not null,
    recorded_at timestamptz not null,
    primary key (partnership_id, extension_id),
    foreign key (partnership_id, run_id) references clocks.run
);
create index on clocks.extension (partnership_id, run_id);
call app.wall('clocks.extension');
