-- name: insert_all
INSERT INTO payments (id, booking, position, kind, direction, amount, currency, tendered, change, at)
SELECT value ->> 'id', value ->> 'booking', value ->> 'position', value ->> 'kind', value ->> 'direction', value ->> 'amount',
    value ->> 'currency', value ->> 'tendered', value ->> 'change', value ->> 'at'
FROM json_each(:rows)
