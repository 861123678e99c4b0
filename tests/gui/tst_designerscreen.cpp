// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/designer/model/designedplan.h"
#include "app/designer/model/templates.h"
#include "app/designer/view/designerscreen.h"
#include "app/designer/view/designview.h"
#include "app/screens/plansscreen.h"
#include "app/widgets/messagebanner.h"
#include "shared/domain/planvalidation.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// A house drawn as people do: with the mouse, the keyboard and what the screen offers.
class TestDesignerScreen : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;

    static DesignerScreen *screen(const Desk &desk) { return desk.screen<DesignerScreen>(Page::Designer); }
    static DesignView *view(const Desk &desk) { return screen(desk)->view(); }
    static DesignDocument &document(Desk &desk) { return desk.models.designDesk.document(); }
    static void clickButton(const Desk &desk, const QString &name)
    {
        auto *button = screen(desk)->findChild<QAbstractButton *>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    // Points of the plan.
    static QPoint at(const Desk &desk, double x, double y) { return view(desk)->toView({x, y}).toPoint(); }
    static void drag(const Desk &desk, QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = {})
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
    static void click(const Desk &desk, double x, double y, Qt::KeyboardModifiers modifiers = {}) { QTest::mouseClick(view(desk)->viewport(), Qt::LeftButton, modifiers, at(desk, x, y)); }

    static void openDesigner(Desk &desk)
    {
        QVERIFY(desk.openAs(Role::Manager));
        press(*desk.window, Qt::Key_4, Qt::ControlModifier);
        QTRY_COMPARE(desk.window->page(), Page::Plans);
        QTRY_COMPARE(desk.models.planDesk.list().rowCount(), 2);
        QTest::mouseClick(desk.screen<PlansScreen>(Page::Plans)->findChild<QPushButton *>(u"drawPlan"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.window->page(), Page::Designer);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }
    void init() { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite)); }
    void cleanup() { m_house.reset(); }

    void look()
    {
        Desk desk(*m_house);
        openDesigner(desk);
        keepPicture(*desk.window, u"designer-templates"_s);
        for (const TemplateKind kind : allTemplates()) {
            desk.models.designDesk.start(stockTemplate(kind));
            QTest::qWait(20);
            view(desk)->fit();
            keepPicture(*desk.window, u"template-%1"_s.arg(int(kind)));
            const auto problems = validatePlan(planOf(document(desk).design()).plan);
            for (const auto &p : problems) qDebug() << templateName(kind) << p.where << p.message;
        }
        desk.models.designDesk.start(stockTemplate(TemplateKind::Empty));
        DesignDocument &doc = document(desk);
        QCOMPARE(view(desk)->tool(), ToolKind::Select);
        view(desk)->setFocus();
        const auto key = [&](Qt::Key k, Qt::KeyboardModifiers m = {}) { QTest::keyClick(view(desk), k, m); };
        clickButton(desk, u"tool%1"_s.arg(int(ToolKind::Stage)));
        drag(desk, {300, 30}, {700, 110});
        QCOMPARE(doc.design().elements().size(), 1);
        clickButton(desk, u"tool%1"_s.arg(int(ToolKind::Block)));
        drag(desk, {250, 200}, {750, 500});
        QCOMPARE(doc.design().elements().size(), 2);
        keepPicture(*desk.window, u"designer-block"_s);
        auto *bend = screen(desk)->findChild<QDoubleSpinBox *>(u"Bend, degrees"_s);
        QVERIFY(bend);
        bend->setValue(40);
        clickButton(desk, u"tool%1"_s.arg(int(ToolKind::ArcRow)));
        drag(desk, {200, 620}, {800, 620});
        QMouseEvent move(QEvent::MouseMove, at(desk, 500, 700), view(desk)->viewport()->mapToGlobal(at(desk, 500, 700)), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(view(desk)->viewport(), &move);
        keepPicture(*desk.window, u"designer-arc"_s);
        click(desk, 500, 700);
        QCOMPARE(doc.design().elements().size(), 3);
        clickButton(desk, u"tool%1"_s.arg(int(ToolKind::RoundTable)));
        click(desk, 100, 300);
        clickButton(desk, u"tool%1"_s.arg(int(ToolKind::Area)));
        for (const QPoint &p : {QPoint(850, 200), {950, 220}, {950, 400}, {850, 380}})
            click(desk, p.x(), p.y());
        key(Qt::Key_Return);
        clickButton(desk, u"tool%1"_s.arg(int(ToolKind::Icon)));
        click(desk, 60, 700);
        clickButton(desk, u"tool%1"_s.arg(int(ToolKind::CurveRow)));
        for (const QPoint &p : {QPoint(60, 500), {100, 560}, {160, 590}})
            click(desk, p.x(), p.y());
        key(Qt::Key_Return);
        key(Qt::Key_Escape);
        QTest::keyClick(view(desk), Qt::Key_A, Qt::ControlModifier);
        keepPicture(*desk.window, u"designer-all"_s);
        for (int i = 1; i < 4; ++i) {
            screen(desk)->findChildren<QStackedWidget *>().last()->setCurrentIndex(i);
            keepPicture(*desk.window, u"designer-panel%1"_s.arg(i));
        }
    }
};

QTEST_MAIN(TestDesignerScreen)
#include "tst_designerscreen.moc"
