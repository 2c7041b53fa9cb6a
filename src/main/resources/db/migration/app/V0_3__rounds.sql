-- When each round is made next and which node makes it now, so that any number of nodes make each once (db-scheduler's table).
create table app.round (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index on app.round (execution_time);
create index on app.round (last_heartbeat);
-- a round that is no longer known is taken off the schedule
grant select, insert, update, delete on app.round to holdfast_app;
