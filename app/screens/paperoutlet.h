// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paper/ticketpages.h"
#include "app/widgets/messagebanner.h"

#include <functional>

namespace parterre::ui {

// Puts pages where people want them: on a printer, after a look at them, or into a file.
class PaperOutlet : public QObject
{
    Q_OBJECT
public:
    // Dialogs open over the window of `owner`, which outlives it.
    explicit PaperOutlet(QWidget &owner) : m_owner(owner) {}

    void preview(const TicketPages &pages);
    void askWhere(const QString &title, const QString &filter, const QString &suffix, const QString &name, std::function<Result<void>(const QString &)> write);

Q_SIGNALS:
    void said(parterre::ui::Severity severity, const QString &words);

private:
    QWidget &m_owner;
};

} // namespace parterre::ui
