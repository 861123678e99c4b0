// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/contact.h"

#include <QTest>

using namespace parterre;
using namespace Qt::StringLiterals;

class TestContact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("here") << u"030 1234567"_s << true;
        QTest::newRow("abroad") << u"+49 (0)30 123-45.67"_s << true;
        QTest::newRow("emergency") << u"112"_s << true;
        QTest::newRow("longest") << u"+123456789012345"_s << true;
        QTest::newRow("longer") << u"+1234567890123456"_s << false;
        QTest::newRow("short") << u"12"_s << false;
        QTest::newRow("words") << u"ring Ada"_s << false;
        QTest::newRow("+ within") << u"030+1234567"_s << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("of a card") << u"4222222222222"_s << false; // 13 digits that pass the check of cards
        QTest::newRow("as long, abroad") << u"+4222222222222"_s << true;
        QTest::newRow("much air") << u"030"_s + QString(30, u' ') << false;
    }
    void phone()
    {
        QFETCH(QString, text);
        QTEST(isPhone(text), "isOne");
    }

    void allOfIt_isJudged()
    {
        QVERIFY(canBeKept({.name = u"Ada"_s}));
        QVERIFY(canBeKept({.name = u"Ada"_s, .email = u"ada@example.org"_s, .phone = u"112"_s}));
        QVERIFY(!canBeKept({.name = u"Ada 4111 1111 1111 1111"_s}));
        QVERIFY(!canBeKept({.name = u"Ada"_s, .email = u"ada"_s}));
        QVERIFY(!canBeKept({.name = u"Ada"_s, .phone = u"at home"_s}));
    }
};

QTEST_APPLESS_MAIN(TestContact)
#include "tst_contact.moc"
