-- The teams somebody was in when the review was opened.
alter table administration.review_line add column teams text[] not null default '{}';
