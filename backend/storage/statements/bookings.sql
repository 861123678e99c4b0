-- Statements that take a RowSet are for one row here; PostgreSQL has its own for arrays. The rows of sales: sales.sql.

-- name: get
SELECT id, reference, owner, created_by, customer_name, email, phone, state, total, currency, created, pay_until
FROM bookings
WHERE id = :id

-- name: find_by_reference
SELECT id, reference, owner, created_by, customer_name, email, phone, state, total, currency, created, pay_until
FROM bookings
WHERE reference = :reference

-- One list for each thing that narrows it down, because a condition that may be switched off uses no index.
-- name: list
SELECT b.id, b.reference, b.customer_name, b.state, b.total, b.currency, b.created, b.pay_until,
    (SELECT count(*) FROM tickets t WHERE t.booking = b.id
        AND CASE b.state WHEN 'cancelled' THEN t.state = 'cancelled' ELSE t.state IN ('valid', 'released') END) AS ticket_count
FROM bookings b
WHERE (b.created, b.id) < (:before_created, :before_id)
    AND (:any_text OR b.search_text LIKE :pattern ESCAPE '!' OR b.search_text LIKE :code_pattern ESCAPE '!')
ORDER BY b.created DESC, b.id DESC
LIMIT :limit

-- name: list_of_owner
SELECT b.id, b.reference, b.customer_name, b.state, b.total, b.currency, b.created, b.pay_until,
    (SELECT count(*) FROM tickets t WHERE t.booking = b.id
        AND CASE b.state WHEN 'cancelled' THEN t.state = 'cancelled' ELSE t.state IN ('valid', 'released') END) AS ticket_count
FROM bookings b
WHERE b.owner = :owner AND (b.created, b.id) < (:before_created, :before_id)
    AND (:any_text OR b.search_text LIKE :pattern ESCAPE '!' OR b.search_text LIKE :code_pattern ESCAPE '!')
ORDER BY b.created DESC, b.id DESC
LIMIT :limit

-- name: list_of_event
SELECT b.id, b.reference, b.customer_name, b.state, b.total, b.currency, b.created, b.pay_until,
    (SELECT count(*) FROM tickets t WHERE t.booking = b.id
        AND CASE b.state WHEN 'cancelled' THEN t.state = 'cancelled' ELSE t.state IN ('valid', 'released') END) AS ticket_count
FROM bookings b
WHERE b.id IN (SELECT t.booking FROM tickets t WHERE t.event = :event AND t.state = 'valid'
        UNION SELECT t.booking FROM tickets t WHERE t.event = :event AND t.state <> 'valid')
    AND (b.created, b.id) < (:before_created, :before_id)
    AND (:any_text OR b.search_text LIKE :pattern ESCAPE '!' OR b.search_text LIKE :code_pattern ESCAPE '!')
ORDER BY b.created DESC, b.id DESC
LIMIT :limit

-- name: list_of_owner_and_event
SELECT b.id, b.reference, b.customer_name, b.state, b.total, b.currency, b.created, b.pay_until,
    (SELECT count(*) FROM tickets t WHERE t.booking = b.id
        AND CASE b.state WHEN 'cancelled' THEN t.state = 'cancelled' ELSE t.state IN ('valid', 'released') END) AS ticket_count
FROM bookings b
WHERE b.owner = :owner
    AND EXISTS (SELECT 1 FROM tickets t WHERE t.booking = b.id AND t.event = :event)
    AND (b.created, b.id) < (:before_created, :before_id)
    AND (:any_text OR b.search_text LIKE :pattern ESCAPE '!' OR b.search_text LIKE :code_pattern ESCAPE '!')
ORDER BY b.created DESC, b.id DESC
LIMIT :limit

-- Before changing it: others wait here until the transaction ends.
-- name: lock
SELECT id
FROM bookings
WHERE id = :id

-- name: change
UPDATE bookings
SET state = :state, total = :total, search_text = search_text || :also_found_by,
    pay_until = CASE CAST(:state AS text) WHEN 'reserved' THEN pay_until END
WHERE id = :id

-- One of its tickets has another seat.
-- name: also_find_by
UPDATE bookings
SET search_text = search_text || :also_found_by
WHERE id = :id

-- name: set_contact
UPDATE bookings
SET customer_name = :name, email = :email, phone = :phone, search_text = :search_text
WHERE id = :id

-- name: prolong
UPDATE bookings
SET pay_until = :pay_until
WHERE id = :id AND state = 'reserved'

-- Soonest to fall free first.
-- name: reservations
SELECT b.id, b.reference, b.customer_name, b.state, b.total, b.currency, b.created, b.pay_until,
    (SELECT count(*) FROM tickets t WHERE t.booking = b.id AND t.state = 'valid') AS ticket_count
FROM bookings b
WHERE b.state = 'reserved' AND b.pay_until <= :until AND (b.pay_until, b.id) > (:after_pay_until, :after_id)
ORDER BY b.pay_until, b.id
LIMIT :limit

-- name: reservations_of_event
SELECT b.id, b.reference, b.customer_name, b.state, b.total, b.currency, b.created, b.pay_until,
    (SELECT count(*) FROM tickets t WHERE t.booking = b.id AND t.state = 'valid') AS ticket_count
FROM bookings b
WHERE b.state = 'reserved' AND b.pay_until <= :until AND (b.pay_until, b.id) > (:after_pay_until, :after_id)
    AND EXISTS (SELECT 1 FROM tickets t WHERE t.booking = b.id AND t.event = :event AND t.state = 'valid')
ORDER BY b.pay_until, b.id
LIMIT :limit

-- Of the whole list. What is to be paid for a reservation is its total.
-- name: reservation_totals
SELECT b.currency, count(*) AS bookings, CAST(sum(b.total) AS bigint) AS amount,
    CAST(sum((SELECT count(*) FROM tickets t WHERE t.booking = b.id AND t.state = 'valid')) AS bigint) AS tickets
FROM bookings b
WHERE b.state = 'reserved' AND b.pay_until <= :until
GROUP BY b.currency
ORDER BY b.currency

-- name: reservation_totals_of_event
SELECT b.currency, count(*) AS bookings, CAST(sum(b.total) AS bigint) AS amount,
    CAST(sum((SELECT count(*) FROM tickets t WHERE t.booking = b.id AND t.state = 'valid')) AS bigint) AS tickets
FROM bookings b
WHERE b.state = 'reserved' AND b.pay_until <= :until
    AND EXISTS (SELECT 1 FROM tickets t WHERE t.booking = b.id AND t.event = :event AND t.state = 'valid')
GROUP BY b.currency
ORDER BY b.currency

-- Some of those that fall free next.
-- name: next_reservations
SELECT id, pay_until
FROM bookings
WHERE state = 'reserved'
ORDER BY pay_until, id
LIMIT :limit

-- Booking references and ticket numbers that exist already.
-- name: numbers_among
SELECT reference AS number
FROM bookings
WHERE reference = :number
UNION ALL
SELECT number
FROM tickets
WHERE number = :number

-- What sales refer to is written by other statements and never deleted. How many rows refer to something that is not there.
-- name: strays
SELECT (SELECT count(*) FROM bookings b
        WHERE NOT EXISTS (SELECT 1 FROM accounts a WHERE a.id = b.created_by)
            OR (b.owner IS NOT NULL AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.id = b.owner)))
    + (SELECT count(*) FROM tickets t
        WHERE NOT EXISTS (SELECT 1 FROM bookings b WHERE b.id = t.booking) OR NOT EXISTS (SELECT 1 FROM events e WHERE e.id = t.event))
    + (SELECT count(*) FROM payments p WHERE NOT EXISTS (SELECT 1 FROM bookings b WHERE b.id = p.booking))
    + (SELECT count(*) FROM refunds r
        WHERE NOT EXISTS (SELECT 1 FROM bookings b WHERE b.id = r.booking)
            OR (r.payment IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payments p WHERE p.booking = r.booking AND p.id = r.payment)))
    + (SELECT count(*) FROM charges c
        WHERE NOT EXISTS (SELECT 1 FROM bookings b WHERE b.id = c.booking) OR NOT EXISTS (SELECT 1 FROM events e WHERE e.id = c.event))
    + (SELECT count(*) FROM booking_notes n WHERE NOT EXISTS (SELECT 1 FROM bookings b WHERE b.id = n.booking))
    + (SELECT count(*) FROM discount_uses u WHERE NOT EXISTS (SELECT 1 FROM bookings b WHERE b.id = u.booking))
    + (SELECT count(*) FROM idempotency_keys k
        WHERE NOT EXISTS (SELECT 1 FROM bookings b WHERE b.id = k.booking) OR NOT EXISTS (SELECT 1 FROM accounts a WHERE a.id = k.actor))
    AS strays

-- How many bookings there are of which the prices of the tickets that nobody gave back, the charges and what is owed are not what
-- was paid less what was refunded, or for which something was paid although they are only reserved.
-- name: imbalances
SELECT count(*) AS imbalances
FROM bookings b
WHERE CASE b.state
    WHEN 'reserved' THEN EXISTS (SELECT 1 FROM payments p WHERE p.booking = b.id) OR EXISTS (SELECT 1 FROM refunds r WHERE r.booking = b.id)
    ELSE (SELECT COALESCE(sum(CASE p.direction WHEN 'payment' THEN p.amount ELSE -p.amount END), 0) FROM payments p WHERE p.booking = b.id)
        <> (SELECT COALESCE(sum(t.price), 0) FROM tickets t WHERE t.booking = b.id AND t.state IN ('valid', 'released'))
            + (SELECT COALESCE(sum(c.amount), 0) FROM charges c WHERE c.booking = b.id AND c.returned IS NULL)
        + (SELECT COALESCE(sum(r.amount), 0) FROM refunds r WHERE r.booking = b.id AND r.paid IS NULL)
    END

-- Of how many codes not as many uses are counted as there are.
-- name: miscounts
SELECT (SELECT count(*) FROM discounts d WHERE d.uses <> (SELECT count(*) FROM discount_uses u WHERE u.discount = d.id AND NOT u.given_back)) AS miscounts

-- By how many ways more went back than came: by one kind in a booking, or of one payment. What went to a voucher was cash if
-- that is what was paid.
-- name: over_refunds
SELECT (SELECT count(*) FROM (
            SELECT p.booking
            FROM payments p
            LEFT JOIN payments o ON o.booking = p.booking AND o.id = p.refunded_payment
            GROUP BY p.booking, COALESCE(o.kind, p.kind)
            HAVING sum(CASE p.direction WHEN 'payment' THEN p.amount ELSE -p.amount END) < 0) AS kinds)
    + (SELECT count(*) FROM payments p
        WHERE p.direction = 'payment'
            AND p.amount < (SELECT COALESCE(sum(r.amount), 0) FROM payments r WHERE r.booking = p.booking AND r.refunded_payment = p.id))
    + (SELECT count(*) FROM payments r
        WHERE r.refunded_payment IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM payments p
                WHERE p.booking = r.booking AND p.id = r.refunded_payment AND p.direction = 'payment'
                    AND (p.kind = r.kind OR (p.kind = 'cash' AND r.kind = 'voucher'))))
    AS over_refunds
