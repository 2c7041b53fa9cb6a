-- Teams of an agency, who is in them since when, and who leads each. What used to be a word on a member becomes a team of their agency.
create table partnership.team (
    partnership_id uuid not null,
    team_id uuid not null,
    agency_id uuid not null,
    name text not null,
    lead_id uuid,                 -- leads it as long as they are in it
    from_on date not null,
    until_on date,                -- the first day on which it is no longer
    external_id text,             -- what the directory of the agency calls it
    version int not null default 1,
    primary key (partnership_id, team_id),
    foreign key (partnership_id, agency_id) references partnership.agency,
    foreign key (partnership_id, lead_id) references partnership.member
);
create unique index team_name on partnership.team (partnership_id, agency_id, lower(name)) where until_on is null;

create table partnership.team_member (
    partnership_id uuid not null,
    team_id uuid not null,
    member_id uuid not null,
    from_at timestamptz not null,
    until_at timestamptz,
    primary key (partnership_id, team_id, member_id, from_at),
    foreign key (partnership_id, team_id) references partnership.team,
    foreign key (partnership_id, member_id) references partnership.member
);
create unique index team_member_now on partnership.team_member (partnership_id, team_id, member_id) where until_at is null;
create index on partnership.team_member (partnership_id, member_id);

-- the owner is kept behind the wall as well, and here it has to see every partnership
alter table partnership.member no force row level security;

insert into partnership.team (partnership_id, team_id, agency_id, name, from_on, until_on)
select partnership_id, gen_random_uuid(), agency_id, min(trim(team)), min(joined_on),
    case when bool_and(left_on is not null) then max(left_on) end
from partnership.member
where trim(team) <> ''
group by partnership_id, agency_id, lower(trim(team));

insert into partnership.team_member (partnership_id, team_id, member_id, from_at, until_at)
select member.partnership_id, team.team_id, member.member_id,
    member.joined_on::timestamp at time zone 'Europe/London', member.left_on::timestamp at time zone 'Europe/London'
from partnership.member
join partnership.team on team.partnership_id = member.partnership_id and team.agency_id = member.agency_id
    and lower(team.name) = lower(trim(member.team));

alter table partnership.member force row level security;
alter table partnership.member drop column team;

call app.wall('partnership.team');
call app.wall('partnership.team_member');
