-- name: insert
INSERT INTO events (id, name, description, category, state, venue, plan, plan_version, starts, duration_minutes, currency,
    hold_seconds, extension_seconds, max_extensions, max_seats, max_per_booking, sales_from, sales_until, cancel_until, orphan_rule, reservation_release_minutes, search_text, name_key, version, series,
    ticket_fee, booking_fee, tax_rate, fee_tax_rate, tax_mode, cancel_fee, cancel_share, lowest_in_all)
VALUES (:id, :name, :description, :category, :state, :venue, :plan, :plan_version, :starts, :duration_minutes, :currency,
    :hold_seconds, :extension_seconds, :max_extensions, :max_seats, :max_per_booking, :sales_from, :sales_until, :cancel_until, :orphan_rule, :reservation_release_minutes, :search_text, :name_key, :version, :series,
    :ticket_fee, :booking_fee, :tax_rate, :fee_tax_rate, :tax_mode, :cancel_fee, :cancel_share, :lowest_in_all)

-- name: update
UPDATE events
SET name = :name, description = :description, category = :category, state = :state, venue = :venue, plan = :plan, plan_version = :plan_version,
    starts = :starts, duration_minutes = :duration_minutes, currency = :currency, hold_seconds = :hold_seconds, extension_seconds = :extension_seconds,
    max_extensions = :max_extensions, max_seats = :max_seats, max_per_booking = :max_per_booking, sales_from = :sales_from, sales_until = :sales_until, cancel_until = :cancel_until,
    orphan_rule = :orphan_rule, reservation_release_minutes = :reservation_release_minutes, search_text = :search_text, name_key = :name_key, version = :version,
    ticket_fee = :ticket_fee, booking_fee = :booking_fee, tax_rate = :tax_rate, fee_tax_rate = :fee_tax_rate, tax_mode = :tax_mode,
    cancel_fee = :cancel_fee, cancel_share = :cancel_share, lowest_in_all = :lowest_in_all
WHERE id = :id AND version = :version - 1
RETURNING version

-- name: cancel
UPDATE events
SET state = 'cancelled', cancelled = :at, cancelled_by = :actor, cancel_reason = :reason, version = version + 1
WHERE id = :id AND version = :version AND state <> 'cancelled'
RETURNING version

-- What takes a RowSet is for one row here; PostgreSQL has its own for arrays, in one order, so that nobody locks another out.

-- How they stand, until the transaction ends: changing them waits for that.
-- name: keep_state
SELECT id, state
FROM events
WHERE id = :id

-- Before changing them: others wait here until the transaction ends.
-- name: lock
SELECT id
FROM events
WHERE id = :id

-- Nobody else gives places of theirs an owner, or blocks them, until the transaction ends, and who just did is seen. Where one writes
-- at a time that is so anyway.
-- name: lock_places
SELECT id
FROM events
WHERE id = :event

-- Which of these are not sold now, or are gone.
-- name: closed_among
SELECT r.event
FROM (SELECT CAST(:event AS text) AS event) r
WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.id = r.event AND e.state = 'published')

-- name: cancellation
SELECT cancelled_by, cancel_reason
FROM events
WHERE id = :id AND state = 'cancelled'

-- Cancelled, and not yet all of their tickets.
-- name: cancelled_with_tickets
SELECT e.id
FROM events e
WHERE e.state = 'cancelled'
    AND (EXISTS (SELECT 1 FROM tickets t WHERE t.event = e.id AND t.state = 'valid')
        OR EXISTS (SELECT 1 FROM tickets t WHERE t.event = e.id AND t.state = 'released'))
ORDER BY e.id

-- name: delete
DELETE FROM events
WHERE id = :id AND version = :version
RETURNING version

-- name: delete_ticket_types
DELETE FROM event_ticket_types
WHERE event = :event

-- name: delete_prices
DELETE FROM event_prices
WHERE event = :event

-- Whether there was ever a ticket, given back since or not: an index for each.
-- name: was_sold
SELECT EXISTS (SELECT 1 FROM tickets t WHERE t.event = :event AND t.state = 'valid')
    OR EXISTS (SELECT 1 FROM tickets t WHERE t.event = :event AND t.state <> 'valid') AS sold

-- name: insert_ticket_type
INSERT INTO event_ticket_types (event, key, position, name)
VALUES (:event, :key, :position, :name)

-- name: insert_price
INSERT INTO event_prices (event, category, ticket_type, amount)
VALUES (:event, :category, :ticket_type, :amount)

-- name: get
SELECT e.id, e.name, e.description, e.category, e.state, e.starts, e.duration_minutes, e.currency, e.version, e.series,
    e.plan, e.plan_version, e.hold_seconds, e.extension_seconds, e.max_extensions, e.max_seats, e.max_per_booking,
    e.sales_from, e.sales_until, e.cancel_until, e.orphan_rule, e.reservation_release_minutes, e.cancel_reason,
    e.ticket_fee, e.booking_fee, e.tax_rate, e.fee_tax_rate, e.tax_mode, e.cancel_fee, e.cancel_share,
    v.id AS venue, v.name AS venue_name, v.time_zone, p.hash AS plan_hash, p.seats,
    (SELECT x.hash FROM event_posters x WHERE x.event = e.id) AS poster,
    (SELECT min(x.amount) FROM event_prices x WHERE x.event = e.id) AS lowest_price,
    (SELECT max(x.amount) FROM event_prices x WHERE x.event = e.id) AS highest_price
FROM events e
JOIN venues v ON v.id = e.venue
JOIN plan_versions p ON p.plan = e.plan AND p.version = e.plan_version
WHERE e.id = :id

-- name: ticket_types
SELECT key, name
FROM event_ticket_types
WHERE event = :event
ORDER BY position

-- name: prices
SELECT x.category, x.ticket_type, x.amount
FROM event_prices x
JOIN event_ticket_types t ON t.event = x.event AND t.key = x.ticket_type
WHERE x.event = :event
ORDER BY x.category, t.position

-- name: search
SELECT e.id, e.name, e.category, e.state, e.starts, e.currency, e.series,
    e.ticket_fee, e.booking_fee, e.tax_rate, e.fee_tax_rate, e.tax_mode, e.cancel_fee, e.cancel_share,
    v.id AS venue, v.name AS venue_name, v.time_zone, p.seats,
    (SELECT x.hash FROM event_posters x WHERE x.event = e.id) AS poster,
    (SELECT min(x.amount) FROM event_prices x WHERE x.event = e.id) AS lowest_price,
    (SELECT max(x.amount) FROM event_prices x WHERE x.event = e.id) AS highest_price
FROM events e
JOIN venues v ON v.id = e.venue
JOIN plan_versions p ON p.plan = e.plan AND p.version = e.plan_version
WHERE e.starts >= :from
    AND e.starts < :to
    AND (:include_drafts OR e.state <> 'draft')
    AND (:any_venue OR e.venue = :venue)
    AND (:any_series OR e.series = :series)
    AND (:any_category OR e.category = :category)
    AND (:any_text OR e.search_text LIKE :pattern ESCAPE '!' OR v.search_text LIKE :pattern ESCAPE '!')
    AND (:first_page OR (e.starts, e.id) > (:after_starts, :after_id))
ORDER BY e.starts, e.id
LIMIT :limit

-- In another order than by start, or only what has so many free seats: `live` is {"event": free seats} of those that
-- are being sold; all seats of the others are free. The two keys are what is compared before start and id.
-- name: search_ordered
WITH live AS MATERIALIZED (
    SELECT key AS event, CAST(CAST(value AS text) AS integer) AS free
    FROM json_each(:live)
), matching AS (
    SELECT e.id, e.name, e.category, e.state, e.starts, e.currency, e.series,
        e.ticket_fee, e.booking_fee, e.tax_rate, e.fee_tax_rate, e.tax_mode, e.cancel_fee, e.cancel_share, e.lowest_in_all,
        v.id AS venue, v.name AS venue_name, v.time_zone, p.seats,
        (SELECT x.hash FROM event_posters x WHERE x.event = e.id) AS poster,
        (SELECT min(x.amount) FROM event_prices x WHERE x.event = e.id) AS lowest_price,
        (SELECT max(x.amount) FROM event_prices x WHERE x.event = e.id) AS highest_price,
        e.name_key, CASE e.state WHEN 'cancelled' THEN 0 ELSE COALESCE(l.free, p.seats) END AS free
    FROM events e
    JOIN venues v ON v.id = e.venue
    JOIN plan_versions p ON p.plan = e.plan AND p.version = e.plan_version
    LEFT JOIN live l ON l.event = CAST(e.id AS text)
    WHERE e.starts >= :from
        AND e.starts < :to
        AND (:include_drafts OR e.state <> 'draft')
        AND (:any_venue OR e.venue = :venue)
        AND (:any_series OR e.series = :series)
        AND (:any_category OR e.category = :category)
        AND (:any_text OR e.search_text LIKE :pattern ESCAPE '!' OR v.search_text LIKE :pattern ESCAPE '!')
        AND CASE e.state WHEN 'cancelled' THEN 0 ELSE COALESCE(l.free, p.seats) END >= :min_free
), keyed AS (
    SELECT m.*,
        CASE WHEN :by_name THEN m.name_key ELSE '' END AS key_text,
        CASE WHEN :by_price THEN COALESCE(m.lowest_in_all, 9223372036854775807) WHEN :by_free THEN -m.free ELSE 0 END AS key_number
    FROM matching m
)
SELECT k.*
FROM keyed k
WHERE :first_page OR (k.key_text, k.key_number, k.starts, k.id) > (:after_text, :after_number, :after_starts, :after_id)
ORDER BY k.key_text, k.key_number, k.starts, k.id
LIMIT :limit

-- Of the house's prices, that of the latest event first.
-- name: currencies
SELECT e.currency
FROM events e
WHERE EXISTS (SELECT 1 FROM event_prices x WHERE x.event = e.id)
GROUP BY e.currency
ORDER BY max(e.starts) DESC, e.currency

-- name: of_series
SELECT e.id, e.starts
FROM events e
WHERE e.series = :series
ORDER BY e.starts, e.id

-- Those that mayBeCancelled().
-- name: cancellable_of_series
SELECT e.id, e.starts
FROM events e
WHERE e.series = :series AND e.starts >= :from AND e.state IN ('published', 'paused')
ORDER BY e.starts, e.id

-- name: plans_of_series
SELECT DISTINCT e.plan, e.plan_version
FROM events e
WHERE e.series = :series
ORDER BY e.plan, e.plan_version

-- What is in the hall of a plan, whichever of its plans it has, of those that begin in this time. All versions of a plan
-- have the same venue and name.
-- name: in_hall
WITH plans AS NOT MATERIALIZED (
    SELECT p.plan, p.venue, COALESCE(h.hall, p.name) AS hall
    FROM plan_versions p
    LEFT JOIN plan_halls h ON h.plan = p.plan
    WHERE p.version = 1
)
SELECT e.id, e.name, e.starts, e.duration_minutes
FROM plans own
JOIN plans q ON q.venue = own.venue AND q.hall = own.hall
JOIN events e ON e.plan = q.plan
WHERE own.plan = :plan AND e.starts >= :from AND e.starts < :to AND e.state <> 'cancelled'
ORDER BY e.starts, e.id

-- name: open_for_ledger
SELECT e.id, e.state, e.starts, e.duration_minutes, e.plan, e.plan_version, p.hash AS plan_hash, p.seats,
    e.hold_seconds, e.extension_seconds, e.max_extensions, e.max_seats, e.max_per_booking, e.sales_from, e.sales_until, e.cancel_until, e.orphan_rule,
    e.reservation_release_minutes
FROM events e
JOIN plan_versions p ON p.plan = e.plan AND p.version = e.plan_version
WHERE e.state <> 'cancelled' AND e.starts >= :not_before
ORDER BY e.starts, e.id

-- name: brief
SELECT e.id, e.name, e.starts, v.time_zone
FROM events e
JOIN venues v ON v.id = e.venue
WHERE e.id = :id

-- name: ticket_type_name
SELECT name
FROM event_ticket_types
WHERE event = :event AND key = :key
