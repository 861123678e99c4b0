// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/widgets/cardpainting.h"
#include "app/widgets/formfield.h"
#include "app/widgets/textlabel.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

using namespace parterre;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// What forms and lists of cards do by themselves, wherever they are.
class TestFormParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void field_hasRoomForAllItsWords();
    void wholeLabel_takesNoRoomFromAField();
    void parts_takeTurnsInTheSameRoom();
    void cards_showWhichOneIsCurrent();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestFormParts::wholeLabel_takesNoRoomFromAField()
{
    QDialog window;
    auto *column = new QVBoxLayout(&window);
    auto *label = (new TextLabel)->whole();
    auto *field = new FormField(u"Reference"_s, new QLineEdit);
    column->addWidget(label);
    column->addWidget(field);
    window.setFixedWidth(220);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    label->setText(u"Standing 46, Standing 47, Standing 48, Table 1 Seat 1, Table 1 Seat 2, Table 1 Seat 3"_s);
    field->setError(u"Enter the reference that the terminal printed, as it stands on its receipt."_s);
    QTRY_COMPARE(label->height(), label->heightForWidth(label->width()));
    QVERIFY(label->height() >= 2 * label->fontMetrics().height());
    QTRY_COMPARE(field->height(), field->heightForWidth(field->width()));
    label->setText({});
    QCOMPARE(label->minimumHeight(), 0);
}

void TestFormParts::field_hasRoomForAllItsWords()
{
    QDialog window;
    auto *column = new QVBoxLayout(&window);
    auto *field = new FormField(u"Reference"_s, new QLineEdit);
    column->addWidget(field);
    window.setFixedWidth(220);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const int before = window.height();
    const QString error = u"Enter the reference that the terminal printed, as it stands on its receipt."_s;
    field->setError(error);
    const QList<QLabel *> labels = field->findChildren<QLabel *>();
    const auto note = std::find_if(labels.begin(), labels.end(), [&error](const QLabel *label) { return label->text() == error; });
    QVERIFY(note != labels.end());
    QTRY_VERIFY(window.height() > before);
    QTRY_VERIFY((*note)->height() >= (*note)->heightForWidth((*note)->width()));
    QTRY_VERIFY((*note)->geometry().top() > field->control()->geometry().bottom());
}

void TestFormParts::parts_takeTurnsInTheSameRoom()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *cash = new QWidget;
    auto *card = new QWidget;
    for (QWidget *part : {cash, card}) {
        part->setFixedHeight(200);
        column->addWidget(part);
    }
    card->hide();
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const int before = window.height();
    showOnly({{card, true}, {cash, false}});
    QVERIFY(card->isVisible() && cash->isHidden());
    QCoreApplication::sendPostedEvents();
    QCOMPARE(window.height(), before);
}

// A view that the focus comes to has a current entry, which is not selected by that.
void TestFormParts::cards_showWhichOneIsCurrent()
{
    QStandardItemModel model;
    model.appendRow(new QStandardItem(u"first"_s));
    model.appendRow(new QStandardItem(u"second"_s));
    QListView list;
    list.setModel(&model);
    showAsCards(list);
    list.selectionModel()->setCurrentIndex(model.index(1, 0), QItemSelectionModel::NoUpdate);
    QCOMPARE(list.selectionModel()->selectedIndexes(), QModelIndexList {model.index(1, 0)});
}

QTEST_MAIN(TestFormParts)
#include "tst_formparts.moc"
