-- What an agency's own directory calls a member, for that directory to find them by.
alter table partnership.member add column external_id text;
create unique index on partnership.member (partnership_id, agency_id, external_id);
