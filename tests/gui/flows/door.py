# SPDX-License-Identifier: GPL-3.0-or-later
"""An evening at the door: who comes in and who does not, with and without a connection, what did not stand when the server
was told, and what becomes of seats whose people have not come."""

from apiclient import call
from flows.steps import house_time, newest_booking, open_programme, sell_two, show_booking, write_time
from programscreen import key
from relay import Relay

EVENT, OTHER = "The Tempest", "Metropolis"


def walk(office, album):
    begin_soon(office.serve().open_as("manager"), album)
    office.close_app()
    tickets, others = tickets_of(office, EVENT), tickets_of(office, OTHER)
    cancelled, old_code = void_two(office, office.open_as("clerk"))
    office.close_app()
    relay = Relay(office.port)
    screen = office.open_as("door", port=relay.port)
    scan_tickets(office, screen, album, tickets)
    told_apart(screen, album, others[0]["number"], cancelled, old_code)
    without_connection(office, screen, album, tickets)
    did_not_stand(office, screen, album, relay, tickets[3])
    office.close_app()
    no_shows(office, office.open_as("clerk"), album)


def tickets_of(office, event):
    return office.rows("SELECT t.number, t.label, b.reference FROM tickets t JOIN bookings b ON b.id = t.booking JOIN events e ON e.id = t.event "
                       "WHERE e.name = ? AND t.state = 'valid' AND b.state = 'confirmed' ORDER BY t.number", event)


def void_two(office, screen):
    """A ticket that is cancelled, and the code on the old print of one that got a new code."""
    screen.says(r"^\d+ events$")
    sell_two(screen, EVENT)
    booking = newest_booking(office)
    first, second = office.rows("SELECT number, label FROM tickets WHERE booking = ? ORDER BY position", booking["id"])
    codes = {each["ticket"]: each["code"] for each in call(office, "clerk", "tickets.codes", {"booking": booking["id"]})["prints"]}
    show_booking(screen, booking["reference"])
    screen.tick(f"^{second['label']}$")
    screen.press("^New code…$")
    screen.press("^New code$")
    screen.says("has a new code")
    screen.tick(f"^{second['label']}$")
    screen.tick(f"^{first['label']}$")
    screen.press("^Cancel 1 ticket…$")
    screen.press("^Cancel the ticket$")
    screen.says("its seat is free again")
    return first["number"], codes[second["number"]]


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


def told_apart(screen, album, other, cancelled, old_code):
    """Each by its word and why."""
    for shown, word, why in ((other, "Another event", OTHER), (cancelled, "Cancelled", "This ticket was cancelled"), (old_code, "Old print", "(The ticket got a new|The ticket has a newer) code")):
        scan(screen, shown)
        screen.says(f"(?s)^{word}.*{why}")
        album.keep(word)


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


def did_not_stand(office, screen, album, relay, ticket):
    """Let in by the list, and cancelled meanwhile at the counter, which had a connection."""
    relay.cut()
    screen.says("^No connection.* Decided by the list")
    counter = office.open_as("clerk")
    counter.says(r"^\d+ events$")
    show_booking(counter, ticket["reference"])
    counter.tick(f"^{ticket['label']}$")
    counter.press("^Cancel (1 ticket|this booking)…$")
    counter.press("^Cancel the (ticket|booking)$")
    counter.says("free again")
    office.close_app()
    scan(screen, ticket["number"])
    screen.says("^Come in")
    album.keep("let in by a list that is older")
    relay.mend()
    screen.says("^Let in without a connection, but the server disagrees")
    album.keep("the server disagrees")
    office.await_value("conflicts", "cancelled", "SELECT outcome FROM checkin_conflicts")
    screen.press("^Show them$")
    screen.says("^Doors let these in")
    screen.says(ticket["label"], "list item")
    album.keep("what did not stand")
    screen.press("^Close$")


def no_shows(office, screen, album):
    go_to_door(screen)
    screen.press("^House$")
    screen.says("^Stalls")
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
