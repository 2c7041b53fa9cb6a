-- What of whom has gone to whom (SHR-2): the lines of which the register of disclosures is the reading.
create index given on audit.ledger (partnership_id, seq desc)
    where case_id is not null and (act = 'EXPORTED' or (act = 'LOOKED' and actor_kind = 'INTERFACE'));
