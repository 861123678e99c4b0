-- name: of_booking
SELECT id, kind, direction, amount, currency, tendered, change, at
FROM payments
WHERE booking = :booking
ORDER BY position

-- name: insert_refund
INSERT INTO payments (id, booking, position, kind, direction, amount, currency, at)
VALUES (:id, :booking, (SELECT count(*) FROM payments WHERE booking = :booking), 'cash', 'refund', :amount, :currency, :at)
