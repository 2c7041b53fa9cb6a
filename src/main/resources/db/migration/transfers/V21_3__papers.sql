-- What a case brings along that was written for its first partnership: locked packs, what agencies told, minutes, letters. They go as papers, cut
-- by what their owners let go, each under a fingerprint; at the receiver's they are read and never changed (SHR-4, SHR-6).
alter table transfers.transfer add column papers text[] not null default '{}';   -- those chosen, as kind:source

create table transfers.paper (
    partnership_id uuid not null,     -- whoever holds this row: the sender, and from acceptance on the receiver
    id uuid not null,
    transfer_id uuid not null,
    case_id uuid not null,
    kind text not null,
    source uuid not null,             -- the meeting, the agency, the letter
    title text not null,
    owner text not null,              -- the agency whose information it is; empty where it is the partnership's
    on_day date not null,
    from_name text not null,          -- the partnership that sent it
    restricted boolean not null,      -- its owner restricts it and agreed to its going
    content text,                     -- exactly as sealed; at the sender's gone once it was handed over, or was not wanted
    sha256 text not null,             -- over the content in UTF-8
    whole_sha256 text,                -- the seal of what it was cut from, which stays with the sender; null where it is whole
    written_at timestamptz not null,
    received_at timestamptz,          -- null at the sender's
    handed_over_at timestamptz,       -- at the sender's, when it took the receipt for it; null where it did not go
    primary key (partnership_id, id),
    unique (partnership_id, transfer_id, kind, source),
    check (received_at is null or content is not null)
);
create index on transfers.paper (partnership_id, case_id);
call app.wall('transfers.paper');

-- At the sender's it is written anew until the offer is answered, and then only emptied; at the receiver's nothing of it changes.
create function transfers.as_sealed() returns trigger language plpgsql as $$
begin
    if old.received_at is not null or new.received_at is not null then
        raise exception 'a paper from another partnership is never changed';
    end if;
    if to_jsonb(new) - '{content,handed_over_at}'::text[] <> to_jsonb(old) - '{content,handed_over_at}'::text[]
        or old.handed_over_at is not null and new.handed_over_at is distinct from old.handed_over_at or new.content is not null and new.content is distinct from old.content then
        if not exists (select from transfers.transfer t where t.partnership_id = old.partnership_id and t.id = old.transfer_id and t.state = 'OFFERED') then
            raise exception 'a paper that was handed over is never written anew';
        end if;
    end if;
    return new;
end $$;
create trigger as_sealed before update on transfers.paper for each row execute function transfers.as_sealed();
-- nobody but the owner of the tables writes what another partnership is said to have sent
create function transfers.from_elsewhere() returns trigger language plpgsql as $$
begin
    if new.received_at is not null then
        raise exception 'a paper comes with a transfer, and not by hand';
    end if;
    return new;
end $$;
create trigger from_elsewhere before insert on transfers.paper for each row when (not app.by_owner()) execute function transfers.from_elsewhere();

-- What an agency said about its restricted return going along with one transfer.
create table transfers.owners_word (
    partnership_id uuid not null,
    transfer_id uuid not null,
    case_id uuid not null,
    agency_id uuid not null,
    agrees boolean not null,
    words text not null,
    said_by uuid not null,
    said_by_name text not null,
    said_at timestamptz not null,
    primary key (partnership_id, transfer_id, agency_id)
);
create index on transfers.owners_word (partnership_id, case_id);
call app.wall('transfers.owners_word');
revoke update on transfers.owners_word from holdfast_app;

insert into records.holding (place, holding, found, tells, travels)
    select max(place) + 1, 'transfers.paper', 'case_id = $2', true, null from records.holding;
insert into records.holding (place, holding, found, tells, travels)
    select max(place) + 1, 'transfers.owners_word', 'case_id = $2', true, null from records.holding;

-- Copies what goes along from behind the sender's wall to behind the receiver's: only for whoever it is addressed to, only once it was accepted, and
-- only once. What it is at the sender's stays as it is.
create or replace function transfers.hand_over(of_transfer uuid) returns int
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
    -- papers that the sender's side wrote out for this transfer just before, each as it was sealed
    perform set_config('holdfast.partnership', accepted.partnership_id::text, true);
    select coalesce(jsonb_agg(to_jsonb(p)), '[]') into taken from transfers.paper p
        where p.partnership_id = accepted.partnership_id and p.transfer_id = of_transfer and p.content is not null
            and p.kind || ':' || p.source = any (accepted.papers);
    perform set_config('holdfast.partnership', mine::text, true);
    insert into transfers.paper select (jsonb_populate_record(null::transfers.paper,
        i.item || jsonb_build_object('partnership_id', mine, 'received_at', accepted.answered_at))).* from jsonb_array_elements(taken) as i(item);
    get diagnostics written = row_count;
    total := total + written;
    perform set_config('holdfast.by_owner', '', true);
    update transfers.transfer set rows = total where id = of_transfer and to_partnership = mine;
    return total;
end $$;
