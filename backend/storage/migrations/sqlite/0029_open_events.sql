-- Nobody gets a place of an event that is not sold any more. Refused like a place that has an owner already: the event stands in its
-- table, to put it there once more is refused, and the ticket with it.

CREATE TRIGGER tickets_of_open_events AFTER INSERT ON tickets WHEN NEW.state = 'valid'
BEGIN
    INSERT INTO events SELECT * FROM events WHERE id = NEW.event AND state <> 'published';
END

-- What somebody had already he gets back, whether the event is sold now or not; but for one that is cancelled.
CREATE TRIGGER revived_tickets_of_open_events AFTER UPDATE OF state ON tickets WHEN NEW.state = 'valid' AND OLD.state <> 'valid'
BEGIN
    INSERT INTO events SELECT * FROM events WHERE id = NEW.event AND state = 'cancelled';
END
