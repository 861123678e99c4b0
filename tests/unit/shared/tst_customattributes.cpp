// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/customattributes.h"

#include <QTest>

using namespace parterre;
using namespace Qt::StringLiterals;

class TestCustomAttributes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attribute_isAWord_data();
    void attribute_isAWord();
    void attributesOfASeat_areFewSortedAndDifferent();
    void list_isReadFromText_data();
    void list_isReadFromText();
    void list_comesBackFromItsText();
};

void TestCustomAttributes::attribute_isAWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("is");
    const auto row = [](const char *name, const QString &text, bool is) { QTest::newRow(name) << text << is; };
    row("a word", u"heated"_s, true);
    row("several", u"behind a pillar (left)"_s, true);
    row("Arabic", u"مساحة إضافية"_s, true);
    row("beyond the first plane", u"🛋"_s, true);
    row("the longest", QString(40, u'x'), true);
    row("longer", QString(41, u'x'), false);
    row("empty", QString(), false);
    row("space alone", u" "_s, false);
    row("space before", u" a"_s, false);
    row("space behind", u"a "_s, false);
    row("two spaces", u"a  b"_s, false);
    row("another space", u"a\u00a0b"_s, false);
    row("comma", u"a,b"_s, false);
    row("semicolon", u"a;b"_s, false);
    row("Arabic comma", u"a،b"_s, false);
    row("Arabic semicolon", u"a؛b"_s, false);
    row("line break", u"a\nb"_s, false);
    row("control character", u"a\u0007b"_s, false);
    row("half a character", QString(QChar(0xd800)), false);
}

void TestCustomAttributes::attribute_isAWord()
{
    QFETCH(const QString, text);
    QTEST(isCustomAttribute(text), "is");
}

void TestCustomAttributes::attributesOfASeat_areFewSortedAndDifferent()
{
    QVERIFY(areCustomAttributes({}));
    QVERIFY(areCustomAttributes({u"Sofa"_s, u"heated"_s}));
    QVERIFY(!areCustomAttributes({u"heated"_s, u"Sofa"_s}));
    QVERIFY(!areCustomAttributes({u"heated"_s, u"heated"_s}));
    QVERIFY(!areCustomAttributes({u"heated,sofa"_s}));
    const QStringList eight {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s, u"8"_s};
    QVERIFY(areCustomAttributes(eight));
    QVERIFY(!areCustomAttributes(eight + QStringList {u"9"_s}));
}

void TestCustomAttributes::list_isReadFromText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("attributes");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("commas alone") << u" , ;\n"_s << QStringList();
    QTest::newRow("one") << u"  extra\t legroom "_s << QStringList {u"extra legroom"_s};
    QTest::newRow("several") << u"sofa; heated,\nsofa،  ب"_s << QStringList {u"heated"_s, u"sofa"_s, u"ب"_s};
}

void TestCustomAttributes::list_isReadFromText()
{
    QFETCH(const QString, text);
    QTEST(listedCustomAttributes(text), "attributes");
}

void TestCustomAttributes::list_comesBackFromItsText()
{
    const QStringList attributes {u"extra legroom"_s, u"heated"_s, u"\"quoted\""_s};
    QCOMPARE(customAttributesText(attributes), u"extra legroom, heated, \"quoted\""_s);
    QCOMPARE(listedCustomAttributes(customAttributesText(attributes)), (QStringList {u"\"quoted\""_s, u"extra legroom"_s, u"heated"_s}));
}

QTEST_APPLESS_MAIN(TestCustomAttributes)
#include "tst_customattributes.moc"
