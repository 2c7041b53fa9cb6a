-- An action may be given to a team; it waits for each of its people until one takes it.
alter table casework.action add column owner_team uuid;
create index on casework.action (partnership_id, owner_team) where settled_on is null and owner_team is not null;
