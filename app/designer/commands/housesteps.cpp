// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/commands/housesteps.h"

#include "app/designer/commands/stepwords.h"

#include <algorithm>
#include <cmath>

namespace parterre::steps {

namespace {

constexpr double kMargin = 40;

// "Front stalls" is "front-stalls"; a name without letters of the alphabet is "category".
QString keyFor(const Design &design, const QString &name)
{
    QString key;
    for (const QChar c : name.toLower().normalized(QString::NormalizationForm_KD)) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            key += c;
        else if (!c.isMark() && !key.isEmpty() && !key.endsWith(u'-'))
            key += u'-';
    }
    while (key.endsWith(u'-'))
        key.chop(1);
    key.truncate(40);
    if (key.isEmpty())
        key = QStringLiteral("category");
    const auto taken = [&](const QString &wanted) {
        return std::any_of(design.house().categories.cbegin(), design.house().categories.cend(), [&](const Category &category) { return category.key == wanted; });
    };
    QString free = key;
    for (int i = 2; taken(free); ++i)
        free = key + u'-' + QString::number(i);
    return free;
}

template<class Ids>
auto nextOf(const Ids &things)
{
    using Id = decltype(things.constFirst().id);
    qint32 last = 0;
    for (const auto &thing : things)
        last = std::max(last, static_cast<qint32>(thing.id));
    return static_cast<Id>(last + 1);
}

} // namespace

DesignStep changeHouse(const Design &design, const QString &text, const std::function<void(DesignHouse &)> &change, const QString &mergeKey)
{
    DesignHouse after = design.house();
    change(after);
    DesignStep step {.text = text, .mergeKey = mergeKey};
    if (after != design.house())
        step.edit.house = {design.house(), std::move(after)};
    return step;
}

DesignStep rename(const Design &design, const QString &name)
{
    return changeHouse(design, Words::tr("Rename the plan"), [&](DesignHouse &house) { house.name = name; }, QStringLiteral("name"));
}

DesignStep setFocus(const Design &design, std::optional<PlanPoint> focus)
{
    return changeHouse(design, focus ? Words::tr("Move the focal point") : Words::tr("Remove the focal point"), [&](DesignHouse &house) { house.focus = focus; });
}

DesignStep fitSize(const DesignDocument &document)
{
    const DesignHouse &now = document.design().house();
    QRectF all;
    for (const Element &element : document.design().elements()) {
        const auto level = std::find_if(now.levels.cbegin(), now.levels.cend(), [&](const DesignLevel &known) { return known.id == element.level; });
        const PlanPoint offset = level != now.levels.cend() ? level->offset : PlanPoint {};
        all |= document.piece(element.id).bounds.translated(offset.x, offset.y);
    }
    return changeHouse(document.design(), Words::tr("Fit the size"), [&](DesignHouse &house) {
        if (!all.isEmpty())
            house.size = {std::max(std::ceil(all.right() + kMargin), 1.0), std::max(std::ceil(all.bottom() + kMargin), 1.0)};
    });
}

DesignStep addCategory(const Design &design, const QString &name, const QString &color)
{
    return changeHouse(design, Words::tr("Add a category"), [&](DesignHouse &house) { house.categories.append({.key = keyFor(design, name), .name = name, .color = color}); });
}

DesignStep changeCategory(const Design &design, const QString &key, const QString &name, const QString &color)
{
    return changeHouse(design, Words::tr("Change a category"), [&](DesignHouse &house) {
        for (Category &category : house.categories) {
            if (category.key == key)
                category = {.key = key, .name = name, .color = color};
        }
    }, QStringLiteral("category/") + key);
}

DesignStep removeCategory(const Design &design, const QString &key)
{
    return changeHouse(design, Words::tr("Remove a category"), [&](DesignHouse &house) { house.categories.removeIf([&](const Category &category) { return category.key == key; }); });
}

SectionId nextSection(const Design &design)
{
    return nextOf(design.house().sections);
}

DesignStep addSection(const Design &design, const QString &name)
{
    return changeHouse(design, Words::tr("Add a section"), [&](DesignHouse &house) { house.sections.append({.id = nextSection(design), .name = name}); });
}

DesignStep renameSection(const Design &design, SectionId section, const QString &name)
{
    return changeHouse(design, Words::tr("Rename a section"), [&](DesignHouse &house) {
        for (DesignSection &known : house.sections) {
            if (known.id == section)
                known.name = name;
        }
    }, QStringLiteral("section/") + QString::number(static_cast<qint32>(section)));
}

DesignStep removeSection(const Design &design, SectionId section)
{
    DesignStep step = changeHouse(design, Words::tr("Remove a section"), [&](DesignHouse &house) { house.sections.removeIf([&](const DesignSection &known) { return known.id == section; }); });
    for (const Element &element : design.elements()) {
        if (element.section != section)
            continue;
        Element after = element;
        after.section = SectionId::None;
        step.edit.elements.append({.before = element, .after = std::move(after)});
    }
    return step;
}

LevelId nextLevel(const Design &design)
{
    return nextOf(design.house().levels);
}

DesignStep addLevel(const Design &design, const QString &name, PlanPoint offset)
{
    return changeHouse(design, Words::tr("Add a level"), [&](DesignHouse &house) { house.levels.append({.id = nextLevel(design), .name = name, .offset = offset}); });
}

DesignStep changeLevel(const Design &design, const DesignLevel &level)
{
    return changeHouse(design, Words::tr("Change a level"), [&](DesignHouse &house) {
        for (DesignLevel &known : house.levels) {
            if (known.id == level.id)
                known = level;
        }
    }, QStringLiteral("level/") + QString::number(static_cast<qint32>(level.id)));
}

DesignStep removeLevel(const Design &design, LevelId level)
{
    const LevelId ground = design.house().levels.constFirst().id;
    DesignStep step {.text = Words::tr("Remove a level")};
    if (level == ground)
        return step;
    step.edit = changeHouse(design, step.text, [&](DesignHouse &house) { house.levels.removeIf([&](const DesignLevel &known) { return known.id == level; }); }).edit;
    for (const Element &element : design.elements()) {
        if (element.level != level)
            continue;
        Element after = element;
        after.level = ground;
        step.edit.elements.append({.before = element, .after = std::move(after)});
    }
    return step;
}

DesignStep setBackground(const Design &design, const std::optional<Background> &background, const QString &mergeKey)
{
    const QString text = !background ? Words::tr("Remove the picture") : !design.house().background ? Words::tr("Add a picture to trace") : Words::tr("Change the picture");
    return changeHouse(design, text, [&](DesignHouse &house) { house.background = background; }, mergeKey);
}

} // namespace parterre::steps
