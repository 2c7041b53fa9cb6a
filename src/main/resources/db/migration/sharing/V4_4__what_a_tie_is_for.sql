-- For what a member or an agency gets to know of the case: an agreement in force has to cover it (SHR-1). Null for what the basis usually is
-- for: rows that stood before.
alter table sharing.involvement add column purpose text;
