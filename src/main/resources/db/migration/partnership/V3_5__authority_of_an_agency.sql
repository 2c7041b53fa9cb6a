-- Which council's area an agency works in, where a partnership serves several; null where it works in all (MTG-7).
alter table partnership.agency add column authority text;
