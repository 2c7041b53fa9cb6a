-- The agency that gave a return handles it: it takes it back by a further version, and police say how it is graded and handled (SHR-4).
alter table requests.agency_return
    add column taken_back_because text,     -- why it was taken back; null where it was not
    add column source_grade text,           -- police grading; null where none was given
    add column information_grade text,
    add column handling text,
    add column conditions text not null default '';
