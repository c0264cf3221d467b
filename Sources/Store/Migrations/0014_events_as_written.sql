-- The log keeps the facts of an event as they were written.
--
-- They are never searched by what is in them, only shown and hashed. Taking them apart for `jsonb` cost
-- more than all the rest of an event's row, putting them together again was a tenth of the sealer's work, and
-- a third more was stored. Links stay what they are: the text of what was `jsonb` is hashed as before.
ALTER TABLE events ALTER COLUMN data TYPE json USING data::text::json;
