-- Money on its way back through the provider.

-- name: insert
INSERT INTO online_refunds (id, payment, amount, currency, state, next_look, problem, created)
VALUES (:id, :payment, :amount, :currency, :state, :next_look, :problem, :now)

-- What went at the provider itself: there is nothing to do there, and somebody to be told.
-- name: insert_remark
INSERT INTO online_refunds (id, payment, amount, currency, kind, state, refund, problem, created)
VALUES (:id, :payment, :amount, :currency, :kind, 'unmatched', :refund, :problem, :now)

-- name: get
SELECT r.id, r.payment, r.amount, r.currency, r.kind, r.state, r.round, r.refund, r.problem, r.attempts, o.intent, o.booking
FROM online_refunds r
JOIN online_payments o ON o.id = r.payment
WHERE r.id = :id

-- name: due
SELECT id
FROM online_refunds
WHERE next_look <= :now
ORDER BY next_look
LIMIT :limit

-- Before the provider is asked, so that whoever asks next knows that it was.
-- name: tried
UPDATE online_refunds
SET attempts = attempts + 1, next_look = :next_look
WHERE id = :id AND state = 'refunding'

-- The provider has it; it may take days. That it failed may be told after it was there, that it is on its way may not.
-- name: change
UPDATE online_refunds
SET state = :state, refund = :refund, problem = :problem, next_look = :next_look
WHERE id = :id AND round = :round AND kind = 'owed'
    AND (state = 'refunding' OR (state = 'refunded' AND CAST(:state AS text) = 'unmatched'))
RETURNING payment

-- name: again
UPDATE online_refunds
SET state = 'refunding', round = round + 1, attempts = 0, refund = NULL, problem = NULL, next_look = :now
WHERE id = :id AND state = 'unmatched' AND kind = 'owed'
RETURNING payment

-- name: settle
UPDATE online_refunds
SET state = 'settled', problem = :reason
WHERE id = :id AND state = 'unmatched'
RETURNING payment

-- What was never booked is what its refund is.
-- name: reflect
UPDATE online_payments
SET state = :state
WHERE id = :payment AND state IN ('refunding', 'refunded', 'unmatched', 'settled')

-- Oldest first.
-- name: unmatched
SELECT r.id, r.kind, o.booking, b.reference, o.intent, r.amount, r.currency, r.created, r.problem
FROM online_refunds r
JOIN online_payments o ON o.id = r.payment
LEFT JOIN bookings b ON b.id = o.booking
WHERE r.state = 'unmatched'
ORDER BY r.created, r.id
LIMIT :limit
