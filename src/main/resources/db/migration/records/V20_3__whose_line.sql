-- Which agency a line of the updates log came from is forgotten where the line is.
update records.holding set emptied = '{given_by}' where holding = 'casework.case_update';
