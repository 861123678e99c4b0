# SPDX-License-Identifier: GPL-3.0-or-later
"""What several walks have to do on their way."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from desktopsession import wait_for
from programscreen import key, write

BACK, COUNT = "^Back to the events$", r"^\d+ events?$"


def open_event(screen, name):
    """From wherever the app is: the first key leads to the event that is open, if there is one."""
    if not screen.look_for(BACK):
        key("ctrl+1")
        wait_for("the events", lambda: screen.look_for(BACK) or screen.look_for(COUNT))
    if screen.look_for(BACK):
        screen.press(BACK)
    screen.says(COUNT)
    screen.click(f"^{name}", "list item")
    screen.says("^Find the best seats$")
    screen.map()


def open_programme(screen, event=None):
    key("ctrl+6")
    screen.says("^No event chosen$")
    screen.find("Published", "list item")
    if event:
        screen.click(f"^{event}", "list item")
        screen.says("^When and where$")


def hold(screen, places):
    """Seats by a click on each."""
    for place in places:
        screen.click_place(place)
        screen.await_place(place, "yours")


def newest_booking(office):
    return office.rows("SELECT * FROM bookings ORDER BY created DESC, id DESC LIMIT 1")[0]


def take_two(screen, name):
    """Beside each other in the stalls of an evening."""
    open_event(screen, name)
    hold(screen, screen.neighbours(2, "^Stalls"))
    screen.says("^2 seats$")


def check_out(screen):
    screen.press("^Book$")
    screen.says("^Book these seats$")


def sell_two(screen, name):
    """For cash, without pictures of it; returns when the receipt is closed."""
    take_two(screen, name)
    check_out(screen)
    screen.press("^Book and pay$")
    screen.says("^Booked$")
    screen.press("^Done$")
    screen.gone("^Booked$")


def show_booking(screen, reference):
    key("ctrl+2")
    screen.fill("^Search by name, phone, reference or seat$", reference)
    screen.click(reference, "list item")
    screen.says(f"^{reference}$")


def house_time(**later):
    """By the clock of the demo house."""
    return datetime.now(ZoneInfo("Europe/Berlin")) + timedelta(**later)


def write_time(screen, field, when):
    """From the first part on: each full one leads to the next."""
    screen.click(field, "spin button")
    key(*["ctrl+Left"] * 5)
    write(when.strftime("%m%d%y%I%M%p"))
    key("Tab")


def write_day(screen, field, when):
    """To the left of the first part lies what comes before the field: that part is chosen from the second."""
    screen.click(field, "spin button")
    key("Home", "ctrl+Right", "ctrl+Left")
    write(when.strftime("%m%d%y"))
    key("Tab")


def name_file(screen, title, path):
    """In the window that asks which to open, or how to call one."""
    screen.says(title)
    screen.fill("^File name:$", path)
    key("Return")
    screen.gone("^File name:$")
