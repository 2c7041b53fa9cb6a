-- What administrators keep: the team of a member, when they last came in, and how each stood before it was changed.
alter table partnership.member add column team text not null default '';
alter table partnership.member add column entered_at timestamptz;

create table partnership.member_before (
    partnership_id uuid not null,
    member_id uuid not null,
    version int not null,
    name text not null,
    job_title text not null,
    agency_id uuid not null,
    team text not null,
    roles text[] not null,
    joined_on date not null,
    left_on date,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (partnership_id, member_id, version),
    foreign key (partnership_id, member_id) references partnership.member
);
call app.wall('partnership.member_before');

-- Who stands in for a member while they are away; the last one named for a day counts.
create table partnership.deputy (
    partnership_id uuid not null,
    member_id uuid not null,
    deputy_id uuid not null,
    from_on date not null,
    until_on date not null,
    named_at timestamptz not null,
    primary key (partnership_id, member_id, named_at),
    foreign key (partnership_id, member_id) references partnership.member,
    foreign key (partnership_id, deputy_id) references partnership.member
);
call app.wall('partnership.deputy');
