-- What kind of information a file tells, as whoever added it said: then it is opened by those alone who may read that (SHR-3, SHR-4).
alter table casework.attachment add column holds text not null default 'SAFEGUARDING';
