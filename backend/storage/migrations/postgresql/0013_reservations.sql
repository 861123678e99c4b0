-- Bookings that are not paid yet, and until when they are to be.

ALTER TABLE bookings
    ADD COLUMN pay_until timestamptz,
    DROP CONSTRAINT bookings_state_check,
    ADD CONSTRAINT bookings_state_check CHECK (state IN ('reserved', 'confirmed', 'cancelled')),
    ADD CONSTRAINT bookings_pay_until_check CHECK ((state = 'reserved') = (pay_until IS NOT NULL))

-- What falls free next.
CREATE INDEX bookings_by_pay_until ON bookings (pay_until, id) WHERE state = 'reserved'

-- The words for what a key was used for are the code's alone from here on.
ALTER TABLE idempotency_keys
    DROP CONSTRAINT idempotency_keys_operation_check,
    ADD CONSTRAINT idempotency_keys_operation_check CHECK (operation <> '')

ALTER TABLE events ADD COLUMN reservation_release_minutes integer NOT NULL DEFAULT 30 CHECK (reservation_release_minutes >= 0)
