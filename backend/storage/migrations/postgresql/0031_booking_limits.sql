-- How many tickets for an event one booking may have. Without it: as many as a customer may hold, so that nothing that was sold
-- before is refused now.

ALTER TABLE events ADD COLUMN max_per_booking integer CHECK (max_per_booking > 0)

-- What the cheapest ticket costs with its fee and the tax that is added: events are listed in that order.
ALTER TABLE events ADD COLUMN lowest_in_all bigint

UPDATE events
SET lowest_in_all = (
    SELECT min(p.amount + p.fee + CASE events.tax_mode
        WHEN 'added' THEN (p.amount * events.tax_rate + 5000) / 10000 + (p.fee * events.fee_tax_rate + 5000) / 10000
        ELSE 0
    END)
    FROM (SELECT x.amount, CASE WHEN x.amount > 0 THEN events.ticket_fee ELSE 0 END AS fee FROM event_prices x WHERE x.event = events.id) p
)
