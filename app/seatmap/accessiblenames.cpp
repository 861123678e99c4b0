// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/accessiblenames.h"

#include "app/seatmap/seatdescription.h"
#include "app/widgets/formats.h"

#include <QCoreApplication>
#include <QLocale>

namespace parterre {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(parterre::AccessibleNames)
};

// A currency's name in full: speech reads "€45.00" as anything from "euro" to "45 point zero zero".
QString spokenMoney(const Money &money)
{
    const QString amount = ui::formatAmount(money, QLocale());
    const QString code = money.currency.code();
    if (code == QLatin1StringView("EUR"))
        return Text::tr("%1 euro").arg(amount);
    if (code == QLatin1StringView("GBP"))
        return Text::tr("%1 pounds").arg(amount);
    if (code == QLatin1StringView("USD"))
        return Text::tr("%1 US dollars").arg(amount);
    if (code == QLatin1StringView("CHF"))
        return Text::tr("%1 Swiss francs").arg(amount);
    return amount + QLatin1Char(' ') + code;
}

QString spokenPrice(const SeatMapModel::PriceRange &price)
{
    if (price.lowest == price.highest)
        return spokenMoney(price.lowest);
    return Text::tr("%1 to %2", "two prices").arg(ui::formatAmount(price.lowest, QLocale()), spokenMoney(price.highest));
}

} // namespace

namespace {

QString rowOfArrivals(const SeatMapModel &model, qint32 firstSeat, qint32 seatCount)
{
    qint32 in = 0;
    qint32 expected = 0;
    for (qint32 seat = firstSeat; seat < firstSeat + seatCount; ++seat) {
        in += model.look(seat) == SeatLook::Arrived;
        expected += model.look(seat) == SeatLook::Arrived || model.look(seat) == SeatLook::Sold;
    }
    const QString some = QLocale().toString(in);
    const QString all = QLocale().toString(expected);
    if (const Table *table = model.tableOf(firstSeat))
        return Text::tr("Table %1, %2 of %3 in").arg(table->label, some, all);
    const QString label = model.rowLabel(firstSeat);
    return label.isEmpty() ? Text::tr("Row without a name, %1 of %2 in").arg(some, all) : Text::tr("Row %1, %2 of %3 in").arg(label, some, all);
}

} // namespace

QString accessibleMapHelp(const SeatMapModel &model)
{
    if (model.tellsArrivals())
        return Text::tr("%n people in. Arrow keys walk from seat to seat.", nullptr, model.count(SeatLook::Arrived));
    return Text::tr("%n seat(s) free. Arrow keys walk from seat to seat, Enter takes or gives back.", nullptr, model.count(SeatLook::Free));
}

QString accessibleSectionName(const SeatMapModel &model, qint32 section)
{
    const SeatMapModel::Tally tally = model.sectionTally(section);
    return (model.tellsArrivals() ? Text::tr("%1, %2 of %3 in", "section") : Text::tr("%1, %2 of %3 free", "section"))
        .arg(model.plan().sections.at(section).name, QLocale().toString(tally.count), QLocale().toString(tally.of));
}

QString accessibleRowName(const SeatMapModel &model, qint32 firstSeat, qint32 seatCount)
{
    if (model.tellsArrivals())
        return rowOfArrivals(model, firstSeat, seatCount);
    qint32 freeSeats = 0;
    for (qint32 seat = firstSeat; seat < firstSeat + seatCount; ++seat)
        freeSeats += model.look(seat) == SeatLook::Free;
    const QString free = QLocale().toString(freeSeats);
    const QString all = QLocale().toString(seatCount);
    if (const Table *table = model.tableOf(firstSeat)) {
        const QString name = Text::tr("Table %1, %2 of %3 free").arg(table->label, free, all);
        return table->soldWhole ? name + Text::tr(", ") + Text::tr("sold whole") : name;
    }
    const QString label = model.rowLabel(firstSeat);
    return label.isEmpty() ? Text::tr("Row without a name, %1 of %2 free").arg(free, all) : Text::tr("Row %1, %2 of %3 free").arg(label, free, all);
}

QString accessibleSeatName(const SeatMapModel &model, qint32 seat)
{
    const QString section = model.plan().sections.at(model.table().section(seat)).name;
    const QString row = model.rowLabel(seat);
    const QString number = model.seat(seat).number;
    const Table *table = model.tableOf(seat);
    QStringList texts {table           ? Text::tr("%1 table %2 seat %3").arg(section, table->label, number)
                       : row.isEmpty() ? Text::tr("%1 seat %2").arg(section, number) : Text::tr("%1 row %2 seat %3").arg(section, row, number)};
    if (const auto price = model.price(model.table().category(seat)))
        texts << spokenPrice(*price);
    if (table && table->soldWhole)
        texts << Text::tr("sold whole");
    texts << seatStateText(model, seat) << seatAttributeTexts(model, seat);
    return texts.join(Text::tr(", "));
}

QString accessibleAreaName(const SeatMapModel &model, qint32 area)
{
    const QLocale locale;
    const SeatMapModel::Tally tally = model.areaTally(area);
    QStringList texts {(model.tellsArrivals() ? Text::tr("%1, %2 of %3 in", "area") : Text::tr("%1, %2 of %3 free", "area"))
                           .arg(model.area(area).name, locale.toString(tally.count), locale.toString(tally.of))};
    if (const qint32 mine = model.areaCount(area, SeatLook::Mine); mine > 0)
        texts << Text::tr("%n yours", nullptr, mine);
    if (const auto price = model.price(model.area(area).category))
        texts << spokenPrice(*price);
    return texts.join(Text::tr(", "));
}

} // namespace parterre
