-- What is paid over the internet. Who changes a payment has its booking locked, or the row itself where there is none.

-- name: insert
INSERT INTO online_payments (id, booking, actor, provider, page, amount, currency, state, pay_until, ends_booking, next_look, created)
VALUES (:id, :booking, :actor, :provider, :page, :amount, :currency, 'creating', :pay_until, :ends_booking, :next_look, :created)

-- Money of which nobody here knows.
-- name: insert_stranger
INSERT INTO online_payments (id, provider, intent, amount, currency, state, pay_until, created)
VALUES (:id, :provider, :intent, :amount, :currency, 'unmatched', :now, :now)

-- name: get
SELECT o.id, o.booking, o.actor, o.intent, o.page, o.amount, o.currency, o.state, o.pay_until, o.ends_booking, o.withdrawn, o.attempts, o.decline, b.reference, b.owner,
    b.state AS booking_state
FROM online_payments o
LEFT JOIN bookings b ON b.id = o.booking
WHERE o.id = :id

-- The last attempt: the only one that may be under way.
-- name: of_booking
SELECT id
FROM online_payments
WHERE booking = :booking
ORDER BY created DESC, id DESC
LIMIT 1

-- name: of_intent
SELECT id
FROM online_payments
WHERE intent = :intent

-- name: of_page
SELECT id
FROM online_payments
WHERE page = :page

-- The provider has it, and it is not paid.
-- name: open
UPDATE online_payments
SET state = 'pending', intent = :intent, decline = :decline, next_look = CASE state WHEN 'creating' THEN :next_look ELSE next_look END
WHERE id = :id

-- It came to an end.
-- name: change
UPDATE online_payments
SET state = :state, intent = :intent, decline = :decline, next_look = NULL
WHERE id = :id

-- name: look_again
UPDATE online_payments
SET attempts = :attempts, next_look = :next_look
WHERE id = :id AND state IN ('creating', 'pending')

-- Whoever reserved it does not want it any more.
-- name: withdraw
UPDATE online_payments
SET withdrawn = true, next_look = :now
WHERE booking = :booking AND state IN ('creating', 'pending')

-- The booking is prolonged, or shortened, and its end is not this one's to bring about any more; who was to be asked later than
-- that is asked then.
-- name: move_end
UPDATE online_payments
SET pay_until = :pay_until, ends_booking = false, next_look = CASE WHEN next_look > :pay_until THEN :pay_until ELSE next_look END
WHERE id = :id AND state IN ('creating', 'pending')

-- name: due
SELECT id
FROM online_payments
WHERE next_look <= :now
ORDER BY next_look
LIMIT :limit

-- All tickets of a booking whose time was over, as they were.
-- name: take_tickets_again
UPDATE tickets
SET state = 'valid'
WHERE booking = :booking AND state = 'cancelled'

-- What has come and is neither booked nor given back nor on its way, with what went back of what was booked: for verify.
-- name: imbalances
SELECT (SELECT count(*) FROM online_payments o
        WHERE o.state = 'succeeded' AND NOT EXISTS (SELECT 1 FROM payments p WHERE p.booking = o.booking AND p.id = o.id AND p.amount = o.amount))
    + (SELECT count(*) FROM online_payments o
        WHERE o.state IN ('refunding', 'refunded', 'unmatched', 'settled')
            AND NOT EXISTS (SELECT 1 FROM online_refunds r WHERE r.payment = o.id AND r.kind = 'owed'))
    + (SELECT count(*) FROM payments p
        WHERE p.kind = 'online' AND p.direction = 'refund' AND NOT EXISTS (SELECT 1 FROM online_refunds r WHERE r.id = p.id AND r.amount = p.amount))
    AS imbalances
