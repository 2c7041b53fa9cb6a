-- Which authority of the partnership is the child's home, and which others the case concerns (MTG-7). Every version is kept; the highest counts.
create table casework.home (
    partnership_id uuid not null,
    case_id uuid not null,
    version int not null check (version > 0),
    authority text not null,        -- ONS code, of the partnership's profile
    others text[] not null,         -- ONS codes
    because text not null,
    recorded_by uuid not null,
    recorder_name text not null,
    recorded_at timestamptz not null,
    primary key (partnership_id, case_id, version),
    foreign key (partnership_id, case_id) references casework.child_case
);
call app.wall('casework.home');
revoke update on casework.home from holdfast_app;
