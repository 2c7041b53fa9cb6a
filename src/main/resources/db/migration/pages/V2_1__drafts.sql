-- Half-typed forms, field by field as typed: a person's own until sent, and never on the ledger.
create schema pages;
grant usage on schema pages to holdfast_app;

create table pages.draft (
    partnership_id uuid not null,
    member_id uuid not null,
    form text not null,           -- the key under which the form keeps its draft
    field text not null,
    typed text[] not null,        -- what was typed; several for checkboxes, none for what was emptied
    browser_window text not null, -- which window wrote it, by a name that the window made up
    saved_at timestamptz not null,
    primary key (partnership_id, member_id, form, field)
);
call app.wall('pages.draft');
grant delete on pages.draft to holdfast_app;
