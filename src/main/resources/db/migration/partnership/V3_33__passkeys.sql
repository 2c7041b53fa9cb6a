-- Passkeys of an account. What is kept signs nobody in: the private key never leaves the person's device. Like all that comes before a
-- partnership is entered they stand outside the wall. One that was taken away stays as a row, so that it is never taken for a new one.
create table partnership.passkey (
    passkey_id uuid primary key,
    account_id uuid not null references partnership.account,
    credential_id bytea not null unique,
    public_key bytea not null,          -- with the kind of device, as WebAuthn writes it (attested credential data)
    counter bigint not null,
    can_be_copied boolean not null,     -- whether the person's devices share it (backup eligible)
    name text not null,
    added_at timestamptz not null,
    used_at timestamptz,
    ended_at timestamptz
);
create index on partnership.passkey (account_id);
grant select, insert, update on partnership.passkey to holdfast_app;
