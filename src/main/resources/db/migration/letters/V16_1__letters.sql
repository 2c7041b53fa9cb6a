-- Letters: drafted, checked, released under a seal, explained (NRM-12).
create schema letters;
grant usage on schema letters to holdfast_app;

create table letters.letter (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    decision_id uuid,
    decided_on date not null,
    kind text not null,
    frame text not null,
    tongue text not null,
    state text not null,
    recipient text not null,
    helper text not null,
    contact text not null,
    about text not null,
    about_translated text not null,
    about_status text not null,
    about_by text not null,
    about_on date,
    wording_status text not null,
    wording_by text not null,
    wording_on date,
    way text,
    checked_at timestamptz,
    checked_by_name text,
    names_meant text[],
    reading_age int,
    released_at timestamptz,
    released_by_name text,
    written text,
    seal text,
    explainer text,
    explain_on date,
    interpreter text,
    started_at timestamptz not null,
    started_by uuid not null,
    started_by_name text not null,
    version int not null default 1,
    primary key (partnership_id, id),
    check (state in ('DRAFTED', 'CHECKED', 'RELEASED', 'EXPLAINED', 'DISCARDED')),
    check (state not in ('RELEASED', 'EXPLAINED') or (released_at is not null and written is not null and seal is not null))
);
create index on letters.letter (partnership_id, case_id, started_at);
create index open_letter on letters.letter (partnership_id, state) where state in ('DRAFTED', 'CHECKED', 'RELEASED');
create index on letters.letter (partnership_id, decision_id);
call app.wall('letters.letter');

-- what was released stays as it was
create function letters.sealed() returns trigger language plpgsql as $$
begin
    if old.seal is not null and (new.written, new.seal, new.recipient, new.released_at, new.way)
            is distinct from (old.written, old.seal, old.recipient, old.released_at, old.way) then
        raise exception 'a released letter is not changed';
    end if;
    return new;
end $$;
create trigger sealed before update on letters.letter for each row execute function letters.sealed();

create table letters.explanation (
    partnership_id uuid not null,
    id uuid not null,
    letter_id uuid not null,
    on_day date not null,
    explained_by text not null,
    tongue text not null,
    interpreter text not null,
    understood text not null,
    words text not null,
    recorded_at timestamptz not null,
    recorded_by_name text not null,
    primary key (partnership_id, id),
    foreign key (partnership_id, letter_id) references letters.letter
);
create index on letters.explanation (partnership_id, letter_id);
call app.wall('letters.explanation');
revoke update on letters.explanation from holdfast_app;

-- every disclosure: to whom, for what, on which ground, what (SHR-2)
create table letters.disclosure (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    letter_id uuid not null,
    recipient text not null,
    purpose text not null,
    basis text not null,
    way text not null,
    seal text not null,
    disclosed_at timestamptz not null,
    disclosed_by uuid not null,
    disclosed_by_name text not null,
    primary key (partnership_id, id),
    foreign key (partnership_id, letter_id) references letters.letter
);
create index on letters.disclosure (partnership_id, case_id);
call app.wall('letters.disclosure');
revoke update on letters.disclosure from holdfast_app;
