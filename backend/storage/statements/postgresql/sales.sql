-- The rows of many sales at once, an array for each column. Foreign keys are looked at when all of them are there. Counting
-- makes every server share the locks of the places first, then write bookings, then tickets, so that two of them cannot lock each other
-- out.
-- name: insert_all
WITH the_locks AS MATERIALIZED (
    SELECT pg_advisory_xact_lock_shared(lock_of_places(e.event))
    FROM (SELECT DISTINCT r.event FROM unnest(CAST(:ticket_event AS uuid[])) AS r (event) ORDER BY r.event) e
), the_bookings AS (
    INSERT INTO bookings (id, reference, owner, created_by, customer_name, email, phone, state, total, currency, created, pay_until, search_text)
    SELECT r.id, r.reference, r.owner, r.created_by, r.customer_name, r.email, r.phone, r.state, r.total, r.currency,
        timestamptz 'epoch' + r.created * interval '1 millisecond', timestamptz 'epoch' + r.pay_until * interval '1 millisecond', r.search_text
    FROM unnest(CAST(:booking_id AS uuid[]), CAST(:booking_reference AS text[]), CAST(:booking_owner AS uuid[]),
        CAST(:booking_created_by AS uuid[]), CAST(:booking_customer_name AS text[]), CAST(:booking_email AS text[]), CAST(:booking_phone AS text[]),
        CAST(:booking_state AS text[]), CAST(:booking_total AS bigint[]), CAST(:booking_currency AS text[]), CAST(:booking_created AS bigint[]),
        CAST(:booking_pay_until AS bigint[]), CAST(:booking_search_text AS text[]))
        AS r (id, reference, owner, created_by, customer_name, email, phone, state, total, currency, created, pay_until, search_text)
    RETURNING 1
), the_tickets AS (
    INSERT INTO tickets (id, number, booking, position, event, place, label, category, ticket_type, price, state,
        base, discount, discount_name, fee, tax)
    SELECT r.id, r.number, r.booking, r.position, r.event, r.place, r.label, r.category, r.ticket_type, r.price, 'valid',
        r.base, r.discount, r.discount_name, r.fee, r.tax
    FROM unnest(CAST(:ticket_id AS uuid[]), CAST(:ticket_number AS text[]), CAST(:ticket_booking AS uuid[]),
        CAST(:ticket_position AS integer[]), CAST(:ticket_event AS uuid[]), CAST(:ticket_place AS integer[]),
        CAST(:ticket_label AS text[]), CAST(:ticket_category AS text[]), CAST(:ticket_ticket_type AS text[]),
        CAST(:ticket_price AS bigint[]), CAST(:ticket_base AS bigint[]), CAST(:ticket_discount AS bigint[]),
        CAST(:ticket_discount_name AS text[]), CAST(:ticket_fee AS bigint[]), CAST(:ticket_tax AS bigint[]))
        AS r (id, number, booking, position, event, place, label, category, ticket_type, price, base, discount, discount_name, fee, tax)
    RETURNING 1
), the_payments AS (
    INSERT INTO payments (id, booking, position, kind, direction, amount, currency, tendered, change, reference, brand, last_four, payer,
        reason, at)
    SELECT r.id, r.booking, r.position, r.kind, r.direction, r.amount, r.currency, r.tendered, r.change, r.reference, r.brand, r.last_four,
        r.payer, r.reason,
        timestamptz 'epoch' + r.at * interval '1 millisecond'
    FROM unnest(CAST(:payment_id AS uuid[]), CAST(:payment_booking AS uuid[]), CAST(:payment_position AS integer[]),
        CAST(:payment_kind AS text[]), CAST(:payment_direction AS text[]), CAST(:payment_amount AS bigint[]),
        CAST(:payment_currency AS text[]), CAST(:payment_tendered AS bigint[]), CAST(:payment_change AS bigint[]),
        CAST(:payment_reference AS text[]), CAST(:payment_brand AS text[]), CAST(:payment_last_four AS text[]),
        CAST(:payment_payer AS text[]), CAST(:payment_reason AS text[]), CAST(:payment_at AS bigint[]))
        AS r (id, booking, position, kind, direction, amount, currency, tendered, change, reference, brand, last_four, payer, reason, at)
)
INSERT INTO idempotency_keys (actor, key, operation, request_hash, booking, created)
SELECT r.actor, r.key, r.operation, r.request_hash, r.booking, timestamptz 'epoch' + r.created * interval '1 millisecond'
FROM unnest(CAST(:key_actor AS uuid[]), CAST(:key_key AS text[]), CAST(:key_operation AS text[]), CAST(:key_request_hash AS text[]),
    CAST(:key_booking AS uuid[]), CAST(:key_created AS bigint[]))
    AS r (actor, key, operation, request_hash, booking, created)
WHERE (SELECT count(*) FROM the_locks) + (SELECT count(*) FROM the_bookings) + (SELECT count(*) FROM the_tickets) > 0

-- Tickets of a booking that is there already.
-- name: insert_ticket
INSERT INTO tickets (id, number, booking, position, event, place, label, category, ticket_type, price, state,
    base, discount, discount_name, fee, tax)
SELECT r.id, r.number, r.booking, r.position, r.event, r.place, r.label, r.category, r.ticket_type, r.price, 'valid',
    r.base, r.discount, r.discount_name, r.fee, r.tax
FROM unnest(CAST(:ticket_id AS uuid[]), CAST(:ticket_number AS text[]), CAST(:ticket_booking AS uuid[]),
    CAST(:ticket_position AS integer[]), CAST(:ticket_event AS uuid[]), CAST(:ticket_place AS integer[]),
    CAST(:ticket_label AS text[]), CAST(:ticket_category AS text[]), CAST(:ticket_ticket_type AS text[]),
    CAST(:ticket_price AS bigint[]), CAST(:ticket_base AS bigint[]), CAST(:ticket_discount AS bigint[]),
    CAST(:ticket_discount_name AS text[]), CAST(:ticket_fee AS bigint[]), CAST(:ticket_tax AS bigint[]))
    AS r (id, number, booking, position, event, place, label, category, ticket_type, price, base, discount, discount_name, fee, tax)
