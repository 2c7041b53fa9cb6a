-- Decisions: findings and evidence by element, ballots and votes, the account, and the seal (NRM-1 to NRM-10).
create schema decisions;
grant usage on schema decisions to holdfast_app;

create table decisions.decision (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    meeting_id uuid not null,
    item_id uuid not null,
    held_on date not null,                 -- the day of the meeting
    state text not null,
    child boolean not null,                -- under 18 when it happened: no means need be shown (NRM-7)
    childs_view text not null default '',
    credibility text not null default '',
    best_interests text not null default '',
    reasoning text not null default '',
    exploitation text[] not null default '{}',
    county_lines boolean not null default false,
    negative_reasons text[] not null default '{}',
    plan_id uuid,
    plan_aim text not null default '',
    plan_held_where text not null default '',
    plan_agreed_on date,
    plan_review_on date,
    account_version int not null default 0,
    continues uuid,
    supersedes uuid,
    supersedes_because text not null default '',
    adjourned_for text,
    adjourned_because text not null default '',
    determination text,
    issued_at timestamptz,
    issued_by uuid,
    issued_by_name text not null default '',
    seal text,
    superseded_by uuid,
    superseded_because text not null default '',
    opened_by uuid not null,
    opened_at timestamptz not null,
    version int not null default 1,
    primary key (partnership_id, id),
    foreign key (partnership_id, continues) references decisions.decision,
    foreign key (partnership_id, supersedes) references decisions.decision,
    foreign key (partnership_id, superseded_by) references decisions.decision,
    check (state in ('DRAFT', 'VOTING', 'DETERMINED', 'TIED', 'ADJOURNED', 'ISSUED', 'SUPERSEDED')),
    check (state not in ('ISSUED', 'SUPERSEDED') or (determination is not null and issued_at is not null and seal is not null))
);
-- one decision an item, and one decision of a case in the making
create unique index on decisions.decision (partnership_id, item_id);
create unique index one_in_the_making on decisions.decision (partnership_id, case_id) where state in ('DRAFT', 'VOTING', 'DETERMINED');
create index on decisions.decision (partnership_id, case_id);
create index on decisions.decision (partnership_id, state);
call app.wall('decisions.decision');

create table decisions.assessment (
    partnership_id uuid not null,
    decision_id uuid not null,
    definition text not null,
    element text not null,
    finding text not null,
    reasoning text not null,
    missing text not null,
    assessed_by uuid not null,
    assessed_at timestamptz not null,
    version int not null,
    primary key (partnership_id, decision_id, definition, element),
    foreign key (partnership_id, decision_id) references decisions.decision
);
call app.wall('decisions.assessment');

create table decisions.evidence (
    partnership_id uuid not null,
    id uuid not null,
    decision_id uuid not null,
    definition text not null,
    element text not null,
    side text not null,
    what text not null,
    source text not null,
    weight text not null,
    added_by uuid not null,
    added_at timestamptz not null,
    taken_back_by uuid,
    taken_back_at timestamptz,
    primary key (partnership_id, id),
    foreign key (partnership_id, decision_id) references decisions.decision
);
create index on decisions.evidence (partnership_id, decision_id);
call app.wall('decisions.evidence');

create table decisions.ballot (
    partnership_id uuid not null,
    decision_id uuid not null,
    ground text not null check (ground in ('RG', 'CG')),
    threshold text not null,               -- the wording of the day, word for word (NRM-8)
    threshold_since date not null,
    threshold_source text not null,
    opened_by uuid not null,
    opened_at timestamptz not null,
    result text,
    votes_for int,
    votes_against int,
    counted_at timestamptz,
    counted_by uuid,
    counted_by_name text not null default '',
    primary key (partnership_id, decision_id, ground),
    foreign key (partnership_id, decision_id) references decisions.decision,
    check ((result is null) = (counted_at is null))
);
create unique index one_open_ballot on decisions.ballot (partnership_id, decision_id) where result is null;
call app.wall('decisions.ballot');

create table decisions.vote (
    partnership_id uuid not null,
    id uuid not null,
    decision_id uuid not null,
    ground text not null,
    member_id uuid not null,
    member_name text not null,
    agency_id uuid not null,
    agency_name text not null,
    position text not null check (position in ('FOR', 'AGAINST')),
    reasons text not null check (reasons <> ''),
    standing text not null check (standing in ('CAST', 'RECORDED', 'CONFIRMED', 'REJECTED')),
    cast_at timestamptz not null,
    recorded_by uuid,
    recorded_by_name text,
    answered_at timestamptz,
    primary key (partnership_id, id),
    foreign key (partnership_id, decision_id, ground) references decisions.ballot,
    check ((recorded_by is null) = (standing = 'CAST'))
);
-- one vote an agency on each ground, whoever gives it and however often the button is pressed (NRM-4)
create unique index one_vote_an_agency on decisions.vote (partnership_id, decision_id, ground, agency_id) where standing <> 'REJECTED';
create index on decisions.vote (partnership_id, member_id) where standing = 'RECORDED';
call app.wall('decisions.vote');

-- who was in the meeting when the last count was taken, and in which capacity (NRM-9)
create table decisions.present (
    partnership_id uuid not null,
    decision_id uuid not null,
    member_id uuid not null,
    name text not null,
    agency_id uuid not null,
    agency_name text not null,
    capacity text not null,
    primary key (partnership_id, decision_id, member_id),
    foreign key (partnership_id, decision_id) references decisions.decision
);
call app.wall('decisions.present');

-- the outcome reached the Home Office (NRM-10); once
create table decisions.outcome_sent (
    partnership_id uuid not null,
    decision_id uuid not null,
    sent_at timestamptz not null,
    sent_by uuid not null,
    sent_by_name text not null,
    how text not null,
    primary key (partnership_id, decision_id),
    foreign key (partnership_id, decision_id) references decisions.decision
);
call app.wall('decisions.outcome_sent');
revoke update on decisions.outcome_sent from holdfast_app;

-- The seal: once issued, nothing of a decision changes, whoever asks, but that a later one takes its place.
create function decisions.keep_sealed() returns trigger language plpgsql as $$
declare
    may_change constant text[] := array['state', 'superseded_by', 'superseded_because', 'version'];
begin
    if tg_op = 'DELETE' then
        raise exception 'a decision is never deleted';
    elsif tg_op = 'INSERT' then
        if new.state <> 'DRAFT' then
            raise exception 'a decision begins as a draft';
        end if;
        return new;
    end if;
    if old.state = 'SUPERSEDED' then
        raise exception 'a superseded decision is sealed';
    elsif old.state = 'ISSUED' then
        if new.state <> 'SUPERSEDED' or new.superseded_by is null or new.superseded_because = ''
            or to_jsonb(new) - may_change <> to_jsonb(old) - may_change then
            raise exception 'an issued decision is sealed: it can only be superseded';
        end if;
    elsif old.state in ('TIED', 'ADJOURNED') then
        raise exception 'a decision that was put off stays as it was';
    elsif new.state = 'SUPERSEDED' then
        raise exception 'only an issued decision is superseded';
    end if;
    return new;
end $$;
create trigger seal before insert or update or delete on decisions.decision for each row execute function decisions.keep_sealed();

create function decisions.keep_parts_sealed() returns trigger language plpgsql as $$
declare
    part record := case when tg_op = 'DELETE' then old else new end;
begin
    if tg_op = 'DELETE' then
        raise exception 'nothing of a decision is deleted';
    end if;
    perform from decisions.decision
        where partnership_id = part.partnership_id and id = part.decision_id
            and state in ('ISSUED', 'SUPERSEDED', 'TIED', 'ADJOURNED');
    if found then
        raise exception 'the decision is sealed';
    end if;
    return new;
end $$;
create trigger seal before insert or update or delete on decisions.assessment for each row execute function decisions.keep_parts_sealed();
create trigger seal before insert or update or delete on decisions.evidence for each row execute function decisions.keep_parts_sealed();
create trigger seal before insert or update or delete on decisions.ballot for each row execute function decisions.keep_parts_sealed();
create trigger seal before insert or update or delete on decisions.vote for each row execute function decisions.keep_parts_sealed();
create trigger seal before insert or update or delete on decisions.present for each row execute function decisions.keep_parts_sealed();
