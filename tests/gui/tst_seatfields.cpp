// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/designer/commands/elementsteps.h"
#include "app/designer/commands/seatsteps.h"
#include "app/designer/model/templates.h"
#include "app/designer/view/propertypanel.h"
#include "app/designer/view/seatfields.h"
#include "app/widgets/formfield.h"
#include "tests/gui/picture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr ElementId kHall {2}; // of the cinema

// The panel beside the drawing of a cinema.
struct Panel {
    DesignDocument document;
    PropertyPanel panel {document};

    Panel()
    {
        document.reset(stockTemplate(TemplateKind::Cinema));
        panel.resize(280, 640);
        panel.show();
    }
    [[nodiscard]] SeatFields *fields() const { return panel.findChild<SeatFields *>(); }
    [[nodiscard]] QLineEdit *newAttributes() const { return fields()->findChild<QLineEdit *>(u"newCustomAttributes"_s); }
    [[nodiscard]] QString error() const { return qobject_cast<FormField *>(newAttributes()->parentWidget())->error(); }
    [[nodiscard]] QCheckBox *box(const QString &name) const
    {
        for (QCheckBox *box : fields()->findChildren<QCheckBox *>()) {
            if (box->text() == name)
                return box;
        }
        return nullptr;
    }
    [[nodiscard]] std::optional<Qt::CheckState> stateOf(const QString &name) const
    {
        const QCheckBox *found = box(name);
        return found ? std::optional(found->checkState()) : std::nullopt;
    }
    void press(const QString &name) const
    {
        QCheckBox *found = box(name);
        QVERIFY(found);
        QTest::keyClick(found, Qt::Key_Space);
    }
    void type(const QString &text) const
    {
        newAttributes()->setFocus();
        newAttributes()->clear();
        QTest::keyClicks(newAttributes(), text);
        QTest::keyClick(newAttributes(), Qt::Key_Return);
    }
    [[nodiscard]] QStringList attributesOf(const SeatRef &seat) const { return steps::detailOf(document.design(), seat).customAttributes; }
    void keepPicture(const QString &name)
    {
        QTest::qWait(0); // what came and went is laid out
        parterre::testing::keepPicture(panel, name);
    }
    // How many of the selected seats have these, and nothing else.
    [[nodiscard]] qsizetype have(const QStringList &attributes) const
    {
        const QSet<SeatRef> &seats = document.selectedSeats();
        return std::count_if(seats.cbegin(), seats.cend(), [&](const SeatRef &seat) { return attributesOf(seat) == attributes; });
    }
};

QSet<SeatRef> row(qint32 row)
{
    QSet<SeatRef> seats;
    for (qint32 seat = 0; seat < 20; ++seat)
        seats.insert({kHall, {row, seat}});
    return seats;
}

} // namespace

// What is said of the selected seats.
class TestSeatFields : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void seatsThatDiffer_areShownSoAndSetTogether()
    {
        Panel panel;
        panel.document.select({}, {{kHall, {3, 4}}});
        panel.type(u"sofa; extra  legroom"_s);
        QCOMPARE(panel.attributesOf({kHall, {3, 4}}), (QStringList {u"extra legroom"_s, u"sofa"_s}));
        QVERIFY(panel.newAttributes()->text().isEmpty());
        QCOMPARE(panel.stateOf(u"sofa"_s), Qt::Checked);
        panel.press(u"extra legroom"_s);
        QCOMPARE(panel.have({u"sofa"_s}), 1);
        panel.document.select({}, row(3));
        QCOMPARE(panel.stateOf(u"sofa"_s), Qt::PartiallyChecked);
        QCOMPARE(panel.stateOf(u"extra legroom"_s), std::nullopt); // nobody has it any more
        panel.keepPicture(u"seat-fields-several"_s);

        const int before = panel.document.history().count();
        panel.press(u"sofa"_s);
        QCOMPARE(panel.have({u"sofa"_s}), 20);
        QCOMPARE(panel.stateOf(u"sofa"_s), Qt::Checked);
        panel.press(u"sofa"_s);
        QCOMPARE(panel.have({}), 20);
        QCOMPARE(panel.stateOf(u"sofa"_s), Qt::Unchecked); // and can be set again
        QCOMPARE(panel.document.history().count(), before + 1); // one after the other are one step
        panel.document.history().undo();
        QCOMPARE(panel.have({u"sofa"_s}), 1);
        QCOMPARE(panel.stateOf(u"sofa"_s), Qt::PartiallyChecked);
        panel.document.history().redo();
        panel.document.select({}, row(4));
        panel.press(u"Restricted view"_s);
        panel.type(u"sofa"_s);
        QCOMPARE(panel.have({u"sofa"_s}), 20);
        panel.document.history().undo();
        QCOMPARE(panel.have({}), 20);
    }

    void otherSeats_areNeverChanged()
    {
        Panel panel;
        panel.document.select({}, row(3));
        panel.type(u"heated"_s);
        panel.press(u"heated"_s);
        panel.press(u"heated"_s);
        const int before = panel.document.history().count();
        panel.document.select({}, row(4));
        panel.press(u"heated"_s);
        QCOMPARE(panel.document.history().count(), before + 1); // another step than that on other seats
        panel.document.history().undo();
        QCOMPARE(panel.have({}), 20);
        panel.document.select({}, row(3));
        QCOMPARE(panel.have({u"heated"_s}), 20);
    }

    void fields_followTheSelection()
    {
        Panel panel;
        const SeatRef one {kHall, {2, 3}}, other {kHall, {2, 4}}, third {kHall, {2, 5}};
        panel.document.select({}, {one});
        panel.type(u"heated"_s);
        panel.press(u"Restricted view"_s);
        panel.document.select({}, {other});
        QCOMPARE(panel.stateOf(u"Restricted view"_s), Qt::Unchecked);
        QCOMPARE(panel.stateOf(u"heated"_s), Qt::Unchecked); // the house knows the word
        auto *number = panel.fields()->findChild<QLineEdit *>(u"seatNumber"_s);
        QTest::keyClicks(number, u"7b"_s);
        QTest::keyClick(number, Qt::Key_Return);
        QVERIFY(!steps::detailOf(panel.document.design(), one).number);
        QCOMPARE(steps::detailOf(panel.document.design(), other).number, u"7b"_s);
        panel.press(u"heated"_s);
        QCOMPARE(panel.attributesOf(other), QStringList {u"heated"_s});
        panel.document.select({}, {one, other});
        QCOMPARE(panel.stateOf(u"heated"_s), Qt::Checked);
        QCOMPARE(panel.stateOf(u"Restricted view"_s), Qt::PartiallyChecked);
        QVERIFY(panel.fields()->findChild<QPushButton *>(u"joinCompanion"_s)->isVisible() && !number->isVisible());
        panel.document.select({}, {one, other, third});
        QCOMPARE(panel.stateOf(u"heated"_s), Qt::PartiallyChecked);
        QVERIFY(!panel.fields()->findChild<QPushButton *>(u"joinCompanion"_s)->isVisible());
        panel.document.select({kHall});
        QVERIFY(!panel.fields());
    }

    void number_isKeptUnlessTyped()
    {
        Panel panel;
        panel.document.push(steps::change(panel.document.design(), {kHall}, u"Name"_s, [](Element &hall) { styleOf(hall.body)->details[{2, 3}].label = u"The King's"_s; }));
        panel.document.select({}, {{kHall, {2, 3}}});
        auto *number = panel.fields()->findChild<QLineEdit *>(u"seatNumber"_s);
        number->setFocus();
        QTest::keyClick(number, Qt::Key_Return);
        QCOMPARE(steps::detailOf(panel.document.design(), {kHall, {2, 3}}).label, u"The King's"_s);
    }

    void tooMuch_isSaidAndNotDone()
    {
        Panel panel;
        const SeatRef seat {kHall, {2, 3}};
        panel.document.select({}, {seat});
        panel.type(QString(41, u'x'));
        QCOMPARE(panel.error(), u"At most 40 characters each"_s);
        QCOMPARE(panel.newAttributes()->text().size(), 41); // to be mended
        QCOMPARE(panel.document.history().count(), 0);
        panel.type(u"1,2,3,4,5,6,7,8"_s);
        QCOMPARE(panel.error(), QString());
        QCOMPARE(panel.attributesOf(seat).size(), 8);
        panel.type(u"9"_s);
        QCOMPARE(panel.error(), u"At most 8 of them for a seat"_s);
        panel.keepPicture(u"seat-fields-full"_s);
        panel.document.select({}, {{kHall, {2, 4}}});
        QCOMPARE(panel.error(), QString());
        panel.type(u"9"_s);
        panel.document.select({}, {seat, {kHall, {2, 4}}});
        QCOMPARE(panel.stateOf(u"9"_s), Qt::PartiallyChecked);
        panel.press(u"9"_s);
        QCOMPARE(panel.stateOf(u"9"_s), Qt::PartiallyChecked); // the one that is full did not get it
        QCOMPARE(panel.attributesOf(seat).size(), 8);
    }

    void manyWords_areNotAllShown()
    {
        Panel panel;
        for (qint32 seat = 0; seat < 30; ++seat)
            panel.document.push(steps::setCustomAttributes(panel.document.design(), {.seats = {{kHall, {1, seat % 10}}}}, {u"word %1"_s.arg(seat)}, true));
        panel.document.select({}, {{kHall, {1, 9}}});
        QCOMPARE(panel.stateOf(u"word 9"_s), Qt::Checked);
        QCOMPARE(panel.stateOf(u"word 29"_s), Qt::Checked);
        QCOMPARE(panel.stateOf(u"word 0"_s), Qt::Unchecked);
        QCOMPARE(panel.fields()->findChildren<QCheckBox *>().size(), 6 + 20);
    }
};

QTEST_MAIN(TestSeatFields)
#include "tst_seatfields.moc"
