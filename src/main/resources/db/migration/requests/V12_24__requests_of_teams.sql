-- Which team of the agency answers, and who of it has taken it on.
alter table requests.request add column team_id uuid;
alter table requests.request add column taken_by uuid;
