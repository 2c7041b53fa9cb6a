-- What every module stands on: the role the program serves as, the wall between partnerships, and text search that forgives.
create schema if not exists app;

create extension if not exists pg_trgm with schema public;
create extension if not exists fuzzystrmatch with schema public;
create extension if not exists unaccent with schema public;
create extension if not exists btree_gist with schema public;

-- The program serves as this role. It owns nothing, so no policy lets it past.
do $$
begin
    if not exists (select from pg_roles where rolname = 'holdfast_app') then
        create role holdfast_app nologin noinherit;
    end if;
end $$;
grant holdfast_app to "${servingUser}";
grant usage on schema app, public to holdfast_app;

-- The partnership whose work this transaction does; null when none was named, and then no walled row is seen.
create function app.partnership() returns uuid language sql stable parallel safe
    return nullif(current_setting('holdfast.partnership', true), '')::uuid;

-- Puts a table behind the wall: rows of another partnership do not exist, for reading and for writing, whoever forgot to ask.
-- Rights to read, add and change come with it; rights to delete never do.
create procedure app.wall(walled regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', walled);
    execute format('alter table %s force row level security', walled);
    execute format('create policy wall on %s using (partnership_id = app.partnership()) with check (partnership_id = app.partnership())', walled);
    execute format('grant select, insert, update on %s to holdfast_app', walled);
end $$;
