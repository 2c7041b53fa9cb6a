-- Every quarter: who has which role, when they last came in, and whether that is to stay.
create schema administration;
grant usage on schema administration to holdfast_app;

create table administration.review (
    partnership_id uuid not null,
    review_id uuid not null,
    opened_at timestamptz not null,
    opened_by text not null,
    signed_at timestamptz,
    signed_by text,
    primary key (partnership_id, review_id)
);
call app.wall('administration.review');

create table administration.review_line (
    partnership_id uuid not null,
    review_id uuid not null,
    member_id uuid not null,
    name text not null,
    agency text not null,
    roles text[] not null,
    last_in timestamptz,
    answer text,
    answered_at timestamptz,
    answered_by text,
    primary key (partnership_id, review_id, member_id),
    foreign key (partnership_id, review_id) references administration.review
);
call app.wall('administration.review_line');
