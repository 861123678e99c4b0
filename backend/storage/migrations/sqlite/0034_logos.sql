-- The pictures that stand on a house's tickets, at most one each: among those of events, where each stands once.

CREATE TABLE venue_logos (
    venue text PRIMARY KEY REFERENCES venues (id),
    hash text NOT NULL REFERENCES posters (hash)
) STRICT, WITHOUT ROWID

CREATE INDEX venue_logos_by_hash ON venue_logos (hash)
