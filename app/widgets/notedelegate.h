// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QListView;

namespace parterre::ui {

// Paints an entry of a narrow list whose text is a heading, a line feed and words that wrap; with its
// icon, if it has one, beside the heading.
class NoteDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// Sets a list up so: entries as high as their words, on the ground of the page, which are read and not edited.
void showAsNotes(QListView &list);

} // namespace parterre::ui
