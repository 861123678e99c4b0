# SPDX-License-Identifier: GPL-3.0-or-later
"""Tickets on paper: the preview, a PDF with its receipt, the date for a calendar, and a new code for one that was lost."""

import os
import subprocess

from flows.steps import name_file, newest_booking, sell_two, show_booking
from programscreen import key


def walk(office, album):
    screen = office.serve().open_as("clerk")
    screen.says(r"^\d+ events$")
    sell_two(screen, "The Tempest")
    booking = newest_booking(office)
    show_booking(screen, booking["reference"])
    screen.press("^Print…$")
    screen.says("(?i)preview")
    album.keep("the preview of the tickets")
    key("Escape")
    screen.gone("(?i)print preview")
    save_pdf(office, screen, album, booking)
    reprint(office, screen, album, booking)


def save_pdf(office, screen, album, booking):
    path = os.path.join(office.data, "tickets.pdf")
    screen.tick("^With receipt$")
    screen.press("^Save as PDF…$")
    name_file(screen, "^Save the tickets as PDF$", path)
    screen.says("^Saved as")
    album.keep("saved as pdf with the receipt")
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
    assert booking["reference"] in text, text
    subprocess.run(["pdftoppm", "-r", "70", "-png", path, os.path.join(album.folder, "page")], check=True)
    calendar = os.path.join(office.data, "date.ics")
    screen.press("^Calendar…$")
    name_file(screen, "^Save the date for a calendar$", calendar)
    screen.says("date.ics")
    assert os.path.getsize(calendar) > 100


def reprint(office, screen, album, booking):
    number, label = office.rows("SELECT number, label FROM tickets WHERE booking = ? ORDER BY position", booking["id"])[0]
    screen.tick(f"^{label}$")
    screen.press("^New code…$")
    screen.says(f"^Give ticket {number} a new code")
    album.keep("a new code for a ticket that was lost")
    screen.press("^New code$")
    screen.says(f"^Ticket {number} has a new code")
    album.keep("the old print is void")
    office.await_value("reprints", 1, "SELECT count(*) FROM ticket_reprints")
