// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/mailaddress.h"

#include <QTest>

using namespace parterre;
using namespace Qt::StringLiterals;

// What may stand behind "To:", and what may not.
class MailAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_areTakenAsServersTakeThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("address");
        const auto row = [](const QString &text, const QString &address) { QTest::newRow(qPrintable(text)) << text << address; };
        row(u"ada@example.org"_s, u"ada@example.org"_s);
        row(u"  Ada.Lovelace+theatre@box.example.org \n"_s, u"Ada.Lovelace+theatre@box.example.org"_s);
        row(u"o'neill_1@a-b.example"_s, u"o'neill_1@a-b.example"_s);
        row(u"ada@büro.example"_s, u"ada@xn--bro-hoa.example"_s);
        row(QString(64, u'a') + u"@example.org"_s, QString(64, u'a') + u"@example.org"_s);
    }
    void addresses_areTakenAsServersTakeThem()
    {
        QFETCH(QString, text);
        QFETCH(QString, address);
        QCOMPARE(mailAddress(text), std::optional(address));
        QCOMPARE(mailAddress(address), std::optional(address));
    }

    void otherTexts_areNone_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u""_s, u" "_s, u"ada"_s, u"@example.org"_s, u"ada@"_s, u"ada@localhost"_s, u"ada@127.0.0.1"_s, u"ada@[127.0.0.1]"_s,
                                    u"ada@example..org"_s, u"ada@.example.org"_s, u"ada@example.org."_s, u"ada@-example.org"_s, u"ada@exa_mple.org"_s,
                                    u".ada@example.org"_s, u"ada.@example.org"_s, u"a..b@example.org"_s, u"a b@example.org"_s, u"\"a b\"@example.org"_s,
                                    u"ada@eve@example.org"_s, u"Ada <ada@example.org>"_s, u"ada@example.org,eve@example.org"_s, u"ada@example.org\r\nBcc: eve@example.org"_s,
                                    u"ada\r\n@example.org"_s, u"ädä@example.org"_s, u"ada@example.org\t>"_s})
            QTest::newRow(qPrintable(u"'%1'"_s.arg(text))) << text;
        QTest::newRow("long name") << QString(65, u'a') + u"@example.org"_s;
        QTest::newRow("long domain") << u"ada@"_s + QString(64, u'a') + u".org"_s;
        QTest::newRow("long") << u"ada@"_s + QString(u"abcdefghi."_s).repeated(25) + u"org"_s;
    }
    void otherTexts_areNone()
    {
        QFETCH(QString, text);
        QCOMPARE(mailAddress(text), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(MailAddressTest)
#include "tst_mailaddress.moc"
