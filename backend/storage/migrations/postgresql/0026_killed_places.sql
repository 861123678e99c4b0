-- What is killed is sold by nobody, whoever asks: an owner of the place is refused as one of a place that has one. What is held back
-- is sold on purpose, and in no block after that.

-- Whoever gives places of an event an owner shares this lock, whoever blocks some has it alone: neither overlooks what the other has
-- not committed yet.
CREATE FUNCTION lock_of_places(event uuid) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT uuid_hash_extended(event, 26)
$$

-- In one order, so that nobody locks another out.
CREATE OR REPLACE FUNCTION leave_block() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    refused boolean;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(lock_of_places(e.event)) FROM (SELECT DISTINCT s.event FROM sold s ORDER BY s.event) e;
    WITH gone AS (
        DELETE FROM block_places p USING sold s WHERE p.event = s.event AND p.place = s.place AND s.state = 'valid' RETURNING p.block
    )
    SELECT EXISTS (SELECT 1 FROM gone g JOIN blocks b ON b.id = g.block WHERE b.kind = 'killed') INTO refused;
    IF refused THEN
        RAISE EXCEPTION 'killed places are not sold' USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NULL;
END
$$

-- Tickets that are valid once more: somebody came after all, or had paid after all.
CREATE FUNCTION leave_block_again() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    refused boolean;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(lock_of_places(NEW.event));
    WITH gone AS (
        DELETE FROM block_places p WHERE p.event = NEW.event AND p.place = NEW.place RETURNING p.block
    )
    SELECT EXISTS (SELECT 1 FROM gone g JOIN blocks b ON b.id = g.block WHERE b.kind = 'killed') INTO refused;
    IF refused THEN
        RAISE EXCEPTION 'killed places are not sold' USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NULL;
END
$$

CREATE TRIGGER revived_tickets_leave_block AFTER UPDATE OF state ON tickets
FOR EACH ROW WHEN (NEW.state = 'valid' AND OLD.state <> 'valid') EXECUTE FUNCTION leave_block_again()
