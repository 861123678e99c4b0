-- name: of_booking
SELECT id, kind, direction, amount, currency, tendered, change, reference, brand, last_four, payer, reason, refunded_payment, at
FROM payments
WHERE booking = :booking
ORDER BY position

-- name: insert
INSERT INTO payments (id, booking, position, kind, direction, amount, currency, tendered, change, reference, brand, last_four, payer,
    reason, refunded_payment, at)
VALUES (:id, :booking, (SELECT count(*) FROM payments WHERE booking = :booking), :kind, :direction, :amount, :currency, :tendered, :change,
    :reference, :brand, :last_four, :payer, :reason, :refunded_payment, :at)
