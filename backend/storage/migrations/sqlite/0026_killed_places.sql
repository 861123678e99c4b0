-- What is killed is sold by nobody, whoever asks: an owner of the place is refused as one of a place that has one. What is held back
-- is sold on purpose, and in no block after that.

DROP TRIGGER tickets_leave_block

-- A killed place stands in its block already; to put it there once more is refused, and the ticket with it.
CREATE TRIGGER tickets_leave_block AFTER INSERT ON tickets WHEN NEW.state = 'valid'
BEGIN
    INSERT INTO block_places (event, place, block)
    SELECT p.event, p.place, p.block
    FROM block_places p JOIN blocks b ON b.id = p.block
    WHERE p.event = NEW.event AND p.place = NEW.place AND b.kind = 'killed';
    DELETE FROM block_places WHERE event = NEW.event AND place = NEW.place;
END

-- Tickets that are valid once more: somebody came after all, or had paid after all.
CREATE TRIGGER revived_tickets_leave_block AFTER UPDATE OF state ON tickets WHEN NEW.state = 'valid' AND OLD.state <> 'valid'
BEGIN
    INSERT INTO block_places (event, place, block)
    SELECT p.event, p.place, p.block
    FROM block_places p JOIN blocks b ON b.id = p.block
    WHERE p.event = NEW.event AND p.place = NEW.place AND b.kind = 'killed';
    DELETE FROM block_places WHERE event = NEW.event AND place = NEW.place;
END
