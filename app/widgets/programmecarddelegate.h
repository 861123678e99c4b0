// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/event.h"

#include <QStyledItemDelegate>

#include <functional>

namespace parterre::ui {

// An event in the list of those who manage them: its name, when and where, and how far it is.
class ProgrammeCardDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using EventOf = std::function<EventSummary(const QModelIndex &)>;

    ProgrammeCardDelegate(EventOf eventOf, QObject *parent);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] static QString spokenText(const EventSummary &event, const QLocale &locale);
    [[nodiscard]] static QString stateWord(EventState state);

private:
    EventOf m_eventOf;
};

} // namespace parterre::ui
