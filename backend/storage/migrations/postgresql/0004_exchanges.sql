-- Tickets given back for others.

ALTER TABLE tickets
    DROP CONSTRAINT tickets_state_check,
    ADD CONSTRAINT tickets_state_check CHECK (state IN ('valid', 'cancelled', 'exchanged'))

ALTER TABLE idempotency_keys
    DROP CONSTRAINT idempotency_keys_operation_check,
    ADD CONSTRAINT idempotency_keys_operation_check CHECK (operation IN ('checkout', 'cancel', 'exchange'))

-- The living tickets of an event stand in the index of its places.
DROP INDEX tickets_cancelled_by_event

CREATE INDEX tickets_given_back_by_event ON tickets (event, booking) WHERE state <> 'valid'
