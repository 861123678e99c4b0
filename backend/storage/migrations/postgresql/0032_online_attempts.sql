-- A booking may be tried to be paid over the internet more than once, one attempt after another, and an attempt that comes to its
-- end need not be the end of the reservation. What goes back at the provider itself is written down beside what is owed.

ALTER TABLE online_payments DROP CONSTRAINT online_payments_booking_key

ALTER TABLE online_payments ADD COLUMN ends_booking boolean NOT NULL DEFAULT true

ALTER TABLE online_refunds ADD COLUMN kind text NOT NULL DEFAULT 'owed' CHECK (kind IN ('owed', 'refunded_elsewhere', 'disputed'))

CREATE INDEX online_payments_by_booking ON online_payments (booking, created, id)

-- Whatever two requests believe, a booking is paid by one attempt at a time.
CREATE UNIQUE INDEX online_payments_one_open ON online_payments (booking) WHERE state IN ('creating', 'pending') AND NOT withdrawn
