-- Children as they are known. What can be corrected stands in facts, a row a version, the newest of which counts; nothing is overwritten.
create schema people;
grant usage on schema people to holdfast_app;

create table people.child (
    partnership_id uuid not null,
    child_id uuid not null,
    version int not null default 1,       -- of the facts that count
    known_since timestamptz not null,
    primary key (partnership_id, child_id)
);
call app.wall('people.child');

create table people.facts (
    partnership_id uuid not null,
    child_id uuid not null,
    version int not null,
    name_as_known text not null,
    given_names text,
    family_name text,
    native_script text,
    pronunciation text,
    birth_date text not null,             -- with its precision, as BirthDate writes it
    sex text not null,
    nationalities text[] not null default '{}',
    ethnicity text,                       -- DfE code
    languages text[] not null default '{}',
    interpreter text,
    communication_help text,
    letter_language text not null,
    contact_way text not null,
    contact_how text,
    because text not null,                -- where it came from, or why it was corrected
    by_id uuid not null,
    by_name text not null,
    at timestamptz not null,
    primary key (partnership_id, child_id, version),
    foreign key (partnership_id, child_id) references people.child
);
call app.wall('people.facts');
revoke update on people.facts from holdfast_app;

create table people.alias (
    partnership_id uuid not null,
    alias_id uuid not null,
    child_id uuid not null,
    name text not null,
    kind text not null,
    by_name text not null,
    at timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    primary key (partnership_id, alias_id),
    foreign key (partnership_id, child_id) references people.child
);
create index on people.alias (partnership_id, child_id);
call app.wall('people.alias');

create table people.identifier (
    partnership_id uuid not null,
    identifier_id uuid not null,
    child_id uuid not null,
    system text not null,
    value text not null,
    from_day date,
    source text not null,
    by_name text not null,
    at timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    primary key (partnership_id, identifier_id),
    foreign key (partnership_id, child_id) references people.child
);
create index on people.identifier (partnership_id, child_id);
call app.wall('people.identifier');

create table people.warning (
    partnership_id uuid not null,
    warning_id uuid not null,
    child_id uuid not null,
    kind text not null,
    text text not null,
    review_on date not null,
    by_name text not null,
    at timestamptz not null,
    ended_at timestamptz,
    ended_by text,
    ended_because text,
    primary key (partnership_id, warning_id),
    foreign key (partnership_id, child_id) references people.child
);
create index on people.warning (partnership_id, child_id);
call app.wall('people.warning');

-- Whether two records are one child, as somebody judged it (REF-4); the newest judgement of a pair counts. The smaller id comes first.
create table people.judgement (
    partnership_id uuid not null,
    judgement_id uuid not null,
    one_child uuid not null,
    other_child uuid not null,
    same boolean not null,
    reason text not null,
    by_id uuid not null,
    by_name text not null,
    at timestamptz not null,
    primary key (partnership_id, judgement_id),
    foreign key (partnership_id, one_child) references people.child,
    foreign key (partnership_id, other_child) references people.child,
    check (one_child < other_child)
);
create index on people.judgement (partnership_id, one_child);
create index on people.judgement (partnership_id, other_child);
call app.wall('people.judgement');
revoke update on people.judgement from holdfast_app;

-- The keys under which a child is found: words, words with a letter less, sounds, dates, numbers. An ordinary index, because behind the wall
-- only operators that are leakproof may use one, and those of text likeness are not. A key once given stays, so that an earlier name still finds.
create table people.search_key (
    partnership_id uuid not null,
    key text collate "C" not null,
    child_id uuid not null,
    primary key (partnership_id, key, child_id)
);
call app.wall('people.search_key');
