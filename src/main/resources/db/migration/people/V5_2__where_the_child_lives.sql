-- Where the child lives, as somebody wrote it; a version of the facts like everything else that is known (SHR-4).
alter table people.facts add column lives_at text;
