-- What a line tells, where whoever wrote it said so; null where it is what such a line always is. What stands there already stays as it is.
alter table casework.chronology_entry add column tells text;
alter table casework.chronology_earlier add column tells text;
alter table casework.case_update add column tells text;
alter table casework.case_update add column given_by uuid;    -- the agency that remains its owner (SHR-4); null: written before that was kept
