-- Under which words an agreement names kinds of information. In the first wording "POLICE_RECORDS" was read by whoever signed as "offences, victims
-- and suspects"; since the second the child's own offences are a kind of their own. What was signed stands as it was signed.
alter table sharing.agreement add column wording int not null default 1;
