-- Tries at signing in, by the name that was typed (as a hash: people type passwords there) and by where they came from: a browser that the
-- person has signed in with before, or else an address. Whoever guesses slows down themselves and nobody else.
create table partnership.attempt (
    name_hash bytea not null,
    source text not null,
    failures int not null default 0,
    failed_at timestamptz,
    entered_at timestamptz,
    primary key (name_hash, source)
);
create index on partnership.attempt (failed_at);
-- they are of no use after a day, and are thrown away
grant select, insert, update, delete on partnership.attempt to holdfast_app;

-- Links with which a person sets a password once. Only the hash of the address is kept.
create table partnership.password_link (
    token_hash bytea primary key,
    account_id uuid not null references partnership.account,
    partnership_id uuid not null references partnership.partnership,
    member_id uuid not null,
    clears_factor boolean not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index on partnership.password_link (account_id);
grant select, insert, update on partnership.password_link to holdfast_app;

-- The partnership that made the account: only its administrators give out links for it. Null for the oldest, which have one membership.
alter table partnership.account add column home uuid references partnership.partnership;
