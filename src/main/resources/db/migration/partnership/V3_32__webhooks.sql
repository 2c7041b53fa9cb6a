-- Where a program is told that something happened, and what has reached it. A delivery names a line of the ledger and nothing of a child.
create table partnership.webhook (
    partnership_id uuid not null,
    client_id uuid not null references partnership.api_client,
    id uuid not null,               -- another with each secret, which is enciphered for it
    address text not null,
    kinds text[] not null,
    secret bytea not null,
    followed bigint not null,       -- place of the last line of the ledger that was looked at
    set_at timestamptz not null,
    ended_at timestamptz,
    primary key (partnership_id, client_id)
);
call app.wall('partnership.webhook');

create table partnership.webhook_delivery (
    partnership_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    line bigint not null,
    event text not null,
    happened_at timestamptz not null,
    state text not null check (state in ('WAITING', 'TAKEN', 'GIVEN_UP', 'STOPPED')),
    waits_since timestamptz not null,
    attempts int not null default 0,
    next_attempt_at timestamptz not null,
    tried_at timestamptz,
    status int,
    fault text,
    primary key (partnership_id, id),
    unique (partnership_id, client_id, line),
    foreign key (partnership_id, client_id) references partnership.webhook
);
create index on partnership.webhook_delivery (partnership_id, client_id, line) where state in ('WAITING', 'GIVEN_UP');
call app.wall('partnership.webhook_delivery');
