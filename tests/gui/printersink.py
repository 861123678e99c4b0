# SPDX-License-Identifier: GPL-3.0-or-later
"""A receipt printer on the network, after its makers' reference of ESC/POS: keeps what it is sent, says how its paper is when
it is asked, and shows what lies in its tray. It answers on threads of its own, which end with the program."""

import socketserver
import threading

import gi

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf, GLib  # noqa: E402

ASKED = b"\x10\x04"  # DLE EOT, and about what
ABOUT_PAPER = b"\x04"
FINE, NO_PAPER = b"\x12", b"\x72"


class Link(socketserver.BaseRequestHandler):
    def handle(self):
        while sent := self.request.recv(65536):
            self.server.printed += sent
            if sent.startswith(ASKED):
                self.request.sendall(NO_PAPER if self.server.is_out_of_paper and sent[2:3] == ABOUT_PAPER else FINE)


class PrinterSink(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Link)
        self.printed = b""
        self.is_out_of_paper = False
        self.address = f"127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def tray(self):
        """How often the drawer was opened, and the papers that are cut apart, each a list of rows of dots."""
        kicks, papers, paper = 0, [], []
        at, sent = 0, self.printed
        while at < len(sent):
            two = sent[at:at + 2]
            if two == ASKED:
                at += 3
            elif two == b"\x1b@":  # initialise
                at += 2
            elif two == b"\x1bp":  # a pulse: pin, time on, time off
                kicks += 1
                at += 5
            elif two == b"\x1dV":  # feed and cut
                papers.append(paper)
                paper = []
                at += 4
            elif two == b"\x1dv":  # a picture in dots
                across, down = (int.from_bytes(sent[at + i:at + i + 2], "little") for i in (4, 6))
                at += 8
                paper += [sent[at + across * y:at + across * (y + 1)] for y in range(down)]
                at += across * down
            else:
                raise AssertionError(f"no command of a printer: {sent[at:at + 8]!r}")
        return kicks, papers

    @property
    def kicks(self):
        return self.tray()[0]

    @property
    def papers(self):
        return self.tray()[1]


def save_paper(rows, path):
    """As a picture."""
    white, black = b"\xff\xff\xff", b"\x00\x00\x00"
    dots = b"".join(black if byte & 0x80 >> bit else white for row in rows for byte in row for bit in range(8))
    width = 8 * len(rows[0])
    GdkPixbuf.Pixbuf.new_from_bytes(GLib.Bytes.new(dots), GdkPixbuf.Colorspace.RGB, False, 8, width, len(rows), 3 * width).savev(path, "png", [], [])
