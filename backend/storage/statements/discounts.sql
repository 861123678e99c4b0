-- What takes a RowSet is for one row here; PostgreSQL has its own for arrays. Few rows: all of them are read at once.

-- name: list
SELECT id, name, kind, share, amount, currency, series, event, valid_from, valid_until, code, max_uses, max_tickets, min_tickets, first_tickets,
    min_events, uses, version
FROM discounts
ORDER BY id

-- name: all_keys
SELECT discount, role, key, tickets
FROM discount_keys
ORDER BY discount, role, position

-- name: get
SELECT id, name, kind, share, amount, currency, series, event, valid_from, valid_until, code, max_uses, max_tickets, min_tickets, first_tickets,
    min_events, uses, version
FROM discounts
WHERE id = :id

-- name: keys
SELECT discount, role, key, tickets
FROM discount_keys
WHERE discount = :discount
ORDER BY role, position

-- name: insert
INSERT INTO discounts (id, name, kind, share, amount, currency, series, event, valid_from, valid_until, code, code_key, max_uses, max_tickets,
    min_tickets, first_tickets, min_events, version)
VALUES (:id, :name, :kind, :share, :amount, :currency, :series, :event, :valid_from, :valid_until, :code, :code_key, :max_uses, :max_tickets,
    :min_tickets, :first_tickets, :min_events, :version)

-- With a limit that is no less than what was used.
-- name: update
UPDATE discounts
SET name = :name, kind = :kind, share = :share, amount = :amount, currency = :currency, series = :series, event = :event,
    valid_from = :valid_from, valid_until = :valid_until, code = :code, code_key = :code_key, max_uses = :max_uses,
    max_tickets = :max_tickets, min_tickets = :min_tickets, first_tickets = :first_tickets, min_events = :min_events, version = :version
WHERE id = :id AND version = :version - 1 AND (CAST(:max_uses AS integer) IS NULL OR uses <= CAST(:max_uses AS integer))
RETURNING version

-- name: remove
DELETE FROM discounts
WHERE id = :id AND version = :version
RETURNING version

-- name: insert_key
INSERT INTO discount_keys (discount, role, position, key, tickets)
VALUES (:discount, :role, :position, :key, :tickets)

-- name: delete_keys
DELETE FROM discount_keys
WHERE discount = :discount

-- Before uses are counted: others wait here until the transaction ends.
-- name: lock
SELECT id, uses, max_uses
FROM discounts
WHERE id = :id

-- name: lock_of_events
SELECT id
FROM discounts
WHERE event = :event

-- name: add_uses
UPDATE discounts
SET uses = uses + :number
WHERE id = :id

-- name: used_by
SELECT discount
FROM discount_uses
WHERE booking = :booking AND NOT given_back

-- name: given_back_by
SELECT discount
FROM discount_uses
WHERE booking = :booking AND given_back

-- Perhaps again, of one that was given back.
-- name: insert_use
INSERT INTO discount_uses (discount, booking)
VALUES (:discount, :booking)
ON CONFLICT (booking, discount) DO UPDATE SET given_back = false

-- Of bookings that are cancelled as a whole.
-- name: give_back_uses
UPDATE discounts
SET uses = uses - 1
WHERE id IN (SELECT u.discount FROM discount_uses u WHERE u.booking = :booking AND NOT u.given_back)

-- name: mark_given_back
UPDATE discount_uses
SET given_back = true
WHERE booking = :booking AND NOT given_back
