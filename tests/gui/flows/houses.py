# SPDX-License-Identifier: GPL-3.0-or-later
"""Houses: one is made, changed, gets a plan from a file, a hall and a logo; another that was made by mistake is deleted."""

import json
import os

from flows.steps import name_file
from programscreen import key

HOUSE, MISTAKE = "Open-air stage", "Opne-air stage"
PLAN = "Lawn"


def walk(office, album):
    screen = office.serve().open_as("manager")
    screen.says(r"^\d+ events$")
    key("ctrl+7")
    screen.says("^House plans$")
    screen.find("Cabaret", "list item")
    album.keep("the plans of the house")
    make(office, screen, album)
    delete(office, screen, album)
    bring_a_plan(office, screen, album)
    choose_the_hall(office, screen, album)
    choose_a_logo(office, screen, album)


def make(office, screen, album):
    screen.press("^Houses…$")
    screen.says("^Where events are")
    screen.fill("^Name$", HOUSE)
    screen.fill("^Address$", "Am Stadtpark 3, Lisbon")
    screen.fill("^Time zone$", "Europe/Lisbon", "combo box")
    key("Tab")
    screen.says("^It is .* there now")
    album.keep("a new house with its own clock")
    screen.press("^Save$")
    screen.says(f"^{HOUSE} is saved")
    album.keep("the house is there")
    office.await_value("its clock", "Europe/Lisbon", "SELECT time_zone FROM venues WHERE name = ?", HOUSE)
    screen.fill("^Address$", "Rua do Parque 3, Lisbon")
    screen.press("^Save$")
    office.await_value("its address", "Rua do Parque 3, Lisbon", "SELECT address FROM venues WHERE name = ?", HOUSE)
    screen.says("Rua do Parque", "list item")
    album.keep("its address is changed")


def delete(office, screen, album):
    screen.press("^New house$")
    screen.fill("^Name$", MISTAKE)
    screen.press("^Save$")
    screen.says(f"^{MISTAKE} is saved")
    screen.press("^Delete…$")
    screen.says(f"^Delete {MISTAKE}\\?$")
    album.keep("one was made by mistake")
    screen.press("^Delete the house$")
    screen.says("^The house is deleted")
    album.keep("and is deleted")
    office.await_value("mistakes", 0, "SELECT count(*) FROM venues WHERE name = ?", MISTAKE)
    screen.press("^Close$")
    screen.gone("^Where events are")


def bring_a_plan(office, screen, album):
    """That of another house, from a file."""
    path = os.path.join(office.data, "plan.json")
    screen.click("Cabaret", "list item")
    screen.press("^Save to a file…$")
    name_file(screen, "^Save the plan$", path)
    screen.says("^The plan is saved as")
    with open(path, encoding="utf-8") as file:
        assert json.load(file), path
    screen.press("^Import a plan…$")
    name_file(screen, "^Import a plan$", path)
    screen.says("^Nothing had to be repaired$")
    screen.choose("^House$", f"^{HOUSE}$")
    screen.fill("^Name of the plan$", PLAN)
    screen.says("^A new plan of this house")
    album.keep("a plan from a file for the new house")
    screen.press("^Publish$")
    screen.says(f"^Version 1 of {PLAN} is published")
    album.keep("the plan is published")
    office.await_value("plans of the house", 1, "SELECT count(*) FROM plan_versions p JOIN venues v ON v.id = p.venue WHERE v.name = ?", HOUSE)


def choose_the_hall(office, screen, album):
    screen.press("^Hall…$")
    screen.says(f"^Which hall of {HOUSE}")
    screen.fill("^Hall$", "Lower lawn", "combo box")
    album.keep("the hall it is a plan of")
    screen.press("^Save$")
    screen.says(f"^{PLAN} is a plan of the hall Lower lawn")
    album.keep("it belongs to a hall")
    office.await_value("hall", "Lower lawn", "SELECT hall FROM plan_halls")


def choose_a_logo(office, screen, album):
    path = os.path.join(office.data, "logo.ppm")
    draw_logo(path, 900, 300)
    screen.press("^Logo…$")
    screen.says(f"^Logo of {HOUSE}$")
    album.keep("there is no logo yet")
    screen.press("^Choose a picture…$")
    name_file(screen, "^Choose a picture for the logo$", path)
    screen.says("^It stands on the tickets and receipts")
    album.keep("the logo as it stands on paper")
    office.await_value("logos", 1, "SELECT count(*) FROM venue_logos l JOIN venues v ON v.id = l.venue WHERE v.name = ?", HOUSE)
    screen.press("^Remove$")
    screen.says("^There is none yet")
    office.await_value("logos", 0, "SELECT count(*) FROM venue_logos")
    screen.press("^Close$")


def draw_logo(path, width, height):
    """An arch on white."""
    def is_arch(x, y):
        from_middle = (2 * x - width) / height, (height - y) / height
        return 0.6 < (from_middle[0] / 2) ** 2 + from_middle[1] ** 2 < 0.9
    with open(path, "wb") as picture:
        picture.write(f"P6 {width} {height} 255\n".encode())
        for y in range(height):
            picture.write(b"".join(b"\x50\x30\x90" if is_arch(x, y) else b"\xff\xff\xff" for x in range(width)))
