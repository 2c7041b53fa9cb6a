-- Cases that go from one partnership to another (SHR-6).
create schema transfers;
grant usage on schema transfers to holdfast_app;

-- The one table that two partnerships see a row of: whoever sends and whoever receives, and nobody else.
create table transfers.transfer (
    partnership_id uuid not null,     -- whoever sends
    id uuid not null,
    from_name text not null,
    to_partnership uuid not null,
    to_name text not null,
    case_id uuid not null,
    goes text[] not null,             -- the parts that go along, besides what always goes
    because text not null,
    lawful_basis text not null,
    notice text,                      -- what the receiver is told before answering, as JSON; gone once that is settled
    state text not null,
    offered_at timestamptz not null,
    offered_by_name text not null,
    answered_at timestamptz,
    answered_by_name text,
    answer text not null default '',  -- why it was declined or taken back
    rows int,                         -- how many were handed over
    settled_at timestamptz,           -- when the sender took the receipt
    version int not null default 1,
    primary key (partnership_id, id),
    check (to_partnership <> partnership_id),
    check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'))
);
create index on transfers.transfer (to_partnership);
create index on transfers.transfer (partnership_id, case_id);
create unique index one_offer on transfers.transfer (partnership_id, case_id) where state = 'OFFERED';
alter table transfers.transfer enable row level security;
alter table transfers.transfer force row level security;
create policy sent_or_received on transfers.transfer
    using (app.partnership() in (partnership_id, to_partnership))
    with check (app.partnership() in (partnership_id, to_partnership));
grant select, insert, update on transfers.transfer to holdfast_app;

insert into records.holding (place, holding, found, tells, travels)
    select max(place) + 1, 'transfers.transfer', 'case_id = $2', true, null from records.holding;

-- Nothing of an offer changes but its answer, whoever of the two asks.
create function transfers.as_offered() returns trigger language plpgsql as $$
declare
    may_change constant text[] := array['state', 'answered_at', 'answered_by_name', 'answer', 'rows', 'settled_at', 'notice', 'version'];
begin
    if to_jsonb(new) - may_change <> to_jsonb(old) - may_change
        or old.state <> 'OFFERED' and new.state <> old.state
        or new.notice is not null and new.notice is distinct from old.notice
        or new.state in ('ACCEPTED', 'DECLINED') and old.state = 'OFFERED' and app.partnership() <> old.to_partnership
        or new.state = 'WITHDRAWN' and old.state = 'OFFERED' and app.partnership() <> old.partnership_id then
        raise exception 'an offer is answered once, by whoever it is for';
    end if;
    return new;
end $$;
create trigger as_offered before update on transfers.transfer for each row execute function transfers.as_offered();

-- The names of the other partnerships here, and nothing else of them.
create function transfers.others() returns table (id uuid, name text)
    language plpgsql security definer set search_path = transfers, app, pg_temp as $$
declare
    mine uuid := app.partnership();
    one uuid;
begin
    for one in select r.partnership_id from partnership.roll r where r.partnership_id <> mine loop
        perform set_config('holdfast.partnership', one::text, true);
        return query select p.partnership_id, p.name from partnership.partnership p where p.partnership_id = one;
    end loop;
    perform set_config('holdfast.partnership', mine::text, true);
end $$;
revoke all on function transfers.others() from public;
grant execute on function transfers.others() to holdfast_app;

-- What would go, in numbers. Called as whoever serves, behind the wall of whoever sends.
create function transfers.preview(of_case uuid, of_child uuid) returns table (travels text, rows bigint) language plpgsql stable as $$
declare
    one records.holding%rowtype;
begin
    for one in select * from records.holding h where h.travels is not null and h.tells order by h.place loop
        return query execute format('select %L::text, count(*) from %s t where t.partnership_id = $1 and (%s)', one.travels, one.holding, one.found)
            using app.partnership(), of_case, of_child;
    end loop;
end $$;

-- Whether, since it was offered, something came up at the sender's that has to end first: an agenda, a decision in the making.
create function transfers.in_hand(of_transfer uuid) returns boolean
    language plpgsql security definer set search_path = transfers, app, pg_temp as $$
declare
    mine uuid := app.partnership();
    offered transfers.transfer%rowtype;
    found_it boolean;
begin
    select * into offered from transfers.transfer where id = of_transfer and to_partnership = mine and state = 'OFFERED';
    if not found then
        return true;
    end if;
    perform set_config('holdfast.partnership', offered.partnership_id::text, true);
    -- nobody puts it on an agenda while it goes
    perform from casework.child_case c where c.partnership_id = offered.partnership_id and c.id = offered.case_id for update;
    found_it := not exists (select from casework.child_case c where c.partnership_id = offered.partnership_id and c.id = offered.case_id)
        or exists (select from meetings.item i
            where i.partnership_id = offered.partnership_id and i.case_id = offered.case_id and i.state in ('LISTED', 'DISCUSSING'))
        or exists (select from decisions.decision d
            where d.partnership_id = offered.partnership_id and d.case_id = offered.case_id and d.state in ('DRAFT', 'VOTING', 'DETERMINED'));
    perform set_config('holdfast.partnership', mine::text, true);
    return found_it;
end $$;
revoke all on function transfers.in_hand(uuid) from public;
grant execute on function transfers.in_hand(uuid) to holdfast_app;

-- Copies what goes along from behind the sender's wall to behind the receiver's: only for whoever it is addressed to, only once it was accepted, and
-- only once. What it is at the sender's stays as it is.
create function transfers.hand_over(of_transfer uuid) returns int
    language plpgsql security definer set search_path = transfers, app, pg_temp as $$
declare
    mine uuid := app.partnership();
    accepted transfers.transfer%rowtype;
    one records.holding%rowtype;
    child uuid;
    taken jsonb;
    emptied jsonb;
    written int;
    total int := 0;
begin
    select * into accepted from transfers.transfer
        where id = of_transfer and to_partnership = mine and state = 'ACCEPTED' and rows is null for update;
    if not found then
        raise exception 'no transfer to this partnership that was just accepted';
    end if;
    perform set_config('holdfast.by_owner', 'yes', true);
    perform set_config('holdfast.partnership', accepted.partnership_id::text, true);
    select c.child_id into child from casework.child_case c where c.partnership_id = accepted.partnership_id and c.id = accepted.case_id;
    for one in select * from records.holding h
        where h.travels in ('CHILD', 'REFERRAL', 'DECISIONS') or h.travels = any (accepted.goes) order by h.place
    loop
        perform set_config('holdfast.partnership', accepted.partnership_id::text, true);
        execute format('select coalesce(jsonb_agg(to_jsonb(t)), ''[]'') from %s t where t.partnership_id = $1 and (%s)', one.holding, one.found)
            into taken using accepted.partnership_id, accepted.case_id, child;
        perform set_config('holdfast.partnership', mine::text, true);
        emptied := jsonb_build_object('partnership_id', mine)
            || coalesce((select jsonb_object_agg(name, null) from unnest(one.emptied) as name), '{}');
        execute format('insert into %s select (jsonb_populate_record(null::%s, i.item || $2)).* from jsonb_array_elements($1) as i(item)',
            one.holding, one.holding) using taken, emptied;
        get diagnostics written = row_count;
        total := total + written;
    end loop;
    perform set_config('holdfast.by_owner', '', true);
    update transfers.transfer set rows = total where id = of_transfer and to_partnership = mine;
    return total;
end $$;
revoke all on function transfers.hand_over(uuid) from public;
grant execute on function transfers.hand_over(uuid) to holdfast_app;
