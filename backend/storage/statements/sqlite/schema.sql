-- name: back_up
VACUUM INTO :path
