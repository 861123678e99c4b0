-- Events that the house cancelled, and why.

ALTER TABLE events
    ADD COLUMN cancelled timestamptz,
    ADD COLUMN cancelled_by uuid REFERENCES accounts (id),
    ADD COLUMN cancel_reason text

-- Whether it was its event that was cancelled, and not the ticket alone.
ALTER TABLE tickets ADD COLUMN with_event boolean NOT NULL DEFAULT false

-- What is owed to a booking for its tickets of a cancelled event, until it is paid out: then it is a payment, too.
CREATE TABLE refunds (
    event uuid NOT NULL REFERENCES events (id),
    booking uuid NOT NULL,
    amount bigint NOT NULL CHECK (amount >= 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    tickets integer NOT NULL CHECK (tickets > 0),
    owed timestamptz NOT NULL,
    paid timestamptz,
    payment uuid,
    PRIMARY KEY (event, booking),
    CHECK ((paid IS NULL) = (payment IS NULL))
)

CREATE INDEX refunds_by_booking ON refunds (booking)

CREATE TRIGGER refunds_kept BEFORE DELETE OR TRUNCATE ON refunds FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()

ALTER TABLE idempotency_keys
    DROP CONSTRAINT idempotency_keys_operation_check,
    ADD CONSTRAINT idempotency_keys_operation_check CHECK (operation IN ('checkout', 'cancel', 'exchange', 'refund'))
