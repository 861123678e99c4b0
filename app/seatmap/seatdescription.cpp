// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/seatdescription.h"

#include "app/seatmap/seatpainter.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"
#include "shared/core/utctime.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace parterre {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(parterre::SeatDescription)
};

} // namespace

QString seatStateText(const SeatMapModel &model, qint32 seat)
{
    const SeatLook look = model.look(seat);
    const std::optional<Instant> until = model.mineUntil(seat);
    if (const SeatMapModel::Holder *holder = model.holderOf(seat); holder && look == SeatLook::HeldByOther) {
        const QString time = QLocale().toString(toDateTime(holder->until).toLocalTime().time(), QLocale::ShortFormat);
        return holder->name.isEmpty() ? Text::tr("held by someone else until %1").arg(time) : Text::tr("held by %1 until %2").arg(ui::isolated(holder->name), time);
    }
    if (look == SeatLook::Sold && model.tellsArrivals())
        return awaitedName();
    const SeatMapModel::KnownBlock *block = look == SeatLook::HeldBack || look == SeatLook::Blocked ? model.blockOf(seat) : nullptr;
    if (block && block->until)
        return Text::tr("%1: %2, until %3").arg(lookName(look), ui::isolated(block->reason), QLocale().toString(toDateTime(*block->until).toLocalTime(), QLocale::ShortFormat));
    if (block)
        return Text::tr("%1: %2").arg(lookName(look), ui::isolated(block->reason));
    if (look != SeatLook::Mine || !until)
        return lookName(look);
    const QTime time = toDateTime(*until).toLocalTime().time();
    return Text::tr("yours until %1").arg(QLocale().toString(time, QLocale::ShortFormat));
}

QString markName(SeatMark mark)
{
    switch (mark) {
    case SeatMark::Wheelchair: return Text::tr("wheelchair place");
    case SeatMark::Companion: return Text::tr("companion seat");
    case SeatMark::None: break;
    }
    return {};
}

QStringList seatAttributeTexts(const SeatMapModel &model, qint32 seat)
{
    const SeatAttributes attributes = model.table().attributes(seat);
    QStringList texts;
    if (attributes.testFlag(SeatAttribute::Wheelchair))
        texts << markName(SeatMark::Wheelchair);
    if (attributes.testFlag(SeatAttribute::Companion)) {
        const std::optional<qint32> of = model.seat(seat).companionOf;
        const bool known = of && *of >= 0 && *of < model.seatCount();
        texts << (known ? Text::tr("companion of %1").arg(model.seat(*of).label) : markName(SeatMark::Companion));
    }
    if (attributes.testFlag(SeatAttribute::RestrictedView))
        texts << Text::tr("restricted view");
    if (attributes.testFlag(SeatAttribute::StepFree))
        texts << Text::tr("step-free");
    if (attributes.testFlag(SeatAttribute::Aisle))
        texts << Text::tr("on the aisle");
    for (const QString &attribute : model.seat(seat).customAttributes)
        texts << ui::isolated(attribute);
    return texts;
}

QString SeatDescription::toolTip() const
{
    QStringList escaped;
    for (const QString &line : lines)
        escaped << line.toHtmlEscaped();
    return QStringLiteral("<p style='white-space:pre'><b>%1</b><br>%2</p>").arg(title.toHtmlEscaped(), escaped.join(QStringLiteral("<br>")));
}

namespace {

// "Stalls · €45", as far as they are known.
QString offerText(const SeatMapModel &model, qint32 category)
{
    QStringList offer;
    if (category >= 0 && category < model.plan().categories.size())
        offer << model.plan().categories.at(category).name;
    if (const auto price = model.price(category))
        offer << ui::formatPriceRange(price->lowest, price->highest, QLocale());
    return offer.join(QStringLiteral(" · "));
}

// Of all seats together; nothing where one has no price.
std::optional<SeatMapModel::PriceRange> priceOfAll(const SeatMapModel &model, const QList<qint32> &seats)
{
    std::optional<SeatMapModel::PriceRange> sum;
    for (const qint32 seat : seats) {
        const auto price = model.price(model.table().category(seat));
        if (!price)
            return std::nullopt;
        if (!sum) {
            sum = price;
            continue;
        }
        sum->lowest.amount += price->lowest.amount;
        sum->highest.amount += price->highest.amount;
    }
    return sum;
}

SeatDescription describeWholeTable(const SeatMapModel &model, const Table &table, qint32 seat)
{
    const QList<qint32> seats = model.soldTogether(seat);
    SeatDescription description {.title = Text::tr("Table %1").arg(table.label), .lines = {}};
    QStringList offer {Text::tr("%n seats, sold together", nullptr, static_cast<int>(seats.size()))};
    if (const auto price = priceOfAll(model, seats))
        offer << ui::formatPriceRange(price->lowest, price->highest, QLocale());
    description.lines << offer.join(QStringLiteral(" · ")) << seatStateText(model, seat);
    return description;
}

} // namespace

SeatDescription describeSeat(const SeatMapModel &model, qint32 seat)
{
    if (const Table *table = model.tableOf(seat); table && table->soldWhole)
        return describeWholeTable(model, *table, seat);
    SeatDescription description {.title = model.seat(seat).label, .lines = {}};
    const QString offer = offerText(model, model.table().category(seat));
    if (!offer.isEmpty())
        description.lines << offer;
    description.lines << seatStateText(model, seat);
    const QStringList attributes = seatAttributeTexts(model, seat);
    if (!attributes.isEmpty())
        description.lines << attributes.join(Text::tr(", "));
    return description;
}

SeatDescription describeArea(const SeatMapModel &model, qint32 area)
{
    SeatDescription description {.title = model.area(area).name, .lines = {}};
    const QString offer = offerText(model, model.area(area).category);
    if (!offer.isEmpty())
        description.lines << offer;
    const QLocale locale;
    const SeatMapModel::Tally tally = model.areaTally(area);
    description.lines << (model.tellsArrivals() ? Text::tr("%1 of %2 in") : Text::tr("%1 of %2 free")).arg(locale.toString(tally.count), locale.toString(tally.of));
    if (const qint32 kept = model.areaCount(area, SeatLook::HeldBack); kept > 0)
        description.lines << Text::tr("%n held back", nullptr, kept);
    if (model.isAreaPending(area))
        description.lines << lookName(SeatLook::Pending);
    else if (const qint32 mine = model.areaCount(area, SeatLook::Mine); mine > 0)
        description.lines << Text::tr("%n of them yours", nullptr, mine);
    return description;
}

QString lookName(SeatLook look)
{
    switch (look) {
    case SeatLook::Free: return Text::tr("free");
    case SeatLook::Mine: return Text::tr("yours");
    case SeatLook::HeldByOther: return Text::tr("held by someone else");
    case SeatLook::Sold: return Text::tr("sold");
    case SeatLook::Blocked: return Text::tr("not for sale");
    case SeatLook::Pending: return Text::tr("asking the box office …");
    case SeatLook::Arrived: return Text::tr("in");
    case SeatLook::HeldBack: return Text::tr("held back");
    }
    Q_UNREACHABLE();
}

QString awaitedName()
{
    return Text::tr("sold, not in yet");
}

} // namespace parterre
