-- Links on which a child says what they wish and feel (GRD-4).
create schema voice;
grant usage on schema voice to holdfast_app;

-- Found by the hash of the token before any partnership is entered, so outside the wall; the token itself is shown once and kept nowhere.
create table voice.door (
    token_hash bytea primary key,
    partnership_id uuid not null,
    link_id uuid not null
);
grant select, insert on voice.door to holdfast_app;

create table voice.link (
    partnership_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    tongue text not null,
    state text not null,
    about text not null,
    word_hash text,                 -- of the word agreed, if one was
    wrong_words int not null default 0,
    pass_hash bytea,                -- of what the browser holds in which it was begun
    refusals int not null default 0,
    expires_at timestamptz not null,
    given_at timestamptz not null,
    given_by uuid not null,
    given_by_name text not null,
    started_at timestamptz,
    handed_in_at timestamptz,
    wishes_id uuid,
    received_at timestamptz,
    received_by_name text not null default '',
    primary key (partnership_id, id),
    check (state in ('GIVEN', 'STARTED', 'HANDED_IN', 'RECEIVED', 'WITHDRAWN'))
);
create index on voice.link (partnership_id, case_id, given_at);
create index handed_in on voice.link (partnership_id) where state = 'HANDED_IN';
call app.wall('voice.link');

create table voice.answer (
    partnership_id uuid not null,
    link_id uuid not null,
    question text not null,
    words text not null,
    saved_at timestamptz not null,
    primary key (partnership_id, link_id, question),
    foreign key (partnership_id, link_id) references voice.link
);
call app.wall('voice.answer');
