-- How many tickets for an event one booking may have. Without it: as many as a customer may hold, so that nothing that was sold
-- before is refused now.

ALTER TABLE events ADD COLUMN max_per_booking integer CHECK (max_per_booking > 0)
