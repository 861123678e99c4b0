// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/report.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSaveFile>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace parterre::bench {

using namespace Qt::StringLiterals;

namespace {

void say(const QString &text)
{
    std::fputs(qUtf8Printable(text), stdout);
    std::fflush(stdout);
}

} // namespace

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double percentile(std::vector<double> values, double fraction)
{
    if (values.empty())
        return 0;
    const auto count = static_cast<double>(values.size());
    const auto rank = static_cast<std::size_t>(std::clamp(std::ceil(fraction * count), 1.0, count));
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

QString readable(double value)
{
    const double magnitude = std::abs(value);
    const int decimals = magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : magnitude >= 1 ? 2 : 3;
    return QLocale(QLocale::English).toString(value, 'f', decimals);
}

void Table::addRow(QStringList cells)
{
    Q_ASSERT(cells.size() == m_rows.constFirst().size());
    m_rows.append(std::move(cells));
}

QString Table::text() const
{
    QList<qsizetype> widths(m_rows.constFirst().size(), 0);
    for (const QStringList &row : m_rows) {
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths.at(column), row.at(column).size());
    }
    QString lines;
    for (const QStringList &row : m_rows) {
        QString line = row.constFirst().leftJustified(widths.constFirst());
        for (qsizetype column = 1; column < row.size(); ++column)
            line += u"  "_s + row.at(column).rightJustified(widths.at(column));
        lines += line + u'\n';
    }
    return lines;
}

void Table::print() const
{
    say(text());
}

void Report::add(const QString &key, double value, const QString &unit, const QString &text)
{
    append({.key = key, .value = value, .unit = unit, .text = text});
}

void Report::addText(const QString &key, const QString &text)
{
    append({.key = key, .text = text, .isNumber = false});
}

void Report::append(Figure figure)
{
    Q_ASSERT(std::none_of(m_figures.begin(), m_figures.end(), [&](const Figure &f) { return f.key == figure.key; }));
    m_figures.append(std::move(figure));
}

bool Report::contains(const QString &key) const
{
    return std::any_of(m_figures.begin(), m_figures.end(), [&](const Figure &figure) { return figure.key == key && figure.isNumber; });
}

double Report::value(const QString &key) const
{
    const auto found = std::find_if(m_figures.begin(), m_figures.end(), [&key](const Figure &f) { return f.key == key; });
    Q_ASSERT(found != m_figures.end());
    return found->value;
}

void Report::print() const
{
    Table table({u"figure"_s, u"value"_s, u"unit"_s});
    for (const Figure &figure : m_figures)
        table.addRow({figure.key, figure.isNumber ? readable(figure.value) : figure.text, figure.unit});
    table.print();
}

Result<void> Report::writeJson(const QString &path) const
{
    QJsonObject all;
    for (const Figure &figure : m_figures) {
        QJsonObject entry;
        if (figure.isNumber)
            entry = {{u"value"_s, figure.value}, {u"unit"_s, figure.unit}};
        if (!figure.text.isEmpty())
            entry.insert(u"text"_s, figure.text);
        all.insert(figure.key, entry);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(all).toJson()) < 0 || !file.commit())
        return {ErrorCode::Internal, u"cannot write %1: %2"_s.arg(path, file.errorString())};
    return {};
}

} // namespace parterre::bench
