-- The second factor of an account: what an authenticator app shares with us. The secret stands here enciphered, and its key outside the
-- database; last_step keeps a code from being taken twice.
create table partnership.second_factor (
    account_id uuid primary key references partnership.account,
    secret bytea,
    proved_at timestamptz,
    last_step bigint not null default 0,
    failures int not null default 0,
    failed_at timestamptz
);

-- Codes for the day on which the telephone is lost; each opens once. Only their hashes are kept.
create table partnership.recovery_code (
    account_id uuid not null references partnership.account,
    code_hash bytea not null,
    made_at timestamptz not null,
    spent_at timestamptz,
    primary key (account_id, code_hash)
);
grant select, insert, update on partnership.second_factor, partnership.recovery_code to holdfast_app;

-- A made-up person of a demonstration, of whom no second factor is asked.
alter table partnership.account add column made_up boolean not null default false;
