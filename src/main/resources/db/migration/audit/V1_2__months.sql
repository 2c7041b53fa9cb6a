-- The ledger by months, so that what is years old does not slow what is written today. The chain itself knows nothing of months.
alter table audit.ledger rename to ledger_before;
alter table audit.ledger_before rename constraint ledger_pkey to ledger_before_pkey;
alter table audit.ledger_before no force row level security;

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
    primary key (partnership_id, seq, at)
) partition by range (at);
create index on audit.ledger (partnership_id, case_id, seq desc) where case_id is not null;
create index on audit.ledger (partnership_id, actor_id, seq desc);
create trigger append_only before update or delete on audit.ledger for each row execute function audit.no_change();
create trigger no_truncate before truncate on audit.ledger for each statement execute function audit.no_change();

-- A part of the ledger stands behind the wall as the whole does, and nobody who serves reaches it but through the whole.
create procedure audit.wall_part(part regclass) language plpgsql as $$
begin
    call app.wall(part);
    execute format('revoke all on %s from holdfast_app', part);
    execute format('create trigger no_truncate before truncate on %s for each statement execute function audit.no_change()', part);
end $$;

-- Takes whatever has no month yet, so that no line is ever lost for want of one.
create table audit.ledger_without_month partition of audit.ledger default;
call audit.wall_part('audit.ledger_without_month');
-- the owner moves lines of every partnership from here to their month, and nothing else
create policy to_its_month on audit.ledger_without_month to current_user using (true);

-- Makes one month and moves there what waited for it. Stands back where somebody reads for long: it is tried again.
create procedure audit.open_month(month date) language plpgsql security definer set search_path = audit, app, pg_temp as $$
declare
    name text := 'ledger_' || to_char(month, 'YYYY_MM');
    begins timestamptz := month::timestamp at time zone 'UTC';
    ends timestamptz := (month + interval '1 month') at time zone 'UTC';
begin
    if to_regclass('audit.' || name) is not null then
        return;
    end if;
    perform set_config('lock_timeout', '5s', true);
    execute format('create table audit.%I (like audit.ledger including defaults)', name);
    alter table audit.ledger_without_month disable trigger append_only;
    execute format('with moved as (delete from audit.ledger_without_month where at >= %L and at < %L returning *)
        insert into audit.%I select * from moved', begins, ends, name);
    alter table audit.ledger_without_month enable trigger append_only;
    execute format('alter table audit.ledger attach partition audit.%I for values from (%L) to (%L)', name, begins, ends);
    execute format('call audit.wall_part(%L)', 'audit.' || name);
end $$;
revoke all on procedure audit.open_month(date), audit.wall_part(regclass) from public;

-- This month and the two after it, and every earlier one for which lines wait.
create function audit.open_months(today date) returns int
    language plpgsql security definer set search_path = audit, app, pg_temp as $$
declare
    month date;
    months date[];
    opened int := 0;
begin
    perform pg_advisory_xact_lock(hashtext('audit.open_months'));
    months := array(
        select (date_trunc('month', today::timestamp) + make_interval(months => ahead))::date from generate_series(0, 2) as ahead
        union
        select distinct date_trunc('month', at at time zone 'UTC')::date from audit.ledger_without_month
            where at < (date_trunc('month', today::timestamp) + interval '3 months') at time zone 'UTC'
        order by 1);
    foreach month in array months loop
        if to_regclass('audit.ledger_' || to_char(month, 'YYYY_MM')) is null then
            call audit.open_month(month);
            opened := opened + 1;
        end if;
    end loop;
    return opened;
end $$;
revoke all on function audit.open_months(date) from public;
grant execute on function audit.open_months(date) to holdfast_app;

-- what stands is moved to its months
insert into audit.ledger select * from audit.ledger_before;
drop table audit.ledger_before;
select audit.open_months((now() at time zone 'UTC')::date);
call app.wall('audit.ledger');
revoke insert, update on audit.ledger from holdfast_app;

-- As before, but the chain is made only where there is none yet.
create or replace function audit.append(entries jsonb) returns bigint
    language plpgsql security definer set search_path = audit, app, pg_temp as $$
declare
    partnership uuid := app.partnership();
    head audit.chain%rowtype;
    entry jsonb;
    written text;
    next_hash bytea;
begin
    select * into head from audit.chain where partnership_id = partnership for update;
    if not found then
        insert into audit.chain values (partnership, 0, sha256(convert_to(partnership::text, 'UTF8'))) on conflict do nothing;
        select * into head from audit.chain where partnership_id = partnership for update;
    end if;
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

-- Where each chain ended on a day, signed with a key that the database does not have. Kept for comparison; whoever governs information
-- keeps a copy elsewhere.
create table audit.head (
    partnership_id uuid not null,
    day date not null,
    seq bigint not null,
    hash text not null,
    key text not null,
    signature text not null,
    primary key (partnership_id, day)
);
call app.wall('audit.head');
revoke update on audit.head from holdfast_app;
create trigger append_only before update or delete on audit.head for each row execute function audit.no_change();
create trigger no_truncate before truncate on audit.head for each statement execute function audit.no_change();
