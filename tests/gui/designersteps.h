// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/view/checkwords.h"
#include "app/designer/model/templates.h"
#include "app/designer/view/designerscreen.h"
#include "app/designer/view/designview.h"
#include "app/designer/view/propertypanel.h"
#include "app/screens/plansscreen.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"

#include <QAbstractButton>
#include <QApplication>
#include <QButtonGroup>
#include <QListWidget>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>

// What people do in the designer, with the mouse and the keyboard.
namespace parterre::testing {

using namespace Qt::StringLiterals;
using namespace parterre::ui;

inline DesignerScreen *screen(const Desk &desk) { return desk.screen<DesignerScreen>(Page::Designer); }
inline DesignView *view(const Desk &desk) { return screen(desk)->view(); }
inline DesignDocument &document(Desk &desk) { return desk.models.designDesk.document(); }
inline void clickButton(const Desk &desk, const QString &name)
{
    auto *button = screen(desk)->findChild<QAbstractButton *>(name);
    QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}
// Points of the plan.
inline QPoint at(const Desk &desk, double x, double y) { return view(desk)->toView({x, y}).toPoint(); }
inline void drag(const Desk &desk, QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = {})
{
    QWidget *canvas = view(desk)->viewport();
    QTest::mouseMove(canvas, at(desk, from.x(), from.y()));
    QTest::mousePress(canvas, Qt::LeftButton, modifiers, at(desk, from.x(), from.y()));
    for (int i = 1; i <= 5; ++i) {
        const QPointF on = from + (to - from) * i / 5.0;
        QMouseEvent move(QEvent::MouseMove, at(desk, on.x(), on.y()), canvas->mapToGlobal(at(desk, on.x(), on.y())), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(canvas, &move);
    }
    QTest::mouseRelease(canvas, Qt::LeftButton, modifiers, at(desk, to.x(), to.y()));
}
inline void click(const Desk &desk, double x, double y, Qt::KeyboardModifiers modifiers = {}) { QTest::mouseClick(view(desk)->viewport(), Qt::LeftButton, modifiers, at(desk, x, y)); }

// A seat in the middle of a row of an element; of the block that was drawn first.
inline QPointF seatPoint(const DesignDocument &document, qint32 row, ElementId id = ElementId::None)
{
    for (const Element &element : document.design().elements()) {
        if (std::holds_alternative<BlockBody>(element.body) && (id == ElementId::None || id == element.id)) {
            const QList<Seat> &seats = document.piece(element.id).rows.at(row).seats;
            return {seats.at(seats.size() / 2).position.x, seats.at(seats.size() / 2).position.y};
        }
    }
    return {};
}
inline void tool(const Desk &desk, ToolKind kind)
{
    clickButton(desk, u"tool%1"_s.arg(static_cast<int>(kind)));
    QCOMPARE(view(desk)->tool(), kind);
}
inline void key(const Desk &desk, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(view(desk), key, modifiers); }
inline void hover(const Desk &desk, double x, double y)
{
    QWidget *canvas = view(desk)->viewport();
    QMouseEvent move(QEvent::MouseMove, at(desk, x, y), canvas->mapToGlobal(at(desk, x, y)), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(canvas, &move);
}
template<class Editor>
Editor *editorOf(const Desk &desk, const QString &name)
{
    return screen(desk)->findChild<PropertyPanel *>()->findChild<Editor *>(name);
}
inline void showTab(const Desk &desk, int tab) { QTest::mouseClick(screen(desk)->findChild<QButtonGroup *>()->button(tab), Qt::LeftButton); }

inline void openPlans(Desk &desk)
{
    QVERIFY(desk.openAs(Role::Manager));
    QTest::keyClick(desk.window.get(), Qt::Key_7, Qt::ControlModifier);
    QTRY_COMPARE(desk.window->page(), Page::Plans);
    QTRY_COMPARE(desk.models.planDesk.list().rowCount(), 2);
}
inline void openDesigner(Desk &desk)
{
    openPlans(desk);
    QTest::mouseClick(desk.screen<PlansScreen>(Page::Plans)->findChild<QPushButton *>(u"drawPlan"_s), Qt::LeftButton);
    QTRY_COMPARE(desk.window->page(), Page::Designer);
}
inline void choose(Desk &desk, TemplateKind kind)
{
    auto *list = screen(desk)->findChild<QListWidget *>(u"templates"_s);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(static_cast<int>(kind))).center());
    QTRY_VERIFY(desk.models.designDesk.isOpen());
}
inline QStringList problems(Desk &desk)
{
    if (!QTest::qWaitFor([&] { return desk.models.designDesk.checks().isCurrent(); }))
        return {u"the list did not come"_s};
    QStringList titles;
    for (const CheckEntry &entry : desk.models.designDesk.checks().entries())
        titles.append(checkTitle(entry));
    return titles;
}
inline void publish(Desk &desk)
{
    QTRY_VERIFY(desk.models.designDesk.checks().isCurrent());
    QSignalSpy published(&desk.models.designDesk, &DesignDesk::published);
    clickButton(desk, u"publishDesign"_s);
    QTRY_COMPARE(published.size(), 1);
}

} // namespace parterre::testing
