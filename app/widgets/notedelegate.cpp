// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/notedelegate.h"

#include "app/widgets/cardpainting.h"
#include "app/widgets/plaintext.h"

#include <QIcon>
#include <QListView>
#include <QPainter>

#include <algorithm>

namespace parterre::ui {
namespace {

constexpr int kIcon = 16;

struct Note {
    explicit Note(const QModelIndex &index)
    {
        const QString text = index.data().toString();
        heading = text.section(u'\n', 0, 0);
        words = isolated(text.section(u'\n', 1));
    }
    QString heading;
    QString words;
};

QFont headingFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

// Where an entry has an icon, its heading leaves room for it.
int headingWidth(int inner, const QModelIndex &index)
{
    return index.data(Qt::DecorationRole).isNull() ? inner : inner - kIcon - kStep;
}

// Between words, and within one only where it is too long for a line, as paths in files are.
int wrapping(int width, const QFont &font, const QString &text)
{
    const QFontMetrics metrics(font);
    const QStringList words = text.split(u' ');
    const bool fits = std::none_of(words.begin(), words.end(), [&](const QString &word) { return metrics.horizontalAdvance(word) > width; });
    return Qt::AlignTop | Qt::AlignLeading | (fits ? Qt::TextWordWrap : Qt::TextWrapAnywhere);
}

QRect wrappedIn(int width, const QFont &font, const QString &text)
{
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10'000), wrapping(width, font, text), text);
}

} // namespace

void NoteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const Note note(index);
    CardPainting card(*painter, option);
    card.ground(option);
    const QRect inner = card.inner();
    const int width = headingWidth(inner.width(), index);
    const int headingHeight = wrappedIn(width, headingFont(option.font), note.heading).height();
    const bool fromLeft = option.direction == Qt::LeftToRight;
    const QRect heading(fromLeft ? inner.left() : inner.right() + 1 - width, inner.top(), width, inner.height());
    painter->setFont(headingFont(option.font));
    painter->setPen(card.tones().text);
    painter->drawText(heading, wrapping(width, headingFont(option.font), note.heading), note.heading);
    if (width < inner.width())
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, QRect(fromLeft ? inner.right() + 1 - kIcon : inner.left(), inner.top(), kIcon, kIcon));
    painter->setFont(option.font);
    painter->setPen(card.tones().muted);
    painter->drawText(inner.adjusted(0, headingHeight, 0, 0), wrapping(inner.width(), option.font, note.words), note.words);
    painter->restore();
}

QSize NoteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const Note note(index);
    const int inner = width - cardPadding().width();
    return {width, cardPadding().height() + wrappedIn(headingWidth(inner, index), headingFont(option.font), note.heading).height() + wrappedIn(inner, option.font, note.words).height()};
}

void showAsNotes(QListView &list)
{
    showAsCards(list);
    list.setUniformItemSizes(false);
    list.setResizeMode(QListView::Adjust);
    list.setItemDelegate(new NoteDelegate(&list));
}

} // namespace parterre::ui
