// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/contact.h"

#include <QTest>

using namespace parterre;
using namespace Qt::StringLiterals;

class TestContact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void email_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("usual") << u"ada@example.org"_s << true;
        QTest::newRow("with a mark") << u"ada+hall.b@mail.example.org"_s << true;
        QTest::newRow("another script") << u"بريد@مثال.إختبار"_s << true;
        QTest::newRow("house of its own") << u"ada@localhost"_s << true;
        QTest::newRow("longest") << QString(248, u'a') + u"@b.org"_s << true;
        QTest::newRow("longer") << QString(249, u'a') + u"@b.org"_s << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("nobody") << u"@example.org"_s << false;
        QTest::newRow("nowhere") << u"ada@"_s << false;
        QTest::newRow("no @") << u"ada.example.org"_s << false;
        QTest::newRow("two") << u"ada@b@example.org"_s << false;
        QTest::newRow("blank") << u"ada lovelace@example.org"_s << false;
        QTest::newRow("line") << u"ada@example.org\nBcc: all@example.org"_s << false;
        QTest::newRow("list") << u"ada@example.org,bob@example.org"_s << false;
        QTest::newRow("with a name") << u"Ada<ada@example.org>"_s << false;
        QTest::newRow("dots") << u"ada@example..org"_s << false;
        QTest::newRow("dot at the end") << u"ada@example.org."_s << false;
        QTest::newRow("dot at the beginning") << u".ada@example.org"_s << false;
    }
    void email()
    {
        QFETCH(QString, text);
        QTEST(isEmail(text), "isOne");
    }

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
};

QTEST_APPLESS_MAIN(TestContact)
#include "tst_contact.moc"
