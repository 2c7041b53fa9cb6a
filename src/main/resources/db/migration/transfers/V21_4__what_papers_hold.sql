-- What kinds of information a paper holds, so that at the receiver's it is opened by those alone who may read all of them (SHR-1, SHR-4).
alter table transfers.paper add column holds text[] not null default '{}';
