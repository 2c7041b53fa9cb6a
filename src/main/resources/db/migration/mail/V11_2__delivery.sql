-- How far each message has come. Waiting until it was sent, or failed for good; a lease keeps two nodes from sending the same one.
alter table mail.message
    add column state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED')),
    add column attempts int not null default 0,
    add column next_attempt_at timestamptz,     -- null: at once
    add column leased_until timestamptz,        -- a node is sending it; after this moment another one may
    add column last_error text,
    add column sent_at timestamptz,
    add column released_to text,                -- the one address to which the co-ordinator let it go
    add column released_by uuid;
create index on mail.message (partnership_id, posted_at) where state = 'WAITING';
create index on mail.message (partnership_id, member_id, posted_at);
