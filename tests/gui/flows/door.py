# SPDX-License-Identifier: GPL-3.0-or-later
"""An evening at the door: who comes in and who does not, with and without a connection, and what becomes of seats whose
people have not come."""

from flows.steps import house_time, open_programme, write_time
from programscreen import key

EVENT = "The Tempest"


def walk(office, album):
    begin_soon(office.serve().open_as("manager"), album)
    office.close_app()
    tickets = office.rows("SELECT t.number, t.label FROM tickets t JOIN bookings b ON b.id = t.booking JOIN events e ON e.id = t.event "
                          "WHERE e.name = ? AND t.state = 'valid' AND b.state = 'confirmed' ORDER BY t.number", EVENT)
    screen = office.open_as("door")
    scan_tickets(office, screen, album, tickets)
    without_connection(office, screen, album, tickets)
    office.close_app()
    no_shows(office, office.open_as("clerk"), album)


def begin_soon(screen, album):
    """Seats of no-shows are given free from two hours before the start on."""
    screen.says(r"^\d+ events$")
    open_programme(screen, EVENT)
    write_time(screen, "^Start, by the clock of the house$", house_time(minutes=90))
    screen.press("^Save$")
    screen.says(r"^Saved\.")
    album.keep("the evening begins in ninety minutes")


def go_to_door(screen):
    """Where another event begins sooner, it stands at that."""
    screen.says(r"^\d+ events$")
    key("ctrl+3")
    screen.says("^Ready")
    screen.find(" · ", "combo box")
    if not screen.look_for(f"^{EVENT}", "combo box"):
        screen.choose(" · ", f"^{EVENT}")


def scan(screen, code):
    screen.fill("^Ticket$", code)
    key("Return")


def scan_tickets(office, screen, album, tickets):
    go_to_door(screen)
    screen.fill("^Name of this door$", "Main door")
    key("Return")
    album.keep("the door is ready")
    first, second = tickets[0], tickets[1]
    scan(screen, first["number"])
    screen.says("^Come in")
    album.keep("come in")
    office.await_value("people in", 1, "SELECT count(*) FROM checkins WHERE undone IS NULL")
    scan(screen, "NOSUCHTICKET")
    screen.says("^Not our ticket")
    album.keep("not our ticket")
    # Another one between: a scanner that reads a ticket twice in a breath is told once.
    scan(screen, second["number"])
    screen.says(f"^Come in. {second['label']}")
    scan(screen, first["number"])
    screen.says("^Already in")
    album.keep("already in")
    screen.press(f"^Take back {second['label']}$")
    screen.says(f"^Take {second['label']} back\\?")
    screen.fill("^Went out again$", "The wrong ticket was scanned", "combo box")
    album.keep("taken back with a reason")
    screen.press("^Take back$")
    screen.says("is taken back; the ticket lets somebody in again")
    album.keep("taken back")
    office.await_value("reason", "The wrong ticket was scanned", "SELECT undo_reason FROM checkins WHERE undone IS NOT NULL")
    screen.press("^House$")
    screen.says("^Stalls")
    album.keep("who is in, on the map")
    screen.press("^Sign$")


def without_connection(office, screen, album, tickets):
    office.stop()
    screen.says("^No connection.* Decided by the list")
    scan(screen, tickets[2]["number"])
    screen.says("^Come in")
    screen.says("told of 1 admission later")
    album.keep("come in without a connection")
    scan(screen, tickets[0]["number"])
    screen.says("^Already in")
    album.keep("already in by the list")
    office.serve()
    screen.says("^The server knows everybody")
    album.keep("the connection is back and the server is told")
    office.await_value("people in without a connection", 1, "SELECT count(*) FROM checkins WHERE offline = 1")


def no_shows(office, screen, album):
    go_to_door(screen)
    screen.press("^House$")
    album.keep("the house before no-shows are released")
    screen.press("^Release no-shows…$")
    screen.says("^These people have paid and have not come")
    screen.says(r"^Release \d+ seats$")
    album.keep("who has not come")
    screen.tick("^All that are shown$")
    item = screen.find("·", "check box") if screen.look_for("·", "check box") else screen.find("·", "list item")
    number = plain_number(item.get_name())
    screen.click_on(item)
    key("space")
    screen.fill("^Reason", "Not there at the second bell")
    screen.says("^Release 1 seat$")
    album.keep("one of them and why")
    screen.press("^Release 1 seat$")
    screen.says("^1 seat is on sale again")
    album.keep("the seat is on sale again and can be taken back")
    office.await_value("released", "released", "SELECT state FROM tickets WHERE number = ?", number)
    screen.press("^Undo$")
    screen.says("^1 seat is its owner's again")
    album.keep("it is its owner's again")
    office.await_value("valid", "valid", "SELECT state FROM tickets WHERE number = ?", number)
    screen.press("^Release no-shows…$")
    screen.says(r"^Release \d+ seats$")
    screen.tick("^All that are shown$")
    screen.click_on(screen.find(number))
    key("space")
    screen.press("^Release 1 seat$")
    screen.says("^1 seat is on sale again")
    scan(screen, number)
    screen.says("^Seat given free")
    screen.says("There is still a place for this ticket")
    album.keep("they come after all")
    screen.press("^Let in after all$")
    screen.says("^Come in")
    album.keep("let in after all")


def plain_number(words):
    return words.split("·")[-1].strip(" \u2068\u2069\u200e")
