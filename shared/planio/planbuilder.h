// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/planio/importcategories.h"
#include "shared/planio/importreport.h"

namespace parterre::planio {

// A seat as a file tells of it.
struct FoundSeat {
    QString number = {};                   // empty: counted within its row
    QString label = {};                    // empty: section, row and number
    std::optional<PlanPoint> position = {}; // none: set out in a line with its row
    double radius = 10;
    qint32 category = 0;
    SeatAttributes attributes = {};
    QString companionOf = {};              // the label of the wheelchair place
    QStringList externalIds = {};
    QStringList customAttributes = {};     // in any form
};

// A row or a table of the plan being built.
struct SeatGroup {
    qsizetype section = 0;
    qsizetype position = 0; // among the section's rows, or tables
    bool table = false;
};

// Builds a plan from what readers of other formats find, in any order. Takes what it is given as it is: cleans texts,
// moves numbers into range, numbers and labels what has no name, sets out what has no place, and reports all of it with
// the place in the file. finish() gives a valid plan, or says why there is none.
class PlanBuilder
{
public:
    // "a list of seats with a header line": for errors.
    explicit PlanBuilder(const QString &expected) : m_expected(expected) {}

    [[nodiscard]] ImportReport &report() { return m_report; }
    [[nodiscard]] ImportCategories &categories() { return m_categories; }
    void setName(const QString &name);
    void setSize(PlanPoint size); // not above 0: as large as the seats need
    void setFocus(PlanPoint focus);

    // The section of that name; an empty one is what a file without sections has.
    [[nodiscard]] qsizetype section(const QString &name, const QString &where);
    // A section of its own, whatever others are called.
    [[nodiscard]] qsizetype newSection(const QString &name, const QString &where);
    // The row of that label; `part` tells the pieces of one that an aisle cuts.
    [[nodiscard]] SeatGroup row(qsizetype section, const QString &label, const QString &part, const QString &where);
    // A row of its own, whatever others are called.
    [[nodiscard]] SeatGroup newRow(qsizetype section, const Row &row, const QString &where);
    [[nodiscard]] SeatGroup table(qsizetype section, const QString &label, const QString &part, const QString &where);
    // A table top of no size is made to fit its seats.
    [[nodiscard]] SeatGroup newTable(qsizetype section, const Table &table, const QString &where);
    void setRowLabels(SeatGroup group, RowLabelPosition position);
    void setTable(SeatGroup group, const Table &table, const QString &where);
    void addSeat(SeatGroup group, const FoundSeat &seat, const QString &where);
    void addArea(qsizetype section, const Area &area, const QString &where); // an outline of no corner: a square set out below the seats
    void addShape(const Shape &shape, const QString &where);
    // A text of the file without control characters, at most `limit` long.
    [[nodiscard]] QString tidy(const QString &text, qsizetype limit, const QString &where);

    // The first is kept, and finish() returns it.
    void fail(const QString &fault);
    [[nodiscard]] bool failed() const { return !m_fault.isEmpty(); }
    [[nodiscard]] bool isEmpty() const { return m_places.empty() && m_areaCount == 0; } // nothing to sell yet
    [[nodiscard]] bool hasFocus() const { return m_plan.focus.has_value(); }
    [[nodiscard]] Result<ImportResult> finish();
    [[nodiscard]] Error error(const QString &what) const;

private:
    [[nodiscard]] QList<Seat> &seatsOf(SeatGroup group);
    [[nodiscard]] PlanPoint inRange(PlanPoint point, const QString &where);
    [[nodiscard]] double inRange(double value, double min, double max, const QString &where);
    [[nodiscard]] QStringList tidyCustomAttributes(const QStringList &found, const QString &where);
    [[nodiscard]] Table tidyTable(const Table &table, const QString &where);
    void setOut();
    void setOutRow(QList<Seat> &seats, double y);
    void fitTables();
    void number();
    void findCompanions();
    void measure();

    struct Companion {
        qint32 seat = 0; // as added
        QString label = {};
    };

    const QString m_expected;
    Plan m_plan;
    ImportReport m_report;
    ImportCategories m_categories {m_report};
    QString m_fault;
    std::vector<QString> m_places;    // by the seats' indexes: as added, and after number() those of the plan
    std::vector<bool> m_placed;       // has a position, likewise
    QHash<QString, qsizetype> m_sections;
    QHash<QString, SeatGroup> m_groups;
    QList<bool> m_named;              // sections that the file names
    QList<Companion> m_companions;
    qsizetype m_groupCount = 0, m_areaCount = 0;
};

} // namespace parterre::planio
