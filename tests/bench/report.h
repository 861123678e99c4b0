// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace parterre::bench {

// Of no values: 0.
[[nodiscard]] double median(std::vector<double> values);
// The smallest value that at least `fraction` (0 to 1) of all values do not exceed: percentile(times, 0.99).
[[nodiscard]] double percentile(std::vector<double> values, double fraction);

// Three significant digits, thousands with a separator: "0.153", "12.4", "63,210".
[[nodiscard]] QString readable(double value);

// Lines of text in columns, for people. The first column stands left, the others right.
class Table
{
public:
    explicit Table(QStringList columns) : m_rows({std::move(columns)}) {}

    void addRow(QStringList cells); // one for each column
    [[nodiscard]] QString text() const;
    void print() const;             // to standard output

private:
    QList<QStringList> m_rows;
};

// Every figure of a run under a key that stays the same from release to release, such as "storage.sqlite.64.ours.p99".
class Report
{
public:
    // A key may be used once. `text` says what the figure is, in words.
    void add(const QString &key, double value, const QString &unit = {}, const QString &text = {});
    void addText(const QString &key, const QString &text); // what is no number: a file system, a version
    [[nodiscard]] bool contains(const QString &key) const; // as a number
    [[nodiscard]] double value(const QString &key) const;  // of a figure that was added

    void print() const; // all of them, to standard output
    // One object: key -> {value, unit, text}.
    [[nodiscard]] Result<void> writeJson(const QString &path) const;

private:
    struct Figure {
        QString key;
        double value = 0;
        QString unit;
        QString text;
        bool isNumber = true;
    };
    void append(Figure figure);

    QList<Figure> m_figures;
};

} // namespace parterre::bench
