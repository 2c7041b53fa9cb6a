-- A program's secrets end: each has a last day, and a successor may open beside it until then, so that the program changes without a gap.
-- Outside the wall like the program itself: found by its hash before any partnership is entered.
create table partnership.client_secret (
    client_id uuid not null references partnership.api_client,
    number int not null,
    hash bytea not null,
    made_at timestamptz not null,
    last_day date not null,
    used_at timestamptz,
    noticed_days int,               -- so many days before its end administrators were last told
    taken_back_at timestamptz,
    primary key (client_id, number)
);
create unique index on partnership.client_secret (hash);
grant select, insert, update on partnership.client_secret to holdfast_app;

insert into partnership.client_secret (client_id, number, hash, made_at, last_day, used_at)
    select client_id, secret_number, secret_hash, made_at, (current_date + interval '1 year')::date, token_at
    from partnership.api_client;
alter table partnership.api_client drop column secret_hash;
alter table partnership.api_client drop column secret_number;

-- The key under what a program is told ends too. Its successor signs beside it until then.
alter table partnership.webhook add column last_day date not null default (current_date + interval '1 year')::date;
alter table partnership.webhook alter column last_day drop default;
alter table partnership.webhook add column noticed_days int;
alter table partnership.webhook add column before_id uuid;
alter table partnership.webhook add column before_secret bytea;
alter table partnership.webhook add column before_last_day date;
