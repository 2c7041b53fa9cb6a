-- A file belongs to the agency that gave it (SHR-4), whatever that agency is called later. Null for files given before; then the name counts.
alter table casework.attachment add column added_by_agency_id uuid;
