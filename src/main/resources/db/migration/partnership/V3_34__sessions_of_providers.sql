-- Sign-ins through the provider of an agency, so that the provider can end them. They are of no use after a day, and are thrown away.
create table partnership.provider_sign_in (
    partnership_id uuid not null,
    id uuid not null,
    issuer text not null,
    sid text,                           -- what the provider calls its own session; null where it does not say
    member_id uuid not null,
    began_at timestamptz not null,
    ended_at timestamptz,
    primary key (partnership_id, id),
    foreign key (partnership_id, member_id) references partnership.member
);
create index on partnership.provider_sign_in (partnership_id, issuer, sid);
create index on partnership.provider_sign_in (partnership_id, member_id);
call app.wall('partnership.provider_sign_in');

-- What a provider told us to end: each telling counts once.
create table partnership.provider_sign_out (
    partnership_id uuid not null references partnership.partnership,
    issuer text not null,
    token text not null,
    told_at timestamptz not null,
    primary key (partnership_id, issuer, token)
);
call app.wall('partnership.provider_sign_out');

grant delete on partnership.provider_sign_in, partnership.provider_sign_out to holdfast_app;
