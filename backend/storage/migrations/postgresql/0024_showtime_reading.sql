-- Sources of showtimes may be made at the server's console, by nobody who is signed in.
ALTER TABLE showtime_sources ALTER COLUMN changed_by DROP NOT NULL
