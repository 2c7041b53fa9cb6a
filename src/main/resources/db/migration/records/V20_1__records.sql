-- How long records are kept, and what is done when the time is over; legal holds; requests of people for what is held about them
-- (SHR-8; UK GDPR articles 5(1)(e), 15 and 16).
create schema records;
grant usage on schema records to holdfast_app;

-- Everything that is held about one child, table by table, parents before what hangs on them. One list for three purposes: what is told
-- to whoever asks for their own records, what is destroyed when its time is over, what goes along to another partnership. A test finds a
-- table that stands neither here nor among those that are not about one child.
create table records.holding (
    place int primary key,        -- in the order in which rows can be written; destroyed the other way round
    holding text not null unique, -- the table
    found text not null,          -- which of its rows: $1 partnership, $2 case, $3 child
    tells boolean not null,       -- false where it says nothing of the child that does not stand elsewhere
    travels text,                 -- with which part it goes to another partnership; null where it stays
    emptied text[] not null default '{}'   -- columns that name somebody or something of the partnership it leaves
);
grant select on records.holding to holdfast_app;

insert into records.holding (place, holding, found, tells, travels, emptied)
select row_number() over (), h.* from (values
    ('people.child', 'child_id = $3', true, 'CHILD', '{}'::text[]),
    ('people.facts', 'child_id = $3', true, 'CHILD', '{}'),
    ('people.alias', 'child_id = $3', true, 'CHILD', '{}'),
    ('people.identifier', 'child_id = $3', true, 'CHILD', '{}'),
    ('people.warning', 'child_id = $3', true, 'CHILD', '{}'),
    ('people.judgement', '$3 in (one_child, other_child)', true, null, '{}'),
    ('people.search_key', 'child_id = $3', false, 'CHILD', '{}'),
    ('sharing.known_case', 'case_id = $2', false, 'CHILD', '{}'),
    ('sharing.involvement', 'case_id = $2', true, null, '{}'),
    ('sharing.exclusion', 'case_id = $2', true, null, '{}'),
    ('casework.child_case', 'id = $2', true, 'CHILD', '{lead_member}'),
    ('casework.milestone', 'case_id = $2', true, 'CHILD', '{}'),
    ('casework.home', 'case_id = $2', true, null, '{}'),
    ('casework.party', 'case_id = $2', true, 'CASE', '{member_id,agency_id}'),
    ('casework.chronology_entry', 'case_id = $2', true, 'CASE', '{given_by}'),
    ('casework.chronology_earlier', 'entry_id in (select id from casework.chronology_entry where partnership_id = $1 and case_id = $2)', true, 'CASE', '{}'),
    ('casework.case_update', 'case_id = $2', true, 'CASE', '{}'),
    ('casework.plan', 'case_id = $2', true, 'CASE', '{}'),
    ('casework.action', 'case_id = $2', true, 'CASE', '{owner_member,owner_agency,agreed_at}'),
    ('casework.action_step', 'action_id in (select id from casework.action where partnership_id = $1 and case_id = $2)', true, 'CASE', '{}'),
    ('casework.court_date', 'case_id = $2', true, 'CASE', '{}'),
    ('casework.offence', 'case_id = $2', true, 'CASE', '{}'),
    ('casework.defence_step', 'offence_id in (select id from casework.offence where partnership_id = $1 and case_id = $2)', true, 'CASE', '{}'),
    ('casework.custody', 'case_id = $2', true, 'CASE', '{}'),
    ('casework.wishes', 'case_id = $2', true, 'VOICE', '{}'),
    ('casework.attachment', 'case_id = $2', true, 'FILES', '{added_by_agency_id}'),
    ('casework.attachment_content', 'attachment_id in (select id from casework.attachment where partnership_id = $1 and case_id = $2)', false, 'FILES', '{}'),
    ('casework.access_request', 'case_id = $2', true, null, '{}'),
    ('clocks.run', 'case_id = $2', true, 'CHILD', '{}'),
    ('clocks.pause', 'run_id in (select run_id from clocks.run where partnership_id = $1 and case_id = $2)', true, 'CHILD', '{}'),
    ('clocks.extension', 'run_id in (select run_id from clocks.run where partnership_id = $1 and case_id = $2)', true, 'CHILD', '{}'),
    ('referrals.referral', 'case_id = $2', true, 'REFERRAL', '{}'),
    ('referrals.submission', 'referral_id in (select id from referrals.referral where partnership_id = $1 and case_id = $2)', true, 'REFERRAL', '{}'),
    ('referrals.likeness', 'child_id = $3 or referral_id in (select id from referrals.referral where partnership_id = $1 and case_id = $2)', false, null, '{}'),
    ('referrals.comparison', 'child_id = $3 or referral_id in (select id from referrals.referral where partnership_id = $1 and case_id = $2)', true, null, '{}'),
    ('referrals.step', 'referral_id in (select id from referrals.referral where partnership_id = $1 and case_id = $2)', true, 'REFERRAL', '{}'),
    ('meetings.item', 'case_id = $2', true, null, '{}'),
    ('meetings.item_invitation', 'item_id in (select id from meetings.item where partnership_id = $1 and case_id = $2)', false, null, '{}'),
    ('meetings.conflict', 'item_id in (select id from meetings.item where partnership_id = $1 and case_id = $2)', true, null, '{}'),
    ('meetings.note', 'item_id in (select id from meetings.item where partnership_id = $1 and case_id = $2)', true, null, '{}'),
    ('meetings.addendum', 'item_id in (select id from meetings.item where partnership_id = $1 and case_id = $2)', true, null, '{}'),
    ('meetings.minutes_review', 'item_id in (select id from meetings.item where partnership_id = $1 and case_id = $2)', true, null, '{}'),
    ('requests.question', 'case_id = $2', true, null, '{}'),
    ('requests.agency_return', 'case_id = $2', true, null, '{}'),
    ('requests.told', 'return_id in (select id from requests.agency_return where partnership_id = $1 and case_id = $2)', true, null, '{}'),
    ('packs.access', 'item_id in (select id from meetings.item where partnership_id = $1 and case_id = $2)', false, null, '{}'),
    ('packs.opened', 'item_id in (select id from meetings.item where partnership_id = $1 and case_id = $2)', false, null, '{}'),
    ('packs.note', 'item_id in (select id from meetings.item where partnership_id = $1 and case_id = $2)', true, null, '{}'),
    ('room.section', 'case_id = $2', false, null, '{}'),
    ('room.proposal', 'case_id = $2', true, null, '{}'),
    ('room.told', 'item_id in (select id from meetings.item where partnership_id = $1 and case_id = $2)', false, null, '{}'),
    ('decisions.decision', 'case_id = $2', true, 'DECISIONS', '{}'),
    ('decisions.assessment', 'decision_id in (select id from decisions.decision where partnership_id = $1 and case_id = $2)', true, 'DECISIONS', '{}'),
    ('decisions.evidence', 'decision_id in (select id from decisions.decision where partnership_id = $1 and case_id = $2)', true, 'DECISIONS', '{}'),
    ('decisions.ballot', 'decision_id in (select id from decisions.decision where partnership_id = $1 and case_id = $2)', true, 'DECISIONS', '{}'),
    ('decisions.vote', 'decision_id in (select id from decisions.decision where partnership_id = $1 and case_id = $2)', true, 'DECISIONS', '{}'),
    ('decisions.present', 'decision_id in (select id from decisions.decision where partnership_id = $1 and case_id = $2)', true, 'DECISIONS', '{}'),
    ('decisions.outcome_sent', 'decision_id in (select id from decisions.decision where partnership_id = $1 and case_id = $2)', true, 'DECISIONS', '{}'),
    ('assurance.sent_form', 'case_id = $2', true, null, '{}'),
    ('assurance.answer', 'assurance_id in (select id from assurance.sent_form where partnership_id = $1 and case_id = $2)', true, null, '{}'),
    ('assurance.point', 'assurance_id in (select id from assurance.sent_form where partnership_id = $1 and case_id = $2)', true, null, '{}'),
    ('assurance.point_step', 'point_id in (select p.id from assurance.point p join assurance.sent_form f on f.partnership_id = p.partnership_id and f.id = p.assurance_id where f.partnership_id = $1 and f.case_id = $2)', true, null, '{}'),
    ('assurance.reconsideration', 'case_id = $2', true, null, '{}'),
    ('assurance.readmitted', 'reconsideration_id in (select id from assurance.reconsideration where partnership_id = $1 and case_id = $2)', false, null, '{}'),
    ('assurance.question', 'case_id = $2', true, null, '{}'),
    ('letters.letter', 'case_id = $2', true, null, '{}'),
    ('letters.explanation', 'letter_id in (select id from letters.letter where partnership_id = $1 and case_id = $2)', true, null, '{}'),
    ('letters.disclosure', 'case_id = $2', true, null, '{}'),
    ('voice.link', 'case_id = $2', false, null, '{}'),
    ('voice.answer', 'link_id in (select id from voice.link where partnership_id = $1 and case_id = $2)', true, null, '{}'),
    ('voice.door', 'link_id in (select id from voice.link where partnership_id = $1 and case_id = $2)', false, null, '{}'),
    ('pages.draft', 'position($2::text in form) > 0', false, null, '{}'),
    ('pages.draft_file', 'position($2::text in form) > 0', false, null, '{}'),
    ('records.hold', 'case_id = $2', true, 'CHILD', '{}'),
    ('records.request', 'case_id = $2', true, null, '{}'),
    ('records.part', 'request_id in (select id from records.request where partnership_id = $1 and case_id = $2)', false, null, '{}')
) as h;

-- What must not be destroyed, whatever its age: a complaint, a claim, an inquiry.
create table records.hold (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    reason text not null,
    placed_at timestamptz not null,
    placed_by uuid not null,
    placed_by_name text not null,
    lifted_at timestamptz,
    lifted_by_name text,
    lifted_because text,
    version int not null default 1,
    primary key (partnership_id, id)
);
create index on records.hold (partnership_id, case_id);
call app.wall('records.hold');

-- A disposal, from its proposal on; when it is done it is the certificate. It outlives what it tells of, so it holds ids, rules and counts,
-- and nothing of the child.
create table records.disposal (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    class text not null,
    keep_until_age int not null,  -- the rule as it stood: until this birthday
    keep_years int not null,      -- and for so many years after the case came to its end
    due_on date not null,
    state text not null,
    proposed_at timestamptz not null,
    proposed_by uuid not null,
    proposed_by_name text not null,
    settled_at timestamptz,
    settled_by uuid,
    settled_by_name text,
    because text not null default '',     -- why it was not approved, or withdrawn
    version int not null default 1,
    primary key (partnership_id, id),
    check (state in ('PROPOSED', 'DONE', 'DECLINED')),
    check (settled_by is distinct from proposed_by or state <> 'DONE')
);
create unique index one_proposal on records.disposal (partnership_id, case_id) where state = 'PROPOSED';
call app.wall('records.disposal');

create table records.disposed (
    partnership_id uuid not null,
    disposal_id uuid not null,
    holding text not null,
    rows int not null,
    sha256 text not null,         -- over the rows as they were, in order; tells nothing, and proves what an older copy held
    primary key (partnership_id, disposal_id, holding),
    foreign key (partnership_id, disposal_id) references records.disposal
);
call app.wall('records.disposed');
revoke update on records.disposed from holdfast_app;

-- Somebody asks for what is held about a child (UK GDPR article 15), or that something wrong be put right (article 16).
create table records.request (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    kind text not null,           -- ACCESS, CORRECTION
    state text not null,
    received_on date not null,
    asker text not null,
    capacity text not null,       -- as whom they ask
    asked_for text not null,      -- what they ask for, or what they say is wrong
    proof text not null default '',       -- how identity and authority were proved
    proved_on date,
    extended_on date,
    extended_because text not null default '',
    gathered_at timestamptz,
    gathering int not null default 0,     -- the parts with this number count
    settled_at timestamptz,
    settled_by_name text,
    refusal text,
    answer text not null default '',      -- what they were told, besides the parts
    sha256 text,                  -- of the paper as it was released
    opened_by_name text not null,
    opened_at timestamptz not null,
    version int not null default 1,
    primary key (partnership_id, id)
);
create index on records.request (partnership_id, case_id);
create index on records.request (partnership_id) where settled_at is null;
call app.wall('records.request');

-- One thing that is held, as it was when it was gathered, and what a person settled about it.
create table records.part (
    partnership_id uuid not null,
    request_id uuid not null,
    gathering int not null,
    seq int not null,
    holding text not null,
    content text not null,        -- JSON of the row
    proposed text,                -- why the program would hold it back; null where it would not
    verdict text,                 -- GIVEN, CUT, WITHHELD; null until a person has looked
    reason text,                  -- why it is held back, or cut
    cut text[] not null default '{}',     -- words that are blacked out
    checked_by_name text,
    checked_at timestamptz,
    primary key (partnership_id, request_id, gathering, seq),
    foreign key (partnership_id, request_id) references records.request
);
call app.wall('records.part');

-- Whether the owner of the tables is at work for a disposal or a transfer: then what is sealed against everybody else may go, or come
-- as it was. The role that serves owns nothing, so saying so does not help it.
create function app.by_owner() returns boolean language sql stable
    return current_setting('holdfast.by_owner', true) = 'yes'
        and current_user = (select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'app');

do $$
declare
    seal record;
begin
    for seal in
        select t.tgname, t.tgrelid::regclass as sealed, pg_get_triggerdef(t.oid) as made
        from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
        where not t.tgisinternal and n.nspname in ('decisions', 'meetings', 'requests', 'letters')
    loop
        execute format('drop trigger %I on %s', seal.tgname, seal.sealed);
        execute replace(seal.made, ' EXECUTE FUNCTION ', ' WHEN (NOT app.by_owner()) EXECUTE FUNCTION ');
    end loop;
end $$;

-- Everything that is held about a child, as it stands. Called as whoever serves, behind the wall; the caller has asked for the case.
create function records.told(of_case uuid, of_child uuid) returns table (holding text, content jsonb) language plpgsql stable as $$
declare
    one records.holding%rowtype;
begin
    for one in select * from records.holding h where h.tells order by h.place loop
        return query execute format('select %L::text, to_jsonb(t) from %s t where t.partnership_id = $1 and (%s) order by to_jsonb(t)::text',
            one.holding, one.holding, one.found) using app.partnership(), of_case, of_child;
    end loop;
    -- what the minutes of meetings say of the child
    return query select 'meetings.minutes'::text, said.item
        from meetings.minutes m, jsonb_array_elements(m.content::jsonb -> 'items') as said(item)
        where m.partnership_id = app.partnership() and said.item ->> 'caseId' = of_case::text;
end $$;

-- Destroys what is held about a child, for a disposal that was proposed by one person and is being approved by another, and keeps count.
create function records.dispose(of_disposal uuid, of_child uuid) returns void
    language plpgsql security definer set search_path = records, app, pg_temp as $$
declare
    partnership uuid := app.partnership();
    of_case uuid;
    one records.holding%rowtype;
    counted int;
    hashed text;
    mine uuid;
begin
    select case_id into of_case from records.disposal
        where partnership_id = partnership and id = of_disposal and state = 'DONE' and settled_by <> proposed_by;
    if not found or exists (select from records.disposed where partnership_id = partnership and disposal_id = of_disposal) then
        raise exception 'no disposal that two people approved';
    end if;
    if exists (select from records.hold where partnership_id = partnership and case_id = of_case and lifted_at is null) then
        raise exception 'under legal hold';
    end if;
    select child_id into mine from casework.child_case where partnership_id = partnership and id = of_case;
    if mine is distinct from of_child then
        raise exception 'another child';
    end if;
    perform set_config('holdfast.by_owner', 'yes', true);
    -- what was written of several children together: this child's part is taken out of it
    for one in select 0, h, '', false, null, '{}'::text[] from unnest(array['meetings.minutes', 'packs.version']) h loop
        execute format('select count(*), encode(sha256(convert_to(coalesce(string_agg(i::text, E''\n'' order by i::text), ''''), ''UTF8'')), ''hex'')
            from %s t, jsonb_array_elements(t.content::jsonb -> ''items'') i where t.partnership_id = $1 and i ->> ''caseId'' = $2', one.holding)
            into counted, hashed using partnership, of_case::text;
        if counted > 0 then
            execute format('update %s t set content = jsonb_set(t.content::jsonb, ''{items}'', coalesce(
                (select jsonb_agg(i.item order by i.n) from jsonb_array_elements(t.content::jsonb -> ''items'') with ordinality i(item, n)
                    where i.item ->> ''caseId'' <> $2), ''[]''))::text
                where t.partnership_id = $1 and exists (select from jsonb_array_elements(t.content::jsonb -> ''items'') i where i ->> ''caseId'' = $2)',
                one.holding) using partnership, of_case::text;
            insert into records.disposed values (partnership, of_disposal, one.holding, counted, hashed);
        end if;
    end loop;
    -- first all is counted, then all is destroyed, so that nothing is missed because what it hangs on is gone
    for one in select * from records.holding order by place loop
        execute format('select count(*), encode(sha256(convert_to(coalesce(string_agg(to_jsonb(t)::text, E''\n'' order by to_jsonb(t)::text), ''''), ''UTF8'')), ''hex'')
            from %s t where t.partnership_id = $1 and (%s)', one.holding, one.found) into counted, hashed using partnership, of_case, of_child;
        if counted > 0 then
            insert into records.disposed values (partnership, of_disposal, one.holding, counted, hashed);
        end if;
    end loop;
    for one in select * from records.holding order by place desc loop
        execute format('delete from %s t where t.partnership_id = $1 and (%s)', one.holding, one.found) using partnership, of_case, of_child;
    end loop;
    perform set_config('holdfast.by_owner', '', true);
end $$;
revoke all on function records.dispose(uuid, uuid) from public;
grant execute on function records.dispose(uuid, uuid) to holdfast_app;
