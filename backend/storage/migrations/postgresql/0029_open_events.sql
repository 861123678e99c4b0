-- Nobody gets a place of an event that is not sold any more, or is gone: another server may have said so, and this one not have heard it.
-- Refused like a place that has an owner already. Whoever changes an event has the lock of its places alone, so that neither overlooks
-- what the other has not committed yet.
CREATE OR REPLACE FUNCTION leave_block() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    killed boolean;
    closed boolean;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(lock_of_places(e.event)) FROM (SELECT DISTINCT s.event FROM sold s ORDER BY s.event) e;
    WITH gone AS (
        DELETE FROM block_places p USING sold s WHERE p.event = s.event AND p.place = s.place AND s.state = 'valid' RETURNING p.block
    )
    SELECT EXISTS (SELECT 1 FROM gone g JOIN blocks b ON b.id = g.block WHERE b.kind = 'killed'),
        EXISTS (SELECT 1 FROM (SELECT DISTINCT s.event FROM sold s WHERE s.state = 'valid') e
            WHERE NOT EXISTS (SELECT 1 FROM events x WHERE x.id = e.event AND x.state = 'published'))
    INTO killed, closed;
    IF killed THEN
        RAISE EXCEPTION 'killed places are not sold' USING ERRCODE = 'unique_violation';
    END IF;
    IF closed THEN
        RAISE EXCEPTION 'an event that is not sold' USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NULL;
END
$$

-- What somebody had already he gets back, whether the event is sold now or not; but for one that is cancelled.
CREATE OR REPLACE FUNCTION leave_block_again() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    killed boolean;
    closed boolean;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(lock_of_places(NEW.event));
    WITH gone AS (
        DELETE FROM block_places p WHERE p.event = NEW.event AND p.place = NEW.place RETURNING p.block
    )
    SELECT EXISTS (SELECT 1 FROM gone g JOIN blocks b ON b.id = g.block WHERE b.kind = 'killed'),
        NOT EXISTS (SELECT 1 FROM events x WHERE x.id = NEW.event AND x.state <> 'cancelled')
    INTO killed, closed;
    IF killed THEN
        RAISE EXCEPTION 'killed places are not sold' USING ERRCODE = 'unique_violation';
    END IF;
    IF closed THEN
        RAISE EXCEPTION 'an event that is cancelled' USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NULL;
END
$$
