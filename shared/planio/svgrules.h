// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace parterre::planio {

// What an element of a drawing is for a plan.
enum class SvgRole { Ignore, Category, Section, Row, Table, TableTop, Seat, Area, Stage, Shape };

// Says which elements have a role and where their values are. Every condition that is not empty has to hold.
struct SvgRule {
    SvgRole role = SvgRole::Ignore;
    QStringList elements = {};   // tags: "circle", "g"; none: any
    QString className = {};      // one of the element's classes
    QString attribute = {};      // an attribute the element has
    QString id = {};             // the element's id: "seat-{section}-{row}-{number}"; "{}" is any text
    // Value -> attributes to look for it in, the first that is there counts; "#text" is the text in the element,
    // "#title" its title. Values: section, row, label, number, category, capacity. What the id says comes after them.
    QHash<QString, QStringList> values = {};

    friend bool operator==(const SvgRule &, const SvgRule &) = default;
};

// The first rule that matches counts; figures and texts that none matches are shapes.
using SvgRules = QList<SvgRule>;

// Those for our own drawings, and for habits that are common elsewhere: classes and ids that say "seat", "row" and the like.
[[nodiscard]] const SvgRules &defaultSvgRules();

// {"rules": [{"as": "seat", "element": "circle", "class": "seat", "id": "...", "values": {"number": "data-number"}}]}
// FileInvalid with the place of the first fault; at most 200 rules.
[[nodiscard]] Result<SvgRules> readSvgRules(const QByteArray &json);
[[nodiscard]] QByteArray writeSvgRules(const SvgRules &rules);

// The values that an id has where the pattern has names; nothing when it does not match. Letter case is no difference.
[[nodiscard]] std::optional<QHash<QString, QString>> matchSvgId(const QString &pattern, const QString &id);

} // namespace parterre::planio
