-- Counts the changes of an event, so that nobody overwrites what he has not seen.
ALTER TABLE events ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0)

-- An event that was never sold may go.
DROP TRIGGER events_kept

CREATE TRIGGER events_kept BEFORE DELETE ON events
WHEN EXISTS (SELECT 1 FROM tickets WHERE event = OLD.id AND state = 'valid')
    OR EXISTS (SELECT 1 FROM tickets WHERE event = OLD.id AND state <> 'valid')
BEGIN
    SELECT RAISE(ABORT, 'events are kept: money refers to them');
END
