-- How transactions begin. They end through the driver, which knows when a commit was really a roll-back.

-- direct: begin_write
BEGIN IMMEDIATE

-- direct: begin_read
BEGIN
