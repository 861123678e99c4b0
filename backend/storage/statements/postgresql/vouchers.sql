-- Before something moves: others wait here until the transaction ends.
-- name: lock
SELECT id, last_four, currency, balance, state, issued, expires, note
FROM vouchers
WHERE id = :id
FOR UPDATE

-- name: lock_of_code
SELECT id, last_four, currency, balance, state, issued, expires, note
FROM vouchers
WHERE code_hash = :code_hash
FOR UPDATE

-- The codes of the vouchers that payments were taken from.
-- name: codes_of_payments
SELECT DISTINCT v.code_hash
FROM unnest(CAST(:payment AS uuid[])) AS r (payment)
JOIN voucher_movements m ON m.payment = r.payment
JOIN vouchers v ON v.id = m.voucher
