-- A form may come back to what it said before the last update (NRM-24): what counts is whether it differs from the newest.
alter table referrals.submission drop constraint submission_partnership_id_referral_id_digest_key;
