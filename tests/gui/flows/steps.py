# SPDX-License-Identifier: GPL-3.0-or-later
"""What several walks have to do on their way."""

from programscreen import key, write


def open_event(screen, name):
    """From wherever the app is: the first time leads to the event that is open, if there is one, the next to the list."""
    key("ctrl+1", "ctrl+1")
    screen.says(r"^\d+ events?$")
    screen.click(f"^{name}", "list item")
    screen.says("^Find the best seats$")
    screen.map()


def hold(screen, places):
    """Seats by a click on each."""
    for place in places:
        screen.click_place(place)
        screen.await_place(place, "yours")


def newest_booking(office):
    return office.rows("SELECT * FROM bookings ORDER BY created DESC, id DESC LIMIT 1")[0]


def sell(screen, name, places):
    """Sold for cash, without pictures of it; returns when the receipt is closed."""
    open_event(screen, name)
    hold(screen, places)
    screen.press("^Book$")
    screen.says("^Book these seats$")
    screen.press("^Book and pay$")
    screen.says("^Booked$")
    screen.press("^Done$")
    screen.gone("^Booked$")


def show_booking(screen, reference):
    key("ctrl+2")
    screen.fill("^Search by name, phone, reference or seat$", reference)
    screen.click(reference, "list item")
    screen.says(f"^{reference}$")


def write_time(screen, field, when):
    """Part by part, as the field has them."""
    screen.click(field, "spin button")
    key("Home")
    for part in ("%m", "%d", "%y", "%I", "%M"):
        write(when.strftime(part))
    write(when.strftime("%p"))
    key("Tab")


def save_file(screen, title, path):
    """In the window that asks for a name."""
    screen.says(title)
    screen.fill("^File name:$", path)
    key("Return")
    screen.gone("^File name:$")


open_file = save_file
