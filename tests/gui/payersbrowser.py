# SPDX-License-Identifier: GPL-3.0-or-later
"""The browser that the app opens the payment page in, as far as the house's server sees it: it reads the page, and posts
what Stripe's part of the page has put together."""

import json
import os
import urllib.request
from urllib.error import HTTPError

from desktopsession import wait_for

OPENER = """#!/bin/sh
echo "$1" >>"$0.pages"
"""


class PayersBrowser:
    """Stands in the way of the desktop's own: `environment` is what the app is started with."""

    def __init__(self, folder):
        self.opener = os.path.join(folder, "bin", "xdg-open")
        os.makedirs(os.path.dirname(self.opener))
        with open(self.opener, "w", encoding="utf-8") as script:
            script.write(OPENER)
        os.chmod(self.opener, 0o700)
        self.seen = 0

    @property
    def environment(self):
        return {"PATH": f"{os.path.dirname(self.opener)}:{os.environ['PATH']}"}

    def pages(self):
        if not os.path.exists(f"{self.opener}.pages"):
            return []
        with open(f"{self.opener}.pages", encoding="utf-8") as pages:
            return pages.read().split()

    def next_page(self):
        """The address of the page that was opened next, once it is."""
        pages = wait_for("the payment page in the browser", lambda: self.pages()[self.seen:])
        self.seen += 1
        return pages[0]

    @staticmethod
    def read(page):
        with urllib.request.urlopen(page, timeout=20) as answer:
            return answer.read().decode()

    @staticmethod
    def pay(page, token):
        """Presses “Pay”; the token stands for what was typed. What the house answers."""
        try:
            with urllib.request.urlopen(urllib.request.Request(page, data=token.encode()), timeout=20) as answer:
                return json.load(answer)
        except HTTPError as refused:
            return json.load(refused)
