-- An update of a referral waits until the co-ordinator has read what it says differently (NRM-15, NRM-24).
alter table referrals.submission
    add read_at timestamptz,
    add read_by_name text;
create index on referrals.submission (partnership_id, referral_id) where number > 1 and read_at is null;
