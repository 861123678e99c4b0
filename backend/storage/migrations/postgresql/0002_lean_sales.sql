-- A sale puts its booking, tickets, payments and key down together, for an event and an account that the server has open.
-- Foreign keys between them looked up again what had just been written, took longer than the rows, and locked the row of
-- the event for every sale. They keep rows from losing what they refer to: here that is never deleted, and deleting refused.

ALTER TABLE bookings
    DROP CONSTRAINT bookings_owner_fkey,
    DROP CONSTRAINT bookings_created_by_fkey

ALTER TABLE tickets
    DROP CONSTRAINT tickets_booking_fkey,
    DROP CONSTRAINT tickets_event_fkey,
    DROP CONSTRAINT tickets_pkey,
    DROP CONSTRAINT tickets_booking_position_key,
    ADD PRIMARY KEY (booking, position)

ALTER TABLE payments
    DROP CONSTRAINT payments_booking_fkey,
    DROP CONSTRAINT payments_pkey,
    DROP CONSTRAINT payments_booking_position_key,
    ADD PRIMARY KEY (booking, position)

ALTER TABLE idempotency_keys
    DROP CONSTRAINT idempotency_keys_actor_fkey,
    DROP CONSTRAINT idempotency_keys_booking_fkey

CREATE FUNCTION refuse_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% rows are kept: money refers to them', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$

CREATE TRIGGER accounts_kept BEFORE DELETE OR TRUNCATE ON accounts FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()

CREATE TRIGGER events_kept BEFORE DELETE OR TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()

CREATE TRIGGER bookings_kept BEFORE DELETE OR TRUNCATE ON bookings FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()

CREATE TRIGGER tickets_kept BEFORE DELETE OR TRUNCATE ON tickets FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()

CREATE TRIGGER payments_kept BEFORE DELETE OR TRUNCATE ON payments FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()

-- The living tickets of an event stand in the index of its places.
DROP INDEX tickets_by_event

CREATE INDEX tickets_cancelled_by_event ON tickets (event, booking) WHERE state = 'cancelled'
