# SPDX-License-Identifier: GPL-3.0-or-later
"""Showtimes of others from a file: looked at first, then taken over; and again, when one of them was moved."""

import os
from datetime import date, timedelta

from flows.steps import name_file, open_programme


def table(path, hour):
    """As a distributor sends it, with a mistake in it."""
    first = date.today() + timedelta(days=40)
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,name,start,duration\n")
        file.write(f"n-1,Nosferatu,{first}T{hour}:00,94\n")
        file.write(f"n-2,Nosferatu,{first + timedelta(days=1)}T20:00,94\n")
        file.write(f"n-3,The Golem,{first + timedelta(days=2)}T20:00,85\n")
        file.write("n-4,Faust,some evening,106\n")


def walk(office, album):
    screen = office.serve().open_as("manager")
    screen.says(r"^\d+ events$")
    open_programme(screen)
    screen.press("^Showtimes from outside…$")
    screen.says("^Add a source")
    album.keep("showtimes from outside")
    screen.press("^Add…$")
    screen.fill("^Name of the source$", "Silent film tour")
    screen.choose("^New events are like$", "^Metropolis")
    album.keep("a source whose files somebody sends")
    screen.press("^Save$")
    screen.says("^Silent film tour")
    path = os.path.join(office.data, "tour.csv")
    table(path, 20)
    look(screen, path)
    album.keep("what the file has before anything is taken over")
    screen.press(r"^Take over \(3\)$")
    screen.says("^New drafts: 3|drafts")
    album.keep("taken over as drafts")
    office.await_value("drafts", 3, "SELECT count(*) FROM events WHERE name IN ('Nosferatu', 'The Golem') AND state = 'draft'")
    table(path, 18)
    look(screen, path)
    screen.says(r"^Take over \(1\)$")
    album.keep("the file again with one start moved")
    screen.press(r"^Take over \(1\)$")
    screen.says("^Changed: 1")
    album.keep("the one is moved and none is there twice")
    office.await_value("events", 3, "SELECT count(*) FROM events WHERE name IN ('Nosferatu', 'The Golem')")


def look(screen, path):
    screen.press("^Choose a file…$")
    name_file(screen, "^Choose a programme$", path)
    screen.says("^Problems: 1|Problems")
