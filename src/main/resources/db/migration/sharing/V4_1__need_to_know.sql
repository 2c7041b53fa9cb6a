-- Who needs to know of which case (SHR-3), and who is kept out of it whatever their role (NRM-22).
create schema sharing;
grant usage on schema sharing to holdfast_app;

create table sharing.known_case (
    partnership_id uuid not null,
    case_id uuid not null,
    primary key (partnership_id, case_id)
);
call app.wall('sharing.known_case');

create table sharing.involvement (
    partnership_id uuid not null,
    case_id uuid not null,
    member_id uuid,
    agency_id uuid,
    basis text not null,
    from_at timestamptz not null,
    until_at timestamptz,
    check ((member_id is null) <> (agency_id is null)),
    foreign key (partnership_id, case_id) references sharing.known_case
);
-- One open need to know of a kind for each person or agency; those that end at a known time may stand beside it.
create unique index open_involvement on sharing.involvement (partnership_id, case_id, coalesce(member_id, agency_id), basis)
    where until_at is null;
create index on sharing.involvement (partnership_id, case_id);
create index on sharing.involvement (partnership_id, member_id) where member_id is not null;
create index on sharing.involvement (partnership_id, agency_id) where agency_id is not null;
call app.wall('sharing.involvement');

create table sharing.exclusion (
    partnership_id uuid not null,
    case_id uuid not null,
    member_id uuid not null,
    reason text not null,
    excluded_by uuid not null,
    from_at timestamptz not null,
    lifted_at timestamptz,
    foreign key (partnership_id, case_id) references sharing.known_case
);
create unique index standing_exclusion on sharing.exclusion (partnership_id, case_id, member_id) where lifted_at is null;
call app.wall('sharing.exclusion');
