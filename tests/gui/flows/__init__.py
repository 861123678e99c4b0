# SPDX-License-Identifier: GPL-3.0-or-later
"""One walk a file: `walk(office, album)` clicks through it, and keeps a picture of every step."""
