-- Who works together: partnerships, agencies, members with their roles and training, and how they sign in.
create schema partnership;
grant usage on schema partnership to holdfast_app;

create table partnership.partnership (
    partnership_id uuid primary key,
    name text not null,
    profile text not null,
    colour text not null default '#1d70b8'
);
call app.wall('partnership.partnership');

-- Ids only, for work of the program that goes through every partnership, such as checking the ledgers.
create table partnership.roll (partnership_id uuid primary key);
grant select, insert on partnership.roll to holdfast_app;

create table partnership.agency (
    partnership_id uuid not null references partnership.partnership,
    agency_id uuid not null,
    name text not null,
    kind text not null,
    primary key (partnership_id, agency_id)
);
call app.wall('partnership.agency');

-- A person who can sign in; the same account may be a member of several partnerships, so it stands outside the wall.
create table partnership.account (
    account_id uuid primary key,
    username text not null,
    password_hash text not null
);
create unique index on partnership.account (lower(username));
grant select, insert, update on partnership.account to holdfast_app;

create table partnership.member (
    partnership_id uuid not null references partnership.partnership,
    member_id uuid not null,
    account_id uuid not null references partnership.account,
    agency_id uuid not null,
    name text not null,
    job_title text not null default '',
    roles text[] not null,
    joined_on date not null,
    left_on date,
    version int not null default 1,
    primary key (partnership_id, member_id),
    unique (partnership_id, account_id),
    foreign key (partnership_id, agency_id) references partnership.agency
);
create index on partnership.member (account_id);
call app.wall('partnership.member');
-- Signing in asks of which partnerships the person is a member, before any partnership is entered: their own rows and no other's.
create policy own_memberships on partnership.member for select
    using (account_id = nullif(current_setting('holdfast.account', true), '')::uuid);

create table partnership.training (
    partnership_id uuid not null,
    member_id uuid not null,
    training text not null,
    completed_on date not null,
    expires_on date,
    primary key (partnership_id, member_id, training, completed_on),
    foreign key (partnership_id, member_id) references partnership.member
);
call app.wall('partnership.training');

-- A program that calls the interface. Found by the hash of its token before any partnership is entered, so outside the wall;
-- the token itself is shown once and kept nowhere.
create table partnership.api_client (
    token_hash bytea primary key,
    partnership_id uuid not null references partnership.partnership,
    client_id uuid not null,
    agency_id uuid not null,
    agency_name text not null,
    name text not null,
    roles text[] not null,
    revoked_at timestamptz
);
grant select, insert, update on partnership.api_client to holdfast_app;
