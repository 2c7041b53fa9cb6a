-- Links on which somebody without an account answers one request for an agency (MTG-3, SHR-3).

-- Found by the hash of the token before any partnership is entered, so outside the wall; the token itself is in one mail and kept nowhere.
create table requests.guest_door (
    token_hash bytea primary key,
    partnership_id uuid not null,
    guest_id uuid not null
);
grant select, insert on requests.guest_door to holdfast_app;

create table requests.guest (
    partnership_id uuid not null,
    id uuid not null,
    request_id uuid not null,
    email text not null,
    state text not null check (state in ('SENT', 'OPENED', 'DONE', 'WITHDRAWN')),
    expires_at timestamptz not null,
    given_at timestamptz not null,
    given_by_name text not null,
    code_hash text,                 -- of the one-time code that is open, if one is
    code_until timestamptz,
    code_sent_at timestamptz,
    codes int not null default 0,   -- sent so far
    tries int not null default 0,   -- wrong ones for the open code
    pass_hash bytea,                -- of what the browser holds that gave the code
    pass_until timestamptz,
    refusals int not null default 0,
    primary key (partnership_id, id),
    foreign key (partnership_id, request_id) references requests.request
);
create index on requests.guest (partnership_id, request_id);
call app.wall('requests.guest');
