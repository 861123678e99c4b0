-- Nobody gets a place of an event that is not sold any more, or is gone. Refused like a place that has an owner already: the ticket stands
-- in its table, to put it there once more is refused.

CREATE TRIGGER tickets_of_open_events AFTER INSERT ON tickets
WHEN NEW.state = 'valid' AND NOT EXISTS (SELECT 1 FROM events e WHERE e.id = NEW.event AND e.state = 'published')
BEGIN
    INSERT INTO tickets SELECT * FROM tickets WHERE booking = NEW.booking AND position = NEW.position;
END

-- What somebody had already he gets back, whether the event is sold now or not; but for one that is cancelled.
CREATE TRIGGER revived_tickets_of_open_events AFTER UPDATE OF state ON tickets
WHEN NEW.state = 'valid' AND OLD.state <> 'valid' AND NOT EXISTS (SELECT 1 FROM events e WHERE e.id = NEW.event AND e.state <> 'cancelled')
BEGIN
    INSERT INTO tickets SELECT * FROM tickets WHERE booking = NEW.booking AND position = NEW.position;
END
