#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a box office does, clicked through from outside: the real server with the demo house, the real app, a mouse and a
keyboard. Takes the server, the app and a folder, where a picture of every step is kept; --only NAME, repeated, does only
these. Each walk has a house of its own."""

import argparse
import importlib
import os
import sys
import tempfile
import time
import traceback

from album import Album
from boxoffice import BoxOffice
from desktopsession import Desktop, main

WALKS = ["sale", "afterwards", "door", "events", "prices", "blocks", "showtimes", "tickets", "vouchers",
         "online", "printer", "houses"]
LONGEST = 1500  # seconds for all of them


def walk(desktop, name, server, app, folder):
    """Whether it came to its end. One that does not leaves a picture of where it stood."""
    print(name, flush=True)
    began = time.monotonic()
    module = importlib.import_module(f"flows.{name}")
    album = Album(os.path.join(folder, name))
    with tempfile.TemporaryDirectory() as data, BoxOffice(desktop, server, app, data, getattr(module, "SETTINGS", ())) as office:
        try:
            module.walk(office, album)
        except Exception:
            album.keep("stopped here")
            traceback.print_exc()
            return False
    print(f"  done in {time.monotonic() - began:.0f} s", flush=True)
    return True


def play(*arguments):
    parser = argparse.ArgumentParser()
    parser.add_argument("server")
    parser.add_argument("app")
    parser.add_argument("folder")
    parser.add_argument("--only", action="append", choices=WALKS)
    options = parser.parse_args(arguments)
    with Desktop() as desktop:
        failed = [name for name in options.only or WALKS if not walk(desktop, name, options.server, options.app, options.folder)]
    if failed:
        sys.exit(f"not walked to the end: {', '.join(failed)}")


main(play, LONGEST)
