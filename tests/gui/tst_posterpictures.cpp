// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/posterart.h"
#include "app/widgets/posterpictures.h"
#include "tests/support/posterfile.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

namespace {

EventSummary show(const QString &name, const std::optional<QString> &poster = {})
{
    return {.id = EventId(QUuid::createUuid()), .name = name, .category = EventCategory::Play, .poster = poster};
}

}

class PosterPicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_asked = 0;
        m_answer = ErrorCode::NotFound;
        m_pictures = std::make_unique<PosterPictures>([this](const EventId &, const QString &, QObject *, const PosterPictures::Handler &handler) {
            ++m_asked;
            handler(m_answer);
        });
    }

    void art_isTheSameEveryTimeAndTellsEventsApart()
    {
        QList<QImage> seen;
        for (const EventCategory category : {EventCategory::Movie, EventCategory::Concert, EventCategory::Play, EventCategory::Sport, EventCategory::Other}) {
            for (const QString &name : {u"Hamlet"_s, u"The Cherry Orchard"_s}) {
                for (const QSize &size : {QSize(40, 56), QSize(168, 240)}) {
                    const QImage first = art(category, name, size);
                    QCOMPARE(first, art(category, name, size));
                    QVERIFY(!seen.contains(first));
                    seen.append(first);
                }
            }
        }
    }
    void initials_areThoseOfTheFirstWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("initials");
        QTest::newRow("two words") << u"the tempest"_s << u"TT"_s;
        QTest::newRow("one word") << u"Metropolis"_s << u"M"_s;
        QTest::newRow("many words") << u"Night of the Strings"_s << u"NO"_s;
        QTest::newRow("signs are no words") << u"– \"Élan\" & 3 more"_s << u"3M"_s;
        QTest::newRow("accents stay") << u"élan vital"_s << u"ÉV"_s;
        QTest::newRow("a composed letter") << u"e\u0301tude"_s << u"E\u0301"_s;
        QTest::newRow("Arabic letters do not join") << u"ألف ليلة"_s << u"أ ل"_s;
        QTest::newRow("outside the first plane") << u"𝔘ber alles"_s << u"𝔘A"_s;
        QTest::newRow("nothing") << u"  "_s << QString();
    }
    void initials_areThoseOfTheFirstWords()
    {
        QFETCH(QString, name);
        QFETCH(QString, initials);
        QCOMPARE(initialsOf(name), initials);
    }
    void eventWithoutPoster_asksForNothing()
    {
        const QPixmap picture = m_pictures->picture(show(u"Hamlet"_s), {70, 100}, 2);
        QCOMPARE(picture.size(), QSize(140, 200));
        QCOMPARE(picture.devicePixelRatio(), 2.0);
        QCOMPARE(m_asked, 0);
    }
    void poster_standsInUntilItIsThere()
    {
        m_answer = pngFile(300, 200, {}, '\x42');
        QSignalSpy arrived(m_pictures.get(), &PosterPictures::arrived);
        const EventSummary event = show(u"Hamlet"_s, QString(64, u'a'));
        const QImage before = m_pictures->picture(event, {70, 100}, 1).toImage();
        QCOMPARE(before, m_pictures->picture(show(u"Hamlet"_s), {70, 100}, 1).toImage());
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(arrived.first().first().toString(), event.poster);
        const QImage picture = m_pictures->picture(event, {70, 100}, 1).toImage();
        QCOMPARE(picture.size(), QSize(70, 100));
        QCOMPARE(picture.pixelColor(35, 50), QColor(0x42, 0x42, 0x42));
        QCOMPARE(m_asked, 1);
        QCOMPARE(m_pictures->picture(event, {70, 100}, 2).size(), QSize(140, 200)); // sharper for another screen
        QTRY_COMPARE(arrived.size(), 2);
    }
    // A window may be closed while its pictures are being decoded.
    void pictures_mayGoWhileAPosterIsDecoded()
    {
        for (int round = 0; round < 20; ++round) {
            init();
            m_answer = pngFile(1200, 1600);
            (void)m_pictures->picture(show(u"Hamlet"_s, QString(64, u'a')), {72, 96}, 1);
            m_pictures.reset();
        }
        QVERIFY(QThreadPool::globalInstance()->waitForDone(30'000));
        QCoreApplication::processEvents();
    }

    void failedPoster_isNotAskedForAtEveryPaint()
    {
        const EventSummary event = show(u"Hamlet"_s, QString(64, u'a'));
        for (int i = 0; i < 5; ++i)
            QVERIFY(!m_pictures->picture(event, {70, 100}, 1).isNull());
        QCOMPARE(m_asked, 1);
    }
    void files_areDecodedWithinBounds()
    {
        QCOMPARE(decodePoster(pngFile(400, 100), {50, 70}).size(), QSize(50, 70));
        QVERIFY(decodePoster("not a picture", {50, 70}).isNull());
        QByteArray lying = pngFile(100, 100);
        const QByteArray other = pngFile(100, 200);
        lying.replace(8, 25, other.mid(8, 25)); // a header that promises more than there is
        const QImage decoded = decodePoster(lying, {50, 70});
        QVERIFY(decoded.isNull() || decoded.size() == QSize(50, 70));
        QVERIFY(decodePoster(pngFile(64, 64).replace("IDAT", "JUNK"), {50, 70}).isNull());
    }

private:
    static QImage art(EventCategory category, const QString &name, const QSize &size)
    {
        QImage image(size, QImage::Format_RGB32);
        QPainter painter(&image);
        paintPosterArt(painter, QRectF({}, QSizeF(size)), category, name, QGuiApplication::font());
        return image;
    }

    int m_asked = 0;
    Result<QByteArray> m_answer = ErrorCode::NotFound;
    std::unique_ptr<PosterPictures> m_pictures;
};

QTEST_MAIN(PosterPicturesTest)
#include "tst_posterpictures.moc"
