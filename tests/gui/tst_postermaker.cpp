// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/postermaker.h"
#include "shared/domain/poster.h"
#include "tests/support/posterfile.h"

#include <QBuffer>
#include <QFile>
#include <QImageWriter>
#include <QPainter>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

namespace {

QByteArray fileOf(const QImage &image, const char *format, QImageIOHandler::Transformations turned = QImageIOHandler::TransformationNone)
{
    QByteArray file;
    QBuffer buffer(&file);
    QImageWriter writer(&buffer, format);
    writer.setTransformation(turned);
    return writer.write(image) ? file : QByteArray();
}

// Red on the left, blue on the right.
QImage halves(const QSize &size, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(size, format);
    image.fill(Qt::red);
    QPainter(&image).fillRect(QRect(size.width() / 2, 0, size.width(), size.height()), Qt::blue);
    return image;
}

// So full of detail that no other picture makes a larger file.
QImage noise(const QSize &size)
{
    QRandomGenerator random(7);
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        random.fillRange(reinterpret_cast<quint32 *>(image.scanLine(y)), size.width());
    return image;
}

// The head of a picture that is never unpacked.
QByteArray pngHead(quint32 width, quint32 height)
{
    QByteArray header(13, '\0');
    qToBigEndian(width, header.data());
    qToBigEndian(height, header.data() + 4);
    header[8] = 8;
    return QByteArrayLiteral("\x89PNG\r\n\x1a\n") + pngChunk("IHDR", header) + pngChunk("IDAT", qCompress("x", 9).mid(4)) + pngChunk("IEND", {});
}

bool isAbout(const QColor &seen, const QColor &wanted)
{
    constexpr int kMostOff = 12; // by JPEG
    return std::abs(seen.red() - wanted.red()) <= kMostOff && std::abs(seen.green() - wanted.green()) <= kMostOff && std::abs(seen.blue() - wanted.blue()) <= kMostOff;
}

}

class PosterMakerTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString kept(const QByteArray &file, const QString &name = u"picture"_s) const
    {
        const QString path = m_folder.filePath(name);
        QFile out(path);
        return out.open(QIODevice::WriteOnly | QIODevice::Truncate) && out.write(file) == file.size() ? path : QString();
    }
    // Empty when it is refused.
    QByteArray made(const QByteArray &file) const
    {
        const MadePoster poster = makePoster(kept(file));
        const auto *bytes = std::get_if<QByteArray>(&poster);
        return bytes ? *bytes : QByteArray();
    }

private Q_SLOTS:
    void pictureThatFits_staysAsItIs()
    {
        const QByteArray png = pngFile(300, 400, "as it was");
        QCOMPARE(made(png), png);
        const QByteArray jpeg = fileOf(halves({300, 400}), "jpeg");
        QCOMPARE(made(jpeg), jpeg);
        const QByteArray opaque = fileOf(halves({300, 400}, QImage::Format_ARGB32), "png");
        QCOMPARE(made(opaque), opaque);
        // Whatever its name says.
        const MadePoster misnamed = makePoster(kept(png, u"poster.jpg"_s));
        QVERIFY(std::get_if<QByteArray>(&misnamed));
        QCOMPARE(std::get<QByteArray>(misnamed), png);
    }

    void photo_isMadeSmallerInItsProportions()
    {
        const QByteArray photo = fileOf(halves({5'000, 4'000}), "jpeg");
        const Result<Poster> poster = readPoster(made(photo));
        QVERIFY(poster);
        QCOMPARE(poster->format, PosterFormat::Jpeg);
        QCOMPARE(QSize(poster->width, poster->height), QSize(1'200, 960));
        const QImage image = QImage::fromData(poster->bytes);
        QVERIFY(isAbout(image.pixelColor(100, 480), Qt::red));
        QVERIFY(isAbout(image.pixelColor(1'100, 480), Qt::blue));
    }

    void pictureOfAnotherFormat_isTakenAndNeverMadeLarger()
    {
        const Result<Poster> poster = readPoster(made(fileOf(halves({120, 90}), "bmp")));
        QVERIFY(poster);
        QCOMPARE(QSize(poster->width, poster->height), QSize(120, 90));
    }

    void picturesFullOfDetail_fit_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("less sharp") << QSize(440, 440);
        QTest::newRow("smaller, too") << QSize(1'600, 1'200);
        QTest::newRow("as narrow as may be") << QSize(1'200, 64);
    }
    void picturesFullOfDetail_fit()
    {
        QFETCH(QSize, size);
        const QByteArray file = made(fileOf(noise(size), "bmp"));
        const Result<Poster> poster = readPoster(file);
        QVERIFY(poster);
        QVERIFY(file.size() <= kMaxPosterBytes);
        QVERIFY(std::abs(double(poster->width) / poster->height - double(size.width()) / size.height()) < 0.02 * size.width() / size.height());
    }

    void pictureOnItsSide_isStoodUp()
    {
        // Small enough to stay as it is, were it upright.
        const QByteArray lying = fileOf(halves({300, 200}), "jpeg", QImageIOHandler::TransformationRotate90);
        QVERIFY(readPoster(lying));
        const QImage image = QImage::fromData(made(lying));
        QCOMPARE(image.size(), QSize(200, 300));
        QVERIFY(isAbout(image.pixelColor(100, 30), Qt::red));
        QVERIFY(isAbout(image.pixelColor(100, 270), Qt::blue));
    }

    void transparentParts_areWhite()
    {
        QImage cut(300, 400, QImage::Format_ARGB32);
        cut.fill(Qt::transparent);
        QPainter(&cut).fillRect(100, 100, 100, 100, Qt::red);
        const QImage image = QImage::fromData(made(fileOf(cut, "png")));
        QCOMPARE(image.size(), cut.size());
        QVERIFY(isAbout(image.pixelColor(20, 20), Qt::white));
        QVERIFY(isAbout(image.pixelColor(150, 150), Qt::red));
    }

    void whatIsNoPoster_isRefusedWithItsReason_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<PosterFault>("fault");
        QTest::newRow("no picture") << QByteArray("to be or not to be") << PosterFault::NoPicture;
        QTest::newRow("nothing in it") << QByteArray() << PosterFault::NoPicture;
        QTest::newRow("half of a picture") << fileOf(noise({300, 400}), "png").first(100'000) << PosterFault::NoPicture;
        QTest::newRow("a picture as to its head alone") << pngHead(300, 400) << PosterFault::NoPicture;
        QTest::newRow("more pixels than anybody unpacks") << pngHead(60'000, 60'000) << PosterFault::TooLarge;
        QTest::newRow("a side too small") << pngFile(63, 400) << PosterFault::TooSmall;
        QTest::newRow("too narrow once it is as small as posters are") << pngFile(3'000, 100) << PosterFault::TooNarrow;
    }
    void whatIsNoPoster_isRefusedWithItsReason()
    {
        QFETCH(QByteArray, file);
        QFETCH(PosterFault, fault);
        const MadePoster poster = makePoster(kept(file));
        QVERIFY(std::get_if<PosterFault>(&poster));
        QCOMPARE(std::get<PosterFault>(poster), fault);
    }

    void fileThatIsNotThereOrEndless_isRefused()
    {
        QCOMPARE(makePoster(m_folder.filePath(u"nowhere.png"_s)), MadePoster(PosterFault::NotOpened));
        QCOMPARE(makePoster(m_folder.path()), MadePoster(PosterFault::NotOpened));
        QFile large(m_folder.filePath(u"large.png"_s));
        QVERIFY(large.open(QIODevice::WriteOnly));
        QVERIFY(large.resize(65 * 1024 * 1024));
        QCOMPARE(makePoster(large.fileName()), MadePoster(PosterFault::TooLarge));
    }

    void faults_saySomethingOfTheirOwn()
    {
        QSet<QString> sentences;
        for (const PosterFault fault : {PosterFault::NotOpened, PosterFault::TooLarge, PosterFault::NoPicture, PosterFault::TooSmall, PosterFault::TooNarrow}) {
            QVERIFY(!posterFaultText(fault).isEmpty());
            sentences.insert(posterFaultText(fault));
        }
        QCOMPARE(sentences.size(), 5);
    }
};

QTEST_MAIN(PosterMakerTest)
#include "tst_postermaker.moc"
