-- What was done for one press of a button, so that a second press of the same form does nothing more and leads where the first led.
create table app.press (
    partnership_id uuid not null,
    mark bytea not null,          -- SHA-256 of who sent what, with the one-time key of the form, to which address
    at timestamptz not null,
    answer text,                  -- where the first press led; null where it answered with a page
    primary key (partnership_id, mark)
);
create index on app.press (partnership_id, at);
call app.wall('app.press');
-- a key is of use for a day
grant delete on app.press to holdfast_app;
