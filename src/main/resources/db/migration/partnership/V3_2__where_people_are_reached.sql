-- Where a member is written to, and whom an agency answers through when nobody else does (MTG-3).
alter table partnership.member add column email text not null default '';
alter table partnership.agency add column lead_member_id uuid;
alter table partnership.agency add foreign key (partnership_id, lead_member_id) references partnership.member;
