-- Children whose address and whereabouts must not be found: only those at their side who need it read where they live (SHR-3, SHR-4).
-- A mark is never changed, only lifted and followed by another; the reasons stay here, and the ledger says who did it and when.
create table sharing.protected_address (
    partnership_id uuid not null,
    case_id uuid not null,
    number int not null check (number > 0), -- counts the marks of one child
    agencies uuid[],                        -- those that read it too, each named on purpose
    because text not null,
    marked_by uuid not null,
    marked_by_name text not null,
    from_at timestamptz not null,
    lifted_at timestamptz,
    lifted_by uuid,
    lifted_by_name text,
    lifted_because text,
    primary key (partnership_id, case_id, number),
    foreign key (partnership_id, case_id) references sharing.known_case,
    check ((lifted_at is null) = (lifted_because is null))
);
create unique index standing_protection on sharing.protected_address (partnership_id, case_id) where lifted_at is null;
call app.wall('sharing.protected_address');
