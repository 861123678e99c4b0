-- name: of_booking
SELECT id, kind, direction, amount, currency, tendered, change, at
FROM payments
WHERE booking = :booking
ORDER BY position

-- name: insert
INSERT INTO payments (id, booking, position, kind, direction, amount, currency, tendered, change, at)
VALUES (:id, :booking, (SELECT count(*) FROM payments WHERE booking = :booking), 'cash', :direction, :amount, :currency, :tendered, :change, :at)
