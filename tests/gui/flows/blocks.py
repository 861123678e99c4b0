# SPDX-License-Identifier: GPL-3.0-or-later
"""Seats that the house keeps: held back, killed, given free by a rule, and the list of what waits to be confirmed."""

from flows.steps import open_event
from programscreen import extents, key

EVENT = "The Tempest"


def walk(office, album):
    screen = office.serve().open_as("manager")
    screen.says(r"^\d+ events$")
    open_event(screen, EVENT)
    screen.press("^Blocked seats$")
    screen.says("Camera position", "list item")
    album.keep("the blocks of the evening")
    held_back(office, screen, album)
    killed(office, screen, album)
    releases(office, screen, album)


def choose_seats(screen, section, row):
    corner = extents(screen.find("^Close$", "push button"))  # of the panel, which lies over the left of the house
    seats = screen.neighbours(2, section, row, right_of=corner.x + 2 * corner.width)
    screen.press("^Choose seats$")
    for seat in seats:
        screen.click_place(seat)
    screen.says("^Chosen to be blocked: ")
    return seats


def held_back(office, screen, album):
    seats = choose_seats(screen, "^Stalls", "^Row [N-T],")
    album.keep("two seats are chosen on the map")
    screen.press("^Block…$")
    screen.says("^Hold back, for staff to sell$")
    screen.fill("^Reason, for staff$", "Guests of the author", "combo box")
    screen.choose("^Free again$", "^Some hours before the event$")
    screen.fill("^Hours before it begins$", "24", "spin button")
    screen.tick("^Ask somebody first$")
    album.keep("held back, and free again by a rule")
    screen.press("^Block$")
    screen.await_place(seats[0], "held back")
    album.keep("held back on the map")
    office.await_value("held back", 2, "SELECT count(*) FROM blocks WHERE event = (SELECT id FROM events WHERE name = ?) AND kind = 'held_back'", EVENT)


def killed(office, screen, album):
    seats = choose_seats(screen, "^Stalls", "^Row [F-M],")
    screen.press("^Block…$")
    screen.click("^Kill: nobody sells them$")
    screen.fill("^Reason, for staff$", "Restricted view", "combo box")
    album.keep("killed, for a reason")
    screen.press("^Block$")
    screen.await_place(seats[0], "not for sale")
    album.keep("killed on the map")


def releases(office, screen, album):
    key("ctrl+5")
    screen.says("^To be released$")
    screen.says("Guests of the author", "list item")
    album.keep("what is to be released")
    screen.click("Guests of the author", "list item")
    screen.press("^Postpone…$")
    screen.says("^When are these seats free again")
    screen.fill("^Hours before it begins$", "12", "spin button")
    album.keep("a release is postponed")
    screen.press("^Postpone$")
    screen.gone("^When are these seats free again")
    screen.click("Guests of the author", "list item")
    screen.press("^Confirm$")
    screen.says("(?s)Free on .*Guests of the author", "list item")
    album.keep("confirmed and free at its time")
    office.await_value("confirmed", 1, "SELECT release_confirmed FROM blocks WHERE reason = 'Guests of the author'")
