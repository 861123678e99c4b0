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
