-- By whom else a member is known: the provider of their agency, and what it calls them for good. An e-mail address proves nothing.
create table partnership.identity (
    partnership_id uuid not null,
    issuer text not null,
    subject text not null,
    member_id uuid not null,
    linked_at timestamptz not null,
    primary key (partnership_id, issuer, subject),
    unique (partnership_id, issuer, member_id),
    foreign key (partnership_id, member_id) references partnership.member
);
call app.wall('partnership.identity');
