# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of a whole screen, numbered and named in words."""

import os
import re
import time

import gi

gi.require_version("Gdk", "3.0")
from gi.repository import Gdk  # noqa: E402

LONGEST_UNREST = 3  # seconds: text cursors blink, and a countdown never comes to rest


class Album:
    """The pictures of one walk, in a folder of its own."""

    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        for name in os.listdir(folder):
            if re.fullmatch(r"\d\d-[a-z0-9-]+\.png", name):
                os.remove(os.path.join(folder, name))  # of an earlier walk
        self.folder = folder
        self.count = 0
        display = Gdk.Display.open(os.environ["DISPLAY"])
        self.root = display.get_default_screen().get_root_window()

    def keep(self, words):
        """What is on the screen once it has stopped moving."""
        self.count += 1
        name = re.sub("[^a-z0-9]+", "-", words.lower()).strip("-")
        self.settled().savev(os.path.join(self.folder, f"{self.count:02}-{name}.png"), "png", [], [])
        print(f"  {self.count:2} {words}", flush=True)

    def take(self):
        return Gdk.pixbuf_get_from_window(self.root, 0, 0, self.root.get_width(), self.root.get_height())

    def settled(self):
        picture = self.take()
        end = time.monotonic() + LONGEST_UNREST
        while time.monotonic() < end:
            time.sleep(0.06)  # a few frames of what moves
            later = self.take()
            if later.get_pixels() == picture.get_pixels():
                return later
            picture = later
        return picture
