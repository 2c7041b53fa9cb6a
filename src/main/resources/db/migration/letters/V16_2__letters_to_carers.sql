-- What was answered before a parent or carer was written to (GRD-5); empty for every other letter.
alter table letters.letter add column carer_suspected text;
alter table letters.letter add column carer_wish text;
alter table letters.letter add column carer_said_by text not null default '';
-- the same rule as in the program: none goes to somebody who is suspected, or against the child's wish
alter table letters.letter add check (
    kind <> 'TO_PARENT_OR_CARER' or state not in ('CHECKED', 'RELEASED', 'EXPLAINED')
    or (carer_suspected = 'NO' and carer_wish = 'AGREES' and carer_said_by <> ''));
