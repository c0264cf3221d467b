-- An application names the entry that it posted, so that taking it back can say what it reverses.
-- Applications older than this name none: several entries of one payment look alike.
ALTER TABLE payment_applications ADD COLUMN entry_id uuid;
