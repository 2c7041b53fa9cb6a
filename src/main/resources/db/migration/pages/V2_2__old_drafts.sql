-- When its writer was warned that a draft nobody touches is going to be thrown away.
alter table pages.draft add column warned_at timestamptz;
