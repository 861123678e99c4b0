-- Counts the changes of an event, so that nobody overwrites what he has not seen.
ALTER TABLE events ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0)

-- An event that was never sold may go.
DROP TRIGGER events_kept ON events

CREATE FUNCTION refuse_deletion_of_sold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM tickets WHERE event = OLD.id AND state = 'valid')
        OR EXISTS (SELECT 1 FROM tickets WHERE event = OLD.id AND state <> 'valid') THEN
        RAISE EXCEPTION '% rows are kept: money refers to them', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END
$$

CREATE TRIGGER events_kept BEFORE DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_deletion_of_sold()

CREATE TRIGGER events_not_emptied BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()
