-- How to reach whom a booking is for, and what staff wrote down of it.

ALTER TABLE bookings ADD COLUMN email text CHECK (email <> '')

ALTER TABLE bookings ADD COLUMN phone text CHECK (phone <> '')

-- What refers to bookings is looked at by verify.
CREATE TABLE booking_notes (
    id text PRIMARY KEY,
    booking text NOT NULL,
    text text NOT NULL CHECK (text <> ''),
    at integer NOT NULL,
    author text NOT NULL REFERENCES accounts (id)
) STRICT, WITHOUT ROWID

CREATE INDEX booking_notes_by_booking ON booking_notes (booking, at, id)
