-- Sign-in sessions live in the database, so that any node serves any request and a restart signs nobody out.
create table app.session (
    primary_id char(36) primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create index on app.session (expiry_time);
create index on app.session (principal_name);

create table app.session_attributes (
    session_primary_id char(36) not null references app.session on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on app.session, app.session_attributes to holdfast_app;
