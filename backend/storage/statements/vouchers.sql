-- Vouchers, what moves on them, how they were paid for, and what clients called their requests.

-- name: insert
INSERT INTO vouchers (id, code_hash, last_four, currency, balance, state, issued, issued_by, expires, note, search_text)
VALUES (:id, :code_hash, :last_four, :currency, 0, 'active', :issued, :issued_by, :expires, :note, :search_text)

-- name: insert_payment
INSERT INTO voucher_payments (id, voucher, position, kind, amount, currency, tendered, change, reference, brand, last_four, payer, reason, at)
VALUES (:id, :voucher, :position, :kind, :amount, :currency, :tendered, :change, :reference, :brand, :last_four, :payer, :reason, :at)

-- name: get
SELECT id, last_four, currency, balance, state, issued, expires, note
FROM vouchers
WHERE id = :id

-- name: find
SELECT id, last_four, currency, balance, state, issued, expires, note
FROM vouchers
WHERE code_hash = :code_hash

-- Before something moves: others wait here until the transaction ends.
-- name: lock
SELECT id, last_four, currency, balance, state, issued, expires, note
FROM vouchers
WHERE id = :id

-- name: lock_of_code
SELECT id, last_four, currency, balance, state, issued, expires, note
FROM vouchers
WHERE code_hash = :code_hash

-- Which voucher a payment was taken from.
-- name: of_payment
SELECT voucher
FROM voucher_movements
WHERE payment = :payment

-- The codes of the vouchers that payments were taken from.
-- name: codes_of_payments
SELECT v.code_hash
FROM voucher_movements m
JOIN vouchers v ON v.id = m.voucher
WHERE m.payment = :payment

-- The voucher is locked: nobody else counts its movements meanwhile.
-- name: move
INSERT INTO voucher_movements (voucher, position, kind, amount, at, actor, booking, payment, reason)
VALUES (:voucher, (SELECT count(*) FROM voucher_movements WHERE voucher = :voucher), :kind, :amount, :at, :actor, :booking, :payment, :reason)

-- name: change_balance
UPDATE vouchers
SET balance = balance + :amount
WHERE id = :id

-- name: set_state
UPDATE vouchers
SET state = :state
WHERE id = :id

-- Why it is blocked, or may pay again: each of that is an adjustment of nothing.
-- name: state_reason
SELECT reason
FROM voucher_movements
WHERE voucher = :voucher AND kind = 'adjustment' AND amount = 0
ORDER BY position DESC
LIMIT 1

-- name: set_expiry
UPDATE vouchers
SET expires = :expires
WHERE id = :id

-- name: list
SELECT id, last_four, currency, balance, state, issued, expires, note
FROM vouchers
WHERE (issued, id) < (:before_issued, :before_id)
    AND (:any_text OR search_text LIKE :pattern ESCAPE '!' OR code_hash = :code_hash)
ORDER BY issued DESC, id DESC
LIMIT :limit

-- name: movements
SELECT m.position, m.kind, m.amount, m.at, a.name AS actor_name, m.booking, b.reference AS booking_reference, m.reason
FROM voucher_movements m
JOIN accounts a ON a.id = m.actor
LEFT JOIN bookings b ON b.id = m.booking
WHERE m.voucher = :voucher AND m.position < :before
ORDER BY m.position DESC
LIMIT :limit

-- name: find_key
SELECT request_hash, voucher, code
FROM voucher_keys
WHERE actor = :actor AND key = :key

-- The same request at two servers: the second gets no row, once the first is written.
-- name: keep_key
INSERT INTO voucher_keys (actor, key, request_hash, voucher, code, created)
VALUES (:actor, :key, :request_hash, :voucher, :code, :created)
ON CONFLICT DO NOTHING
RETURNING key

-- name: remove_keys_before
DELETE FROM voucher_keys
WHERE created < :time
RETURNING key

-- How many vouchers there are of which the balance is not the sum of the movements, or that were issued for something else
-- than was paid for them.
-- name: imbalances
SELECT count(*) AS imbalances
FROM vouchers v
WHERE v.balance <> (SELECT COALESCE(sum(m.amount), 0) FROM voucher_movements m WHERE m.voucher = v.id)
    OR (SELECT COALESCE(sum(m.amount), 0) FROM voucher_movements m WHERE m.voucher = v.id AND m.kind = 'issue')
        <> (SELECT COALESCE(sum(p.amount), 0) FROM voucher_payments p WHERE p.voucher = v.id)

-- How many movements are of no payment by voucher, or of another amount, and how many such payments moved nothing.
-- name: strays
SELECT (SELECT count(*) FROM voucher_movements m
        WHERE m.payment IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM payments p
                WHERE p.booking = m.booking AND p.id = m.payment AND p.kind = 'voucher' AND p.direction = m.kind AND p.amount = abs(m.amount)))
    + (SELECT count(*) FROM payments p
        WHERE p.kind = 'voucher' AND NOT EXISTS (SELECT 1 FROM voucher_movements m WHERE m.payment = p.id))
    AS strays
