-- The ledger (GOV-7): one append-only, hash-chained row for every look, change, export and refusal.
create schema audit;
grant usage on schema audit to holdfast_app;

create table audit.ledger (
    partnership_id uuid not null,
    seq bigint not null,
    at timestamptz not null,
    actor_kind text not null,
    actor_id uuid not null,
    actor_name text not null,
    agency_id uuid not null,
    act text not null,            -- LOOKED, CHANGED, EXPORTED, REFUSED
    event text not null,          -- what happened, in the module's words
    case_id uuid,
    subject_id uuid,
    detail text not null,         -- JSON object, exactly as hashed
    previous_hash bytea not null,
    hash bytea not null,
    primary key (partnership_id, seq)
);
create index on audit.ledger (partnership_id, case_id, seq desc) where case_id is not null;
create index on audit.ledger (partnership_id, actor_id, seq desc);
call app.wall('audit.ledger');
revoke insert, update on audit.ledger from holdfast_app;

create table audit.chain (
    partnership_id uuid primary key,
    seq bigint not null,
    hash bytea not null
);
call app.wall('audit.chain');
revoke insert, update on audit.chain from holdfast_app;

create function audit.no_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only';
end $$;
create trigger append_only before update or delete on audit.ledger for each row execute function audit.no_change();
create trigger no_truncate before truncate on audit.ledger for each statement execute function audit.no_change();

-- A field as the chain hashes it: its length in bytes, a colon, the bytes; so that no two rows can be written alike.
create function audit.framed(field text) returns text language sql immutable parallel safe
    return octet_length(convert_to(coalesce(field, ''), 'UTF8')) || ':' || coalesce(field, '');

-- The only way onto the ledger. Takes the lock on the partnership's chain, never a wider one, and holds it until commit.
create function audit.append(entries jsonb) returns bigint
    language plpgsql security definer set search_path = audit, app, pg_temp as $$
declare
    partnership uuid := app.partnership();
    head audit.chain%rowtype;
    entry jsonb;
    written text;
    next_hash bytea;
begin
    insert into audit.chain values (partnership, 0, sha256(convert_to(partnership::text, 'UTF8'))) on conflict do nothing;
    select * into head from audit.chain where partnership_id = partnership for update;
    for entry in select * from jsonb_array_elements(entries) loop
        head.seq := head.seq + 1;
        written := audit.framed(head.seq::text) || audit.framed(entry ->> 'at')
            || audit.framed(entry ->> 'actorKind') || audit.framed(entry ->> 'actorId') || audit.framed(entry ->> 'actorName')
            || audit.framed(entry ->> 'agencyId') || audit.framed(entry ->> 'act') || audit.framed(entry ->> 'event')
            || audit.framed(entry ->> 'caseId') || audit.framed(entry ->> 'subjectId') || audit.framed(entry ->> 'detail');
        next_hash := sha256(head.hash || convert_to(written, 'UTF8'));
        insert into audit.ledger values (
            partnership, head.seq, to_timestamp((entry ->> 'at')::numeric / 1000000),
            entry ->> 'actorKind', (entry ->> 'actorId')::uuid, entry ->> 'actorName', (entry ->> 'agencyId')::uuid,
            entry ->> 'act', entry ->> 'event', (entry ->> 'caseId')::uuid, (entry ->> 'subjectId')::uuid, entry ->> 'detail',
            head.hash, next_hash);
        head.hash := next_hash;
    end loop;
    update audit.chain set seq = head.seq, hash = head.hash where partnership_id = partnership;
    return head.seq;
end $$;
revoke all on function audit.append(jsonb) from public;
grant execute on function audit.append(jsonb) to holdfast_app;
