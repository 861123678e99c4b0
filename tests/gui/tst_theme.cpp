// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/languages.h"
#include "app/application/settings.h"
#include "app/application/theme.h"
#include "app/widgets/icon.h"
#include "app/widgets/textlabel.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cmath>

using namespace parterre::ui;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// WCAG 2.1 contrast ratio.
double contrast(const QColor &a, const QColor &b)
{
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

int inkOf(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage();
    int ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ink += image.pixelColor(x, y).alpha() > 64 ? 1 : 0;
    }
    return ink;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyGlyphIsDrawn_data();
    void everyGlyphIsDrawn();
    void everyIconFileHasAGlyph();
    void glyphTakesTheColourAsked();
    void directionalGlyphIsMirroredRightToLeft();
    void iconFollowsThePalette();
    void textReachesReadableContrast_data();
    void textReachesReadableContrast();
    void schemeNamesAreReadBack();
    void labelFollowsAChangeOfTheme();
    void settingsAreRemembered();
    void settingsSurviveNonsense();
    void unknownLanguageBecomesEnglish();
};

void TestTheme::everyGlyphIsDrawn_data()
{
    QTest::addColumn<Glyph>("glyph");
    for (const Glyph glyph : allGlyphs())
        QTest::newRow(qPrintable(glyphPath(glyph))) << glyph;
}

void TestTheme::everyGlyphIsDrawn()
{
    QFETCH(Glyph, glyph);
    const QPixmap pixmap = glyphPixmap(glyph, 24, Qt::black, 2, Qt::LeftToRight);
    QCOMPARE(pixmap.size(), QSize(48, 48));
    QVERIFY2(inkOf(pixmap) > 60, "the glyph is empty");
    QVERIFY2(inkOf(pixmap) < 48 * 48 / 2, "the glyph is filled");
}

void TestTheme::everyIconFileHasAGlyph()
{
    QVERIFY(!icon(Glyph::Search).pixmap(16).isNull());
    QStringList named;
    for (const Glyph glyph : allGlyphs())
        named.append(glyphPath(glyph).section(QLatin1Char('/'), -1));
    named.sort();
    QCOMPARE(QDir(QStringLiteral(":/parterre/icons")).entryList(QDir::Files, QDir::Name), named);
}

void TestTheme::glyphTakesTheColourAsked()
{
    const QImage image = glyphPixmap(Glyph::Minus, 24, QColor(Qt::red), 1, Qt::LeftToRight).toImage();
    QCOMPARE(image.pixelColor(12, 12), QColor(Qt::red));
}

void TestTheme::directionalGlyphIsMirroredRightToLeft()
{
    const QImage there = glyphPixmap(Glyph::ChevronLeft, 24, Qt::black, 1, Qt::LeftToRight).toImage();
    const QImage back = glyphPixmap(Glyph::ChevronLeft, 24, Qt::black, 1, Qt::RightToLeft).toImage();
    QVERIFY(there != back);
    QCOMPARE(there.mirrored(true, false), back);
    QCOMPARE(glyphPixmap(Glyph::Clock, 24, Qt::black, 1, Qt::LeftToRight).toImage(),
             glyphPixmap(Glyph::Clock, 24, Qt::black, 1, Qt::RightToLeft).toImage());
}

void TestTheme::iconFollowsThePalette()
{
    Theme theme(*qApp);
    const QIcon minus = icon(Glyph::Minus);
    theme.apply(Scheme::Light);
    QCOMPARE(minus.pixmap(24).toImage().pixelColor(12, 12), lightTones().text);
    theme.apply(Scheme::Dark);
    QCOMPARE(minus.pixmap(24).toImage().pixelColor(12, 12), darkTones().text);
    theme.apply(Scheme::HighContrast);
    QCOMPARE(minus.pixmap(24).toImage().pixelColor(12, 12), highContrastTones().text);
    theme.apply(Scheme::Dark);
    QVERIFY(minus.pixmap(24, QIcon::Disabled).toImage().pixelColor(12, 12) != darkTones().text);
}

void TestTheme::textReachesReadableContrast_data()
{
    QTest::addColumn<const Tones *>("tones");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<double>("least");
    const std::array schemes {std::tuple {"light", &lightTones(), 4.5}, std::tuple {"dark", &darkTones(), 4.5}, std::tuple {"high-contrast", &highContrastTones(), 7.0}};
    for (const auto &[name, tones, least] : schemes) {
        for (const Tone tone : {Tone::Text, Tone::Muted, Tone::Accent, Tone::Success, Tone::Warning, Tone::Danger, Tone::Info})
            QTest::addRow("%s-%d", name, static_cast<int>(tone)) << tones << tone << least;
    }
}

void TestTheme::textReachesReadableContrast()
{
    QFETCH(const Tones *, tones);
    QFETCH(Tone, tone);
    QFETCH(double, least);
    for (const QColor &ground : {tones->window, tones->surface, tones->control, blended(tones->color(tone), tones->surface, 0.10)})
        QVERIFY2(contrast(tones->color(tone), ground) >= least, qPrintable(ground.name()));
    QVERIFY(contrast(tones->onAccent, tones->accent) >= least);
}

void TestTheme::schemeNamesAreReadBack()
{
    for (const Scheme scheme : {Scheme::System, Scheme::Light, Scheme::Dark, Scheme::HighContrast})
        QCOMPARE(schemeFromName(QString(schemeName(scheme))), scheme);
    QVERIFY(!schemeFromName(u"purple"));
}

void TestTheme::labelFollowsAChangeOfTheme()
{
    Theme theme(*qApp);
    theme.apply(Scheme::Light);
    QWidget window;
    TextLabel label(QStringLiteral("x"), TextScale::Body, Tone::Muted, &window);
    window.show();
    QCOMPARE(label.palette().color(QPalette::WindowText), lightTones().muted);
    theme.apply(Scheme::Dark);
    QTRY_COMPARE(label.palette().color(QPalette::WindowText), darkTones().muted);
    theme.apply(Scheme::Light);
    QTRY_COMPARE(label.palette().color(QPalette::WindowText), lightTones().muted);
}

void TestTheme::settingsAreRemembered()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("parterre.ini"));
    {
        Settings settings(file);
        QCOMPARE(settings.scheme(), Scheme::System);
        QCOMPARE(settings.server(), QString(kDefaultServer));
        QCOMPARE(settings.asksBefore(Step::Hold), false);
        QCOMPARE(settings.asksBefore(Step::Release), true);
        settings.setScheme(Scheme::Dark);
        settings.setLanguage(QStringLiteral("ar"));
        settings.setServer(QStringLiteral("wss://house.example"));
        settings.setAsksBefore(Step::Release, false);
    }
    Settings again(file);
    QCOMPARE(again.scheme(), Scheme::Dark);
    QCOMPARE(again.language(), QStringLiteral("ar"));
    QCOMPARE(again.server(), QStringLiteral("wss://house.example"));
    QCOMPARE(again.asksBefore(Step::Release), false);
}

void TestTheme::settingsSurviveNonsense()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("parterre.ini"));
    QFile written(file);
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write("[appearance]\ntheme=plaid\n[questions]\nhold=perhaps\n\x01\x02[[");
    written.close();
    QCOMPARE(Settings(file).scheme(), Scheme::System);
}

void TestTheme::unknownLanguageBecomesEnglish()
{
    Languages languages(*qApp);
    languages.apply(QStringLiteral("tlh"));
    QCOMPARE(languages.current(), QStringLiteral("en"));
    QCOMPARE(QApplication::layoutDirection(), Qt::LeftToRight);
    QCOMPARE(Languages::nativeName(QStringLiteral("de")), QStringLiteral("Deutsch"));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
