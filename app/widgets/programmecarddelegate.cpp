// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/programmecarddelegate.h"

#include "app/widgets/cardpainting.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"

#include <QPainter>

namespace parterre::ui {
namespace {

constexpr int kLeastWidth = 240;

Tone toneOf(EventState state)
{
    switch (state) {
    case EventState::Published: return Tone::Success;
    case EventState::Paused: return Tone::Warning;
    case EventState::Cancelled: return Tone::Danger;
    case EventState::Draft: break;
    }
    return Tone::Muted;
}

Glyph glyphOf(EventState state)
{
    switch (state) {
    case EventState::Published: return Glyph::Check;
    case EventState::Paused: return Glyph::Minus;
    case EventState::Cancelled: return Glyph::Close;
    case EventState::Draft: break;
    }
    return Glyph::EyeOff;
}

QString timeOf(const EventSummary &event, const QLocale &locale)
{
    const QDateTime there = inZone(event.start, event.timeZone);
    return locale.toString(there.date(), QLocale::ShortFormat) + QStringLiteral("  ·  ") + locale.toString(there.time(), QLocale::ShortFormat);
}

} // namespace

ProgrammeCardDelegate::ProgrammeCardDelegate(EventOf eventOf, QObject *parent) : QStyledItemDelegate(parent), m_eventOf(std::move(eventOf)) {}

QSize ProgrammeCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {kLeastWidth, cardHeight(option.font)};
}

void ProgrammeCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const EventSummary event = m_eventOf(index);
    CardPainting card(*painter, option);
    card.ground(option);
    card.text(card.row(0), isolated(event.name), TextScale::Heading, card.tones().text);
    card.textWithGlyph(card.row(1), Glyph::Calendar, timeOf(event, card.locale()), card.tones().muted);
    const QString state = event.series ? stateWord(event.state) + QStringLiteral("  ·  ") + tr("Series") : stateWord(event.state);
    card.textWithGlyph(card.row(2), glyphOf(event.state), state, card.tones().color(toneOf(event.state)));
    painter->restore();
}

QString ProgrammeCardDelegate::stateWord(EventState state)
{
    switch (state) {
    case EventState::Published: return tr("Published");
    case EventState::Paused: return tr("Sale paused");
    case EventState::Cancelled: return tr("Cancelled");
    case EventState::Draft: break;
    }
    return tr("Draft");
}

QString ProgrammeCardDelegate::spokenText(const EventSummary &event, const QLocale &locale)
{
    QStringList facts {event.name, stateWord(event.state), formatDateTime(event.start, event.timeZone, locale), event.venue.name};
    if (event.series)
        facts.append(tr("part of a series"));
    return facts.join(QStringLiteral(", "));
}

} // namespace parterre::ui
