-- Whose access to a case was challenged is held about the child, and stays with the partnership in which it was asked (SHR-8).
insert into records.holding (place, holding, found, tells, travels)
    select max(place) + 1, 'sharing.challenge', 'case_id = $2', true, null from records.holding;
