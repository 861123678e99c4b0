-- name: insert_key
INSERT INTO discount_keys (discount, role, position, key, tickets)
SELECT r.discount, r.role, r.position, r.key, r.tickets
FROM unnest(CAST(:discount AS uuid[]), CAST(:role AS text[]), CAST(:position AS integer[]), CAST(:key AS text[]), CAST(:tickets AS integer[]))
    AS r (discount, role, position, key, tickets)

-- Before uses are counted: others wait here until the transaction ends. In one order, so that nobody locks another out.
-- name: lock
SELECT d.id, d.uses, d.max_uses
FROM discounts d
WHERE d.id = ANY (CAST(:id AS uuid[]))
ORDER BY d.id
FOR UPDATE

-- name: lock_of_events
SELECT d.id
FROM discounts d
WHERE d.event = ANY (CAST(:event AS uuid[]))
ORDER BY d.id
FOR UPDATE

-- name: add_uses
UPDATE discounts AS d
SET uses = d.uses + r.number
FROM unnest(CAST(:id AS uuid[]), CAST(:number AS integer[])) AS r (id, number)
WHERE d.id = r.id

-- Perhaps again, of one that was given back.
-- name: insert_use
INSERT INTO discount_uses (discount, booking)
SELECT r.discount, r.booking
FROM unnest(CAST(:discount AS uuid[]), CAST(:booking AS uuid[])) AS r (discount, booking)
ON CONFLICT (booking, discount) DO UPDATE SET given_back = false

-- Of bookings that are cancelled as a whole. In one order, so that nobody locks another out.
-- name: give_back_uses
WITH used AS (
    SELECT u.discount, count(*) AS number
    FROM unnest(CAST(:booking AS uuid[])) AS r (booking)
    JOIN discount_uses u ON u.booking = r.booking AND NOT u.given_back
    GROUP BY u.discount
), locked AS (
    SELECT d.id
    FROM discounts d
    WHERE d.id IN (SELECT discount FROM used)
    ORDER BY d.id
    FOR UPDATE
)
UPDATE discounts AS d
SET uses = d.uses - used.number
FROM used
JOIN locked ON locked.id = used.discount
WHERE d.id = used.discount

-- name: mark_given_back
UPDATE discount_uses
SET given_back = true
WHERE booking = ANY (CAST(:booking AS uuid[])) AND NOT given_back
