-- What bookings cost besides their tickets. What takes a RowSet is for one row here; PostgreSQL has its own for arrays.

-- name: of_booking
SELECT kind, event, amount, tax, at, returned
FROM charges
WHERE booking = :booking
ORDER BY position

-- name: insert
INSERT INTO charges (booking, position, kind, event, amount, tax, at)
VALUES (:booking, :position, :kind, :event, :amount, :tax, :at)

-- The fees of bookings, with the event whose rule they are of.
-- name: give_back
UPDATE charges
SET returned = :returned
WHERE booking = :booking AND event = :event AND kind = 'booking_fee' AND returned IS NULL

-- The fee of a booking whose money came after all.
-- name: take_again
UPDATE charges
SET returned = NULL
WHERE booking = :booking AND kind = 'booking_fee'
