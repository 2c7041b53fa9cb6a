-- The pack of a panel: locked versions, who may read it and who has, each member's own notes (NRM-23, MTG-3, SHR-2).
create schema packs;
grant usage on schema packs to holdfast_app;

-- a version as it was locked, word for word, restricted parts among it; what a reader is shown is cut from it
create table packs.version (
    partnership_id uuid not null,
    meeting_id uuid not null,
    number int not null check (number > 0),
    content text not null,
    sha256 text not null,
    locked_at timestamptz not null,
    locked_by uuid not null,
    locked_by_name text not null,
    primary key (partnership_id, meeting_id, number)
);
call app.wall('packs.version');

-- access that was given or withdrawn by person and item; the newest row counts
create table packs.access (
    partnership_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    item_id uuid not null,
    member_id uuid not null,
    given boolean not null,
    reason text not null,
    decided_by uuid not null,
    decided_by_name text not null,
    decided_at timestamptz not null,
    primary key (partnership_id, id)
);
create index on packs.access (partnership_id, meeting_id);
call app.wall('packs.access');

-- who opened an item of the pack; number 0 is the pack before its first cut-off
create table packs.opened (
    partnership_id uuid not null,
    meeting_id uuid not null,
    item_id uuid not null,
    member_id uuid not null,
    number int not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    primary key (partnership_id, item_id, member_id, number)
);
create index on packs.opened (partnership_id, meeting_id);
call app.wall('packs.opened');

-- what a member noted for themselves; nobody else is ever shown it
create table packs.note (
    partnership_id uuid not null,
    item_id uuid not null,
    member_id uuid not null,
    words text not null,
    version int not null default 1,
    written_at timestamptz not null,
    primary key (partnership_id, item_id, member_id)
);
call app.wall('packs.note');
