-- Files added to a form that is not sent yet: their writer's own, and gone with the draft.
create table pages.draft_file (
    partnership_id uuid not null,
    member_id uuid not null,
    form text not null,           -- the key under which the form keeps its draft
    id uuid not null,
    name text not null,
    media_type text not null,     -- as found in the content
    bytes int not null,
    sha256 bytea not null,
    kept_at timestamptz not null,
    content bytea not null,
    primary key (partnership_id, id)
);
create index on pages.draft_file (partnership_id, member_id, form);
alter table pages.draft_file alter column content set storage external;
call app.wall('pages.draft_file');
grant delete on pages.draft_file to holdfast_app;
revoke update on pages.draft_file from holdfast_app;
