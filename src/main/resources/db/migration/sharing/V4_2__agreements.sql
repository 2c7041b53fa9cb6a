-- Information-sharing agreements (SHR-1): which agencies share what for which purpose, since when, until when.
-- A version is never changed; the latest counts. Ending one is a version too.
create table sharing.agreement (
    partnership_id uuid not null,
    id uuid not null,
    version int not null check (version > 0),
    title text not null,
    parties uuid[] not null,        -- agencies that signed
    purposes text[] not null,
    data_classes text[] not null,
    lawful_basis text not null,
    starts_on date not null,
    ends_on date,                   -- the first day on which it no longer holds
    review_on date not null,
    document text not null,         -- where the signed paper is kept
    because text not null,          -- why this version was made; empty for the first
    recorded_by uuid not null,
    recorder_name text not null,
    recorded_at timestamptz not null,
    primary key (partnership_id, id, version)
);
call app.wall('sharing.agreement');
revoke update on sharing.agreement from holdfast_app;

create function sharing.no_change() returns trigger language plpgsql as $$
begin
    raise exception 'an agreement is never changed, only followed by a further version';
end $$;
create trigger as_signed before update or delete on sharing.agreement for each row execute function sharing.no_change();
