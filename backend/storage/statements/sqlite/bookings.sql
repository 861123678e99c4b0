-- name: insert_all
INSERT INTO bookings (id, reference, owner, created_by, customer_name, state, total, currency, created, search_text)
SELECT value ->> 'id', value ->> 'reference', value ->> 'owner', value ->> 'created_by', value ->> 'customer_name', 'confirmed',
    value ->> 'total', value ->> 'currency', value ->> 'created', value ->> 'search_text'
FROM json_each(:rows)

-- Booking references and ticket numbers that exist already.
-- name: numbers_among
SELECT b.reference AS number
FROM json_each(:rows) r
CROSS JOIN bookings b ON b.reference = r.value ->> 'number'
UNION ALL
SELECT t.number
FROM json_each(:rows) r
CROSS JOIN tickets t ON t.number = r.value ->> 'number'
