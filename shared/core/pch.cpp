// SPDX-License-Identifier: GPL-3.0-or-later
// Owns the precompiled headers that every library without pixels reuses; holds no code.
