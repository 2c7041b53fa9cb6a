-- What is done about a referral (REF-1 to REF-6, NRM-20): every step of its life, and the answers that let it go forward.
alter table referrals.referral
    add nrm_reference text,        -- given by the competent authority
    add sent_on date,              -- when it went there
    add look_again_on date,        -- set while it is not submitted (REF-5)
    add age_disputed boolean not null default false,
    add public_order boolean not null default false,   -- whether a public-order disqualification is considered
    add court_dates text,          -- what the referrer knew of court dates; null where nobody was asked
    add begun_at timestamptz;      -- when writing began; null for what came from elsewhere
create index on referrals.referral (partnership_id, look_again_on) where look_again_on is not null;

create table referrals.step (
    partnership_id uuid not null,
    referral_id uuid not null,
    seq int not null,              -- from 1
    command text not null,         -- ReferralCommand
    from_state text not null,
    to_state text not null,
    on_day date,                   -- when it happened, where that is not when it was recorded
    choice text,                   -- which of several ways, such as who decided or why the route changed
    account text not null,         -- reasons in words; may be empty
    further text not null,         -- what else is to be done; may be empty
    until_day date,                -- a day it points to, such as the day to look again
    at timestamptz not null,
    by_id uuid not null,
    by_name text not null,
    by_agency text not null,
    primary key (partnership_id, referral_id, seq),
    foreign key (partnership_id, referral_id) references referrals.referral (partnership_id, id)
);
call app.wall('referrals.step');
revoke update on referrals.step from holdfast_app;

-- Whether a child known already is the child of a referral (REF-4).
create table referrals.comparison (
    partnership_id uuid not null,
    referral_id uuid not null,
    child_id uuid not null,
    same boolean not null,
    reason text not null,
    at timestamptz not null,
    by_name text not null,
    primary key (partnership_id, referral_id, child_id),
    foreign key (partnership_id, referral_id) references referrals.referral (partnership_id, id)
);
call app.wall('referrals.comparison');
revoke update on referrals.comparison from holdfast_app;
