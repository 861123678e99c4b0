// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/mail.h"

#include <QLocale>

namespace parterre::ui {

// To whom and when, a line feed, and what became of it: as NoteDelegate paints it.
[[nodiscard]] QString mailNote(const Mail &mail, const QLocale &locale);

// What a mail with tickets says when nobody writes anything else. Leaves the house: no marks of direction in it.
[[nodiscard]] QString usualSubject(const QString &eventName);
[[nodiscard]] QString usualBody(const QString &customerName, const QString &reference);

} // namespace parterre::ui
