-- Referrals (REF-1 to REF-6, NRM-20, NRM-24): each sending of the form exactly as it came; what the form says is read from it.
create schema referrals;
grant usage on schema referrals to holdfast_app;

create table referrals.referral (
    partnership_id uuid not null,
    id uuid not null,
    external_id uuid not null,     -- under which the Home Office knows it; ours until it goes there, where it was written by hand
    origin text not null,          -- HOME_OFFICE, BY_HAND
    state text not null,           -- ReferralState
    scope text,                    -- what was found when it arrived, message key of Scope; null while it is a draft
    route text,                    -- Scope's route: LOCAL, CENTRAL, ADULT, BIRTH_DATE_UNKNOWN
    child_id uuid,                 -- null while it is a draft
    case_id uuid,
    received_at timestamptz not null,
    referred_at timestamptz,       -- from when limits count; null while it is a draft
    writer_id uuid not null,       -- the member who wrote it or the client that sent it
    writer_name text not null,
    agency_id uuid not null,
    version int not null default 1,
    primary key (partnership_id, id),
    unique (partnership_id, external_id)
);
create index on referrals.referral (partnership_id, state, received_at desc);
create index on referrals.referral (partnership_id, case_id) where case_id is not null;
create index on referrals.referral (partnership_id, writer_id);
call app.wall('referrals.referral');

create table referrals.submission (
    partnership_id uuid not null,
    referral_id uuid not null,
    number int not null,           -- 1 is the referral as first made; 2 and on are updates, kept beside it
    manner text not null,          -- INTERFACE, UPLOAD, BY_HAND
    body bytea not null,           -- byte for byte as it came
    digest text not null,          -- of its keys and values, so that the same is not kept twice
    received_at timestamptz not null,
    received_from uuid not null,
    received_from_name text not null,
    primary key (partnership_id, referral_id, number),
    unique (partnership_id, referral_id, digest),
    foreign key (partnership_id, referral_id) references referrals.referral (partnership_id, id)
);
call app.wall('referrals.submission');

-- Children already known who may be the same child (REF-4); the co-ordinator says whether they are.
create table referrals.likeness (
    partnership_id uuid not null,
    referral_id uuid not null,
    child_id uuid not null,
    noticed_at timestamptz not null,
    primary key (partnership_id, referral_id, child_id),
    foreign key (partnership_id, referral_id) references referrals.referral (partnership_id, id)
);
call app.wall('referrals.likeness');

-- What could not be taken in, kept for the co-ordinator as it came.
create table referrals.rejected (
    partnership_id uuid not null,
    id uuid not null,
    manner text not null,          -- INTERFACE, UPLOAD
    body bytea not null,
    whole boolean not null,        -- false when it was longer than is kept
    received_at timestamptz not null,
    received_from uuid not null,
    received_from_name text not null,
    settled_at timestamptz,        -- when the co-ordinator had dealt with it
    settled_by_name text,
    settled_note text,
    version int not null default 1,
    primary key (partnership_id, id)
);
create index on referrals.rejected (partnership_id, received_at desc);
call app.wall('referrals.rejected');

create table referrals.rejected_fault (
    partnership_id uuid not null,
    rejected_id uuid not null,
    place int not null,            -- from 1
    message text not null,         -- message key
    field text,                    -- payload key it is about; null where it is about the whole
    details text[] not null,       -- values for the places of the message
    primary key (partnership_id, rejected_id, place),
    foreign key (partnership_id, rejected_id) references referrals.rejected (partnership_id, id)
);
call app.wall('referrals.rejected_fault');
