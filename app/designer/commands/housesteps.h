// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"

#include <functional>

// Steps on what a house has besides its elements. Elements that a section, category or level is taken from stay.
namespace parterre::steps {

[[nodiscard]] DesignStep changeHouse(const Design &design, const QString &text, const std::function<void(DesignHouse &)> &change, const QString &mergeKey = {});

[[nodiscard]] DesignStep rename(const Design &design, const QString &name);
[[nodiscard]] DesignStep setFocus(const Design &design, std::optional<PlanPoint> focus);
// As large as everything drawn, all levels where they stand in plans, with a margin.
[[nodiscard]] DesignStep fitSize(const DesignDocument &document);

// With a key that no other has, made from the name.
[[nodiscard]] DesignStep addCategory(const Design &design, const QString &name, const QString &color);
[[nodiscard]] DesignStep changeCategory(const Design &design, const QString &key, const QString &name, const QString &color);
// Its seats are without category then.
[[nodiscard]] DesignStep removeCategory(const Design &design, const QString &key);

// The section that addSection() adds.
[[nodiscard]] SectionId nextSection(const Design &design);
[[nodiscard]] DesignStep addSection(const Design &design, const QString &name);
[[nodiscard]] DesignStep renameSection(const Design &design, SectionId section, const QString &name);
// Its elements are of no section then.
[[nodiscard]] DesignStep removeSection(const Design &design, SectionId section);

[[nodiscard]] LevelId nextLevel(const Design &design);
[[nodiscard]] DesignStep addLevel(const Design &design, const QString &name, PlanPoint offset);
[[nodiscard]] DesignStep changeLevel(const Design &design, const DesignLevel &level);
// Its elements are on the ground then; the ground stays.
[[nodiscard]] DesignStep removeLevel(const Design &design, LevelId level);

[[nodiscard]] DesignStep setBackground(const Design &design, const std::optional<Background> &background, const QString &mergeKey = {});

} // namespace parterre::steps
