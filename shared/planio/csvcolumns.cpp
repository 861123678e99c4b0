// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/csvcolumns.h"

#include <array>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

struct ColumnNames {
    CsvColumn column;
    const char16_t *names; // ours first
};

constexpr std::array<ColumnNames, kCsvColumns> kColumns {{
    {CsvColumn::Section, u"section block zone sector bereich sektion قسم"},
    {CsvColumn::Row, u"row rowname rowlabel reihe صف"},
    {CsvColumn::Table, u"table tisch طاولة"},
    {CsvColumn::Area, u"area stehplatzbereich منطقة"},
    {CsvColumn::Seat, u"seat number seatnumber seatno place platz sitz sitzplatz platznummer sitznummer nummer nr displayname مقعد"},
    {CsvColumn::X, u"x left posx positionx positionleft"},
    {CsvColumn::Y, u"y top posy positiony positiontop"},
    {CsvColumn::Category, u"category pricecategory pricezone pricelevel kategorie preiskategorie preisgruppe seatclass refseatclassid فئة"},
    {CsvColumn::Label, u"label name seatlabel bezeichnung"},
    {CsvColumn::Attributes, u"attributes flags features merkmale"},
    {CsvColumn::CustomAttributes, u"customattributes eigenemerkmale besonderheiten صفاتخاصة"},
    {CsvColumn::CompanionOf, u"companionof begleitungvon"},
    {CsvColumn::Ids, u"ids id seatid guid seatguid externalid externalids uuid"},
    {CsvColumn::Radius, u"radius"},
    {CsvColumn::Part, u"part teil"},
    {CsvColumn::RowLabels, u"rowlabels"},
    {CsvColumn::CategoryKey, u"categorykey"},
    {CsvColumn::Color, u"color colour farbe"},
    {CsvColumn::Shape, u"shape form"},
    {CsvColumn::Width, u"width breite"},
    {CsvColumn::Height, u"height hoehe höhe"},
    {CsvColumn::Rotation, u"rotation drehung"},
    {CsvColumn::SoldWhole, u"soldwhole"},
    {CsvColumn::Capacity, u"capacity places kapazität kapazitaet plätze سعة"},
    {CsvColumn::Outline, u"outline umriss"},
}};

// "Seat No." -> "seatno"
QString lettersOf(const QString &header)
{
    QString letters;
    for (const QChar c : header.toLower()) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    return letters;
}

} // namespace

QString csvColumnName(CsvColumn column)
{
    switch (column) {
    case CsvColumn::CustomAttributes: return u"custom attributes"_s;
    case CsvColumn::CompanionOf: return u"companion of"_s;
    case CsvColumn::RowLabels: return u"row labels"_s;
    case CsvColumn::CategoryKey: return u"category key"_s;
    case CsvColumn::SoldWhole: return u"sold whole"_s;
    default: return QString::fromUtf16(kColumns.at(static_cast<std::size_t>(column)).names).section(u' ', 0, 0);
    }
}

std::optional<CsvColumn> csvColumnOf(const QString &header)
{
    const QString letters = lettersOf(header);
    if (letters.isEmpty())
        return std::nullopt;
    for (const ColumnNames &known : kColumns) {
        if (QString::fromUtf16(known.names).split(u' ').contains(letters))
            return known.column;
    }
    return std::nullopt;
}

bool isSeatListHeader(const QStringList &cells)
{
    int known = 0;
    bool sold = false;
    for (const QString &cell : cells) {
        const std::optional<CsvColumn> column = csvColumnOf(cell);
        known += column.has_value();
        sold = sold || column == CsvColumn::Seat || column == CsvColumn::Area;
    }
    return sold && known >= 2;
}

} // namespace parterre::planio
