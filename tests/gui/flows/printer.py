# SPDX-License-Identifier: GPL-3.0-or-later
"""A till with a receipt printer on the network: the printer is set up, sales are printed by themselves, the drawer opens for
cash, tickets are printed again, the paper runs out, and a lost ticket is printed with its new code."""

import os

from desktopsession import wait_for
from flows.steps import check_out, newest_booking, show_booking, take_two
from printersink import PrinterSink, save_paper


def walk(office, album):
    printer = PrinterSink()
    screen = office.serve().open_as("clerk")
    screen.says(r"^\d+ events$")
    set_up(screen, album, printer)
    sold_for_cash(office, screen, album, printer)
    sold_by_card(screen, album, printer)
    out_of_paper(office, screen, album, printer)
    lost_ticket(office, screen, album, printer)


def await_tray(printer, kicks, papers):
    """Until what was sent is whole: pictures come in pieces."""
    def tray():
        try:
            return printer.tray()
        except (AssertionError, IndexError):
            return None
    wait_for(f"{kicks} pulses for the drawer and {papers} papers", lambda: (found := tray()) and (found[0], len(found[1])) == (kicks, papers))
    return printer.papers


def set_up(screen, album, printer):
    screen.press("^Profile$")
    screen.says("^Receipt printer of this desk$")
    screen.fill("^Printer$", printer.address)
    screen.tick("^Print the tickets of each sale$")
    screen.press("^Test print$")
    screen.says("^The printer took the test")
    album.keep("the printer of the desk is tried")
    save_paper(await_tray(printer, 1, 1)[0], os.path.join(album.folder, "paper-test.png"))


def sold_for_cash(office, screen, album, printer):
    take_two(screen, "Night of the Strings")
    check_out(screen)
    screen.fill("^Received in cash$", "200")
    screen.press("^Book and pay$")
    screen.says("^Booked$")
    papers = await_tray(printer, 2, 4)
    album.keep("sold for cash and printed by itself")
    for name, rows in zip(("ticket-1", "ticket-2", "receipt"), papers[1:]):
        save_paper(rows, os.path.join(album.folder, f"paper-{name}.png"))
    assert papers[1] != papers[2], "two tickets look alike"
    screen.press("^Print$")
    again = await_tray(printer, 2, 6)
    assert again[4:] == papers[1:3], "printed again they look otherwise"
    album.keep("its tickets once more")
    screen.press("^Done$")
    screen.gone("^Booked$")


def sold_by_card(screen, album, printer):
    take_two(screen, "The Tempest")
    check_out(screen)
    screen.press("^Card$")
    screen.fill("^Reference on the terminal", "T-200")
    screen.press("^Book and pay$")
    screen.says("^Booked$")
    await_tray(printer, 2, 9)  # the drawer stays shut
    album.keep("sold by card with the drawer shut")
    screen.press("^Done$")
    screen.gone("^Booked$")


def out_of_paper(office, screen, album, printer):
    booking = newest_booking(office)
    show_booking(screen, booking["reference"])
    printer.is_out_of_paper = True
    screen.press("^Print$")
    screen.says(f"^Booking {booking['reference']} was not printed")
    album.keep("the printer has no paper")
    printer.is_out_of_paper = False
    screen.press("^Print$")
    await_tray(printer, 2, 11)
    album.keep("printed with new paper")


def lost_ticket(office, screen, album, printer):
    number, label = office.rows("SELECT number, label FROM tickets WHERE booking = ? ORDER BY position", newest_booking(office)["id"])[0]
    screen.tick(f"^{label}$")
    screen.press("^New code…$")
    screen.press("^New code$")
    screen.says(f"^Ticket {number} has a new code")
    screen.press("^Print$")
    papers = await_tray(printer, 2, 13)
    assert papers[11] != papers[9] and papers[12] == papers[10], "only one of them has another code"
    album.keep("the lost ticket with its new code")
    save_paper(papers[11], os.path.join(album.folder, "paper-new-code.png"))
