-- Minutes approved item by item, and sent out (MTG-4, SHR-2).

-- every step of chair and co-ordinator over what the minutes say of an item; the last counts
create table meetings.minutes_review (
    partnership_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    item_id uuid not null,
    command text not null,
    remark text not null,
    item_hash bytea not null,           -- of what the minutes said of the item then
    reviewed_by uuid not null,
    reviewer_name text not null,
    reviewed_at timestamptz not null,
    primary key (partnership_id, id),
    foreign key (partnership_id, meeting_id) references meetings.meeting,
    foreign key (partnership_id, item_id) references meetings.item
);
create index on meetings.minutes_review (partnership_id, meeting_id);
call app.wall('meetings.minutes_review');
revoke update on meetings.minutes_review from holdfast_app;

create table meetings.sending (
    partnership_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    purpose text not null,
    basis text not null,
    in_time boolean not null,
    sent_by uuid not null,
    sender_name text not null,
    sent_at timestamptz not null,
    primary key (partnership_id, id),
    foreign key (partnership_id, meeting_id) references meetings.minutes
);
create index on meetings.sending (partnership_id, meeting_id);
call app.wall('meetings.sending');
revoke update on meetings.sending from holdfast_app;

create table meetings.recipient (
    partnership_id uuid not null,
    sending_id uuid not null,
    member_id uuid not null,
    name text not null,
    agency_name text not null,
    content_hash bytea not null,        -- of the minutes as this person may read them
    items int not null check (items > 0),
    restricted boolean not null,
    primary key (partnership_id, sending_id, member_id),
    foreign key (partnership_id, sending_id) references meetings.sending
);
call app.wall('meetings.recipient');
revoke update on meetings.recipient from holdfast_app;

create trigger as_reviewed before update or delete on meetings.minutes_review for each row execute function meetings.no_change();
create trigger as_sent before update or delete on meetings.sending for each row execute function meetings.no_change();
create trigger as_received before update or delete on meetings.recipient for each row execute function meetings.no_change();
