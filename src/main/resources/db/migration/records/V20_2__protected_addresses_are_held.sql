-- That a child's address is protected is held about the child, and goes along to another partnership: it is protected there too. Whom
-- the sender named stays behind.
insert into records.holding (place, holding, found, tells, travels, emptied)
select max(place) + 1, 'sharing.protected_address', 'case_id = $2', true, 'CHILD', '{agencies}'::text[] from records.holding;
