// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/domain/plan.h"

#include <QJsonObject>
#include <QList>

namespace parterre::planio {

class JsonPlace;
class StrictObject;

inline constexpr qsizetype kPlanPageBytes = 200 * 1024;

// A plan in parts that fit a message each. The first carries the head of the document, all carry shapes, sections, rows,
// tables and areas in document order; a section, row or table that a page boundary cuts goes on with "continues": true. A page is
// compact JSON of at most `maxBytes`, but always holds at least one part, and the first the whole head.
[[nodiscard]] QList<QJsonObject> planPages(const Plan &plan, qsizetype maxBytes = kPlanPageBytes);

// Puts pages together in the order they were made. Reads as strictly as readPlan(); after a fault only a new assembler
// helps.
class PlanAssembler
{
public:
    [[nodiscard]] Result<void> add(const QJsonObject &page);
    // FileInvalid when there was a fault, parts are missing or the plan is not valid.
    [[nodiscard]] Result<Plan> finish();
    // Also when the document's hash is another one.
    [[nodiscard]] Result<Plan> finish(const QString &expectedHash);

private:
    void read(const QJsonObject &page);
    void readSection(const QJsonValue &json, bool mayContinue, const JsonPlace &place);
    void readRow(const QJsonValue &json, Section &section, bool mayContinue, const JsonPlace &place);
    void readTable(const QJsonValue &json, Section &section, bool mayContinue, const JsonPlace &place);
    void readTablesAndAreas(StrictObject &object, Section &section, bool continues, const JsonPlace &place);
    void readSeats(StrictObject &object, QList<Seat> &seats, const JsonPlace &place);
    [[nodiscard]] Error error() const;

    Plan m_plan;
    qsizetype m_seats = 0;
    qsizetype m_rows = 0; // and tables
    qsizetype m_areas = 0;
    int m_version = 0;
    bool m_begun = false;
    QString m_fault;
};

} // namespace parterre::planio
