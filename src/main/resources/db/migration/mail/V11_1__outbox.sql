-- Messages to members: a link and never what is told of a child.
create schema mail;
grant usage on schema mail to holdfast_app;

create table mail.message (
    partnership_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    text_key text not null,
    text_values text[] not null,
    path text not null,
    calendar_uid text,
    calendar_sequence int,
    calendar_cancelled boolean,
    calendar_from timestamptz,
    calendar_until timestamptz,
    calendar_title text,
    calendar_place text,
    posted_at timestamptz not null,
    primary key (partnership_id, id)
);
create index on mail.message (partnership_id, posted_at);
call app.wall('mail.message');
