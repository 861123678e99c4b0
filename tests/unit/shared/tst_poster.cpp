// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/poster.h"
#include "tests/support/posterfile.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray jpegSegment(char marker, const QByteArray &data)
{
    QByteArray length(2, Qt::Uninitialized);
    qToBigEndian<quint16>(static_cast<quint16>(data.size() + 2), length.data());
    return QByteArray("\xFF") + marker + length + data;
}

// As far as its structure goes.
QByteArray jpegFile(quint16 width, quint16 height, char frame = '\xC0')
{
    QByteArray header(6, '\x08');
    qToBigEndian(height, header.data() + 1);
    qToBigEndian(width, header.data() + 3);
    return "\xFF\xD8" + jpegSegment('\xE0', "JFIF") + "\xFF" + jpegSegment('\xDB', QByteArray(65, 'q')) + jpegSegment(frame, header) + jpegSegment('\xDA', "scan") + "data\xFF\xD9";
}

}

class PosterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void png_isReadWithItsSides()
    {
        const QByteArray file = pngFile(300, 450);
        const Result<Poster> poster = readPoster(file);
        QVERIFY(poster);
        QCOMPARE(poster->format, PosterFormat::Png);
        QCOMPARE(QSize(poster->width, poster->height), QSize(300, 450));
        QCOMPARE(poster->bytes, file);
        QCOMPARE(poster->hash.size(), 64);
        QVERIFY(readPoster(pngFile(300, 450, "another"))->hash != poster->hash);
    }
    void jpeg_isReadWithItsSides_data()
    {
        QTest::addColumn<char>("frame");
        QTest::newRow("baseline") << '\xC0';
        QTest::newRow("progressive") << '\xC2';
    }
    void jpeg_isReadWithItsSides()
    {
        QFETCH(char, frame);
        const Result<Poster> poster = readPoster(jpegFile(480, 680, frame));
        QVERIFY(poster);
        QCOMPARE(poster->format, PosterFormat::Jpeg);
        QCOMPARE(QSize(poster->width, poster->height), QSize(480, 680));
    }
    void limits_areKept()
    {
        QVERIFY(readPoster(pngFile(kMinPosterSide, kMinPosterSide)));
        QVERIFY(readPoster(pngFile(kMaxPosterSide, kMinPosterSide)));
        const qsizetype room = kMaxPosterBytes - pngFile(64, 64, "x").size() + 1;
        QCOMPARE(readPoster(pngFile(64, 64, QByteArray(room, 'x')))->bytes.size(), kMaxPosterBytes);
        for (const QByteArray &file : {pngFile(kMinPosterSide - 1, 300), pngFile(300, kMaxPosterSide + 1), jpegFile(63, 300), jpegFile(300, 65'535)})
            QCOMPARE(readPoster(file).error().code, ErrorCode::FileInvalid);
        const Error tooLarge = readPoster(pngFile(64, 64, QByteArray(room + 1, 'x'))).error();
        QCOMPARE(tooLarge.code, ErrorCode::FileTooLarge);
        QCOMPARE(tooLarge.limit, kMaxPosterBytes);
    }
    // Nothing of that crashes or is taken for a poster, at whatever byte it ends or changes.
    void damagedFiles_areRefused()
    {
        for (const QByteArray &whole : {pngFile(64, 64), jpegFile(480, 680)}) {
            QVERIFY(readPoster(whole));
            for (qsizetype size = 0; size < whole.size(); ++size)
                QVERIFY2(!readPoster(whole.left(size)), QByteArray::number(size).constData());
            QVERIFY(!readPoster(whole + "more"));
        }
        QByteArray otherOrder = pngFile(64, 64);
        otherOrder.replace("IHDR", "IDAT");
        QVERIFY(!readPoster(otherOrder));
        QByteArray endless = pngFile(64, 64);
        endless.replace(8, 4, "\xFF\xFF\xFF\xFF");
        QVERIFY(!readPoster(endless));
        QVERIFY(!readPoster("\xFF\xD8\xFF\xDA\xFF\xD9"));
        for (const QByteArray &file : {QByteArray("GIF89a"), QByteArray("<svg/>"), QByteArray("%PDF-1.4"), QByteArray()})
            QCOMPARE(readPoster(file).error().code, ErrorCode::FileInvalid);
    }
};

QTEST_GUILESS_MAIN(PosterTest)
#include "tst_poster.moc"
