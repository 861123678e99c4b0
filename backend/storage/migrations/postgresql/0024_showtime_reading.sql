-- Sources of showtimes may be made at the server's console, by nobody who is signed in. `page_…`: how the server of an address
-- called the state of the page that was read there last by itself, and all of it done. `sequence`: how new what was taken over was,
-- where the source says so.
ALTER TABLE showtime_sources
    ALTER COLUMN changed_by DROP NOT NULL,
    ADD COLUMN page_url text,
    ADD COLUMN page_etag text,
    ADD COLUMN page_modified text,
    ADD COLUMN page_read timestamptz

ALTER TABLE showtimes ADD COLUMN sequence integer
