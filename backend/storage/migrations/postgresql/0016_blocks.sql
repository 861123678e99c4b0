-- Seats that the house keeps from sale: held back for staff to sell, or killed. They become free by a rule, or when somebody
-- releases them.

CREATE TABLE blocks (
    id uuid PRIMARY KEY,
    event uuid NOT NULL REFERENCES events (id),
    kind text NOT NULL CHECK (kind IN ('held_back', 'killed')),
    reason text NOT NULL CHECK (reason <> ''),
    created timestamptz NOT NULL,
    created_by uuid NOT NULL REFERENCES accounts (id),
    release_at timestamptz,
    release_minutes integer CHECK (release_minutes >= 0),
    release_confirmed boolean NOT NULL,
    CHECK (release_at IS NULL OR release_minutes IS NULL)
)

CREATE INDEX blocks_by_event ON blocks (event, created, id)

-- A seat is in one block at most.
CREATE TABLE block_places (
    event uuid NOT NULL REFERENCES events (id),
    place integer NOT NULL CHECK (place >= 0),
    block uuid NOT NULL REFERENCES blocks (id),
    PRIMARY KEY (event, place)
)

CREATE INDEX block_places_by_block ON block_places (block, place)

-- Whoever sells a seat that was held back, and however: it is in no block after that.
CREATE FUNCTION leave_block() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM block_places p USING sold s WHERE p.event = s.event AND p.place = s.place;
    RETURN NULL;
END
$$

CREATE TRIGGER tickets_leave_block AFTER INSERT ON tickets REFERENCING NEW TABLE AS sold
FOR EACH STATEMENT EXECUTE FUNCTION leave_block()
