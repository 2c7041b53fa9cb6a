-- Whether what an agency tells says where the child lives or is: then it is read by those alone who may read that (SHR-3, SHR-4).
alter table requests.told add column whereabouts boolean not null default false;
