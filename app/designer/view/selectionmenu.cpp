// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/selectionmenu.h"

#include "app/designer/commands/seatsteps.h"
#include "app/designer/model/picking.h"
#include "app/designer/view/attributewords.h"
#include "app/designer/view/designview.h"
#include "app/widgets/plaintext.h"

#include <QLocale>

namespace parterre::ui {

SelectionMenu::SelectionMenu(DesignDocument &document, DesignView &view, const QList<QAction *> &first, QWidget *parent)
    : QMenu(tr("&Select"), parent), m_document(document), m_view(view)
{
    addActions(first);
    connect(this, &QMenu::aboutToShow, this, &SelectionMenu::fill);
}

void SelectionMenu::fill()
{
    qDeleteAll(std::exchange(m_offered, {}));
    QList<Choice> categories, attributes;
    const QList<Category> &known = m_document.design().house().categories;
    for (qint32 i = 0; i < known.size(); ++i)
        categories.append({.name = known[i].name, .has = [i](const Seat &seat) { return seat.category == i; }});
    categories.append({.name = tr("Without a category"), .has = [](const Seat &seat) { return seat.category < 0; }});
    for (const AttributeName &attribute : seatAttributeNames())
        attributes.append({.name = attribute.name, .has = [which = attribute.attribute](const Seat &seat) { return seat.attributes.testFlag(which); }});
    for (const QString &attribute : steps::customAttributesOf(m_document.design()))
        attributes.append({.name = attribute, .has = [attribute](const Seat &seat) { return seat.customAttributes.contains(attribute); }});
    forEachSeatOn(m_document, m_view.options().level, [&](const Seat &seat, SeatRef) {
        for (Choice &choice : categories)
            choice.count += choice.has(seat);
        for (Choice &choice : attributes)
            choice.count += choice.has(seat);
    });
    addChoices(std::move(categories));
    addChoices(std::move(attributes));
}

// A line, and what some seat has.
void SelectionMenu::addChoices(QList<Choice> choices)
{
    choices.removeIf([](const Choice &choice) { return choice.count == 0; });
    if (choices.isEmpty())
        return;
    m_offered.append(addSeparator());
    for (const Choice &choice : choices) {
        QAction *action = addAction(tr("%1 (%2)").arg(withoutMnemonic(choice.name), QLocale().toString(choice.count)));
        action->setData(choice.name);
        connect(action, &QAction::triggered, this, [this, has = choice.has] {
            m_view.setTool(ToolKind::Seats);
            m_document.select({}, seatsWhere(m_document, m_view.options().level, has));
            m_view.setFocus();
        });
        m_offered.append(action);
    }
}

} // namespace parterre::ui
