-- What a program that calls the interface may reach, and its secret. Still outside the wall: found by its id before any partnership is
-- entered. A client with a standing token shows that token itself; any other gets short-lived ones for its secret.
alter table partnership.api_client drop constraint api_client_pkey;
alter table partnership.api_client add primary key (client_id);
alter table partnership.api_client rename column token_hash to secret_hash;
create unique index on partnership.api_client (secret_hash);
create index on partnership.api_client (partnership_id);
alter table partnership.api_client add column scopes text[] not null default '{}';
alter table partnership.api_client add column standing boolean not null default true;
alter table partnership.api_client alter column standing drop default;
alter table partnership.api_client add column secret_number int not null default 1;
alter table partnership.api_client add column a_minute int not null default 6000;
alter table partnership.api_client alter column a_minute drop default;
alter table partnership.api_client add column made_at timestamptz not null default now();
alter table partnership.api_client alter column made_at drop default;
alter table partnership.api_client add column token_at timestamptz;
-- those admitted before scopes reach what they reached
update partnership.api_client set scopes = array[
    'REFERRALS_WRITE', 'REFERRALS_READ', 'CASES_READ', 'MEETINGS_READ', 'REQUESTS_WRITE', 'DECISIONS_READ', 'VOTES_WRITE',
    'ASSURANCE_READ', 'ASSURANCE_WRITE'];
