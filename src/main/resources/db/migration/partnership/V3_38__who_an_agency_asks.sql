-- The team that answers what its agency is asked, where it is not whoever answers for the agency (MTG-3).
alter table partnership.agency add column contact_team_id uuid,
    add foreign key (partnership_id, contact_team_id) references partnership.team;
