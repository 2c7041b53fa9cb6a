-- A line of the chronology belongs to the agency that gave it; what stood there before a correction is kept (SHR-4).
alter table casework.chronology_entry add column given_by uuid;    -- null: written before that was kept

create table casework.chronology_earlier (
    partnership_id uuid not null,
    entry_id uuid not null,
    version int not null,
    lane text not null,
    earliest date not null,
    latest date not null,
    about boolean not null,
    what text not null,
    source_agency text not null,
    source text not null,
    significant boolean not null,
    recorded_at timestamptz not null,
    recorded_by_name text not null,
    primary key (partnership_id, entry_id, version),
    foreign key (partnership_id, entry_id) references casework.chronology_entry
);
call app.wall('casework.chronology_earlier');
revoke update on casework.chronology_earlier from holdfast_app;
