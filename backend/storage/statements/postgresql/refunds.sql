-- name: insert
INSERT INTO refunds (event, booking, amount, currency, tickets, owed)
SELECT r.event, r.booking, r.amount, r.currency, r.tickets, timestamptz 'epoch' + r.owed * interval '1 millisecond'
FROM unnest(CAST(:event AS uuid[]), CAST(:booking AS uuid[]), CAST(:amount AS bigint[]), CAST(:currency AS text[]),
    CAST(:tickets AS integer[]), CAST(:owed AS bigint[]))
    AS r (event, booking, amount, currency, tickets, owed)
