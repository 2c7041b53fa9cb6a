-- An agency is dissolved, merged or leaves: from that day it is asked nothing and nobody works for it; what it did and gave stays.
alter table partnership.agency
    add column ended_on date,
    add column ended_because text;
