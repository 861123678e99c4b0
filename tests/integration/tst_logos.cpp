// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/poster.h"
#include "tests/support/auditactions.h"
#include "tests/support/messages.h"
#include "tests/support/posterfile.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QCryptographicHash>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// The house's logo, from a manager to whoever prints tickets.
class LogosTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

    static QString hashOf(const QByteArray &file) { return QString::fromLatin1(QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex()); }
    static QJsonObject venueOf(const TestHouse &house) { return {{u"venue"_s, house.venue().toString()}}; }
    static WireReply take(WireClient &manager, const TestHouse &house) { return manager.call(u"venues.setLogo"_s, venueOf(house)); }
    static WireReply setUploaded(WireClient &manager, const TestHouse &house, const QString &upload)
    {
        return manager.call(u"venues.setLogo"_s, {{u"venue"_s, house.venue().toString()}, {u"upload"_s, upload}});
    }
    static QStringList auditOf(const TestHouse &house)
    {
        return auditActions(house.database(), [&](const storage::AuditEvent &row) { return row.objectId == house.venue().toString() && row.action.startsWith(u"venue.logo"); });
    }

private Q_SLOTS:
    void manager_setsReplacesAndTakesAway_data() { TestDatabases::addEngines(); }
    void manager_setsReplacesAndTakesAway()
    {
        QFETCH(Engine, engine);
        const TestHouse house(m_databases.create(engine));
        const auto manager = house.visitor(Role::Manager);
        const auto guest = house.visitor();
        const auto seen = [&] { return guest->call(u"venues.get"_s, venueOf(house)).at(u"venue.logo"_s); };
        QVERIFY(seen().isUndefined());
        QCOMPARE(guest->call(u"venues.logo"_s, venueOf(house)).kind(), u"not_found"_s);

        for (const QByteArray &file : {pngFile(120, 64), pngFile(200, 90, QByteArray(100'000, 'x'))}) {
            const QString upload = uploadOf(*manager, file);
            const WireReply done = setUploaded(*manager, house, upload);
            QCOMPARE(done.kind(), QString());
            QCOMPARE(done.at(u"logo"_s).toString(), hashOf(file));
            QCOMPARE(setUploaded(*manager, house, upload).at(u"logo"_s).toString(), hashOf(file)); // as after a lost answer
            QCOMPARE(seen().toString(), hashOf(file));
            QCOMPARE(guest->call(u"venues.list"_s).at(u"venues.0.logo"_s).toString(), hashOf(file));
            const WireReply logo = guest->call(u"venues.logo"_s, venueOf(house));
            QCOMPARE(logo.at(u"hash"_s).toString(), hashOf(file));
            QCOMPARE(logo.at(u"format"_s).toString(), u"image/png"_s);
            QCOMPARE(QByteArray::fromBase64(logo.at(u"data"_s).toString().toLatin1()), file);
        }
        for (int i = 0; i < 2; ++i) {
            const WireReply bare = take(*manager, house);
            QCOMPARE(bare.kind(), QString());
            QVERIFY(bare.at(u"logo"_s).isUndefined());
        }
        QVERIFY(seen().isUndefined());
        QCOMPARE(guest->call(u"venues.logo"_s, venueOf(house)).kind(), u"not_found"_s);
        QCOMPARE(auditOf(house), QStringList({u"venue.logo_set"_s, u"venue.logo_set"_s, u"venue.logo_removed"_s}));
    }

    // The same picture announces an event: it goes with the last who has it.
    void posterOfTheSamePicture_outlivesTheLogo_data() { TestDatabases::addEngines(); }
    void posterOfTheSamePicture_outlivesTheLogo()
    {
        QFETCH(Engine, engine);
        const TestHouse house(m_databases.create(engine));
        const auto manager = house.visitor(Role::Manager);
        const QString event = house.events().matinee.toString();
        const QByteArray file = pngFile(120, 180);
        const QString upload = uploadOf(*manager, file);
        QVERIFY(setUploaded(*manager, house, upload).ok());
        QVERIFY(manager->call(u"events.setPoster"_s, {{u"event"_s, event}, {u"upload"_s, upload}}).ok());
        QVERIFY(take(*manager, house).ok());
        QCOMPARE(QByteArray::fromBase64(manager->call(u"events.poster"_s, {{u"event"_s, event}}).at(u"data"_s).toString().toLatin1()), file);
        QVERIFY(setUploaded(*manager, house, upload).ok());
        QVERIFY(manager->call(u"events.setPoster"_s, {{u"event"_s, event}}).ok());
        QCOMPARE(QByteArray::fromBase64(manager->call(u"venues.logo"_s, venueOf(house)).at(u"data"_s).toString().toLatin1()), file);
    }

    void deletedHouse_takesItsLogoAlong_data() { TestDatabases::addEngines(); }
    void deletedHouse_takesItsLogoAlong()
    {
        QFETCH(Engine, engine);
        const TestHouse house(m_databases.create(engine));
        const auto manager = house.visitor(Role::Manager);
        const QString barn = newKey();
        const QJsonObject definition {{u"name"_s, u"The barn"_s}, {u"address"_s, QString()}, {u"timeZone"_s, u"Europe/Berlin"_s}};
        QVERIFY(manager->call(u"venues.create"_s, {{u"venue"_s, barn}, {u"definition"_s, definition}}).ok());
        const QString upload = uploadOf(*manager, pngFile(120, 64));
        QVERIFY(manager->call(u"venues.setLogo"_s, {{u"venue"_s, barn}, {u"upload"_s, upload}}).ok());
        QCOMPARE(manager->call(u"venues.get"_s, {{u"venue"_s, barn}}).at(u"venue.version"_s).toInt(), 1); // whoever changes it is not disturbed
        QCOMPARE(manager->call(u"venues.delete"_s, {{u"venue"_s, barn}, {u"version"_s, 1}}).kind(), QString());
        QCOMPARE(manager->call(u"venues.logo"_s, {{u"venue"_s, barn}}).kind(), u"not_found"_s);
    }

    void refusedFile_leavesTheLogoAsItIs()
    {
        const TestHouse house(m_databases.create(Engine::Sqlite));
        const auto manager = house.visitor(Role::Manager);
        const QByteArray picture = pngFile(120, 180);
        QVERIFY(setUploaded(*manager, house, uploadOf(*manager, picture)).ok());
        for (const QByteArray &file : {QByteArray("%PDF-1.7"), QByteArray("GIF89a"), picture.chopped(5), pngFile(10, 10)})
            QCOMPARE(setUploaded(*manager, house, uploadOf(*manager, file)).kind(), u"file_invalid"_s);
        const WireReply large = setUploaded(*manager, house, uploadOf(*manager, pngFile(120, 180, QByteArray(kMaxPosterBytes, 'x'))));
        QCOMPARE(large.kind(), u"file_too_large"_s);
        QCOMPARE(large.data().value(u"limit"_s).toInteger(), kMaxPosterBytes);
        QCOMPARE(setUploaded(*manager, house, newKey()).kind(), u"not_found"_s);
        QCOMPARE(manager->call(u"venues.logo"_s, venueOf(house)).at(u"hash"_s).toString(), hashOf(picture));
    }

    void upload_isOfItsSessionAlone()
    {
        const TestHouse house(m_databases.create(Engine::Sqlite));
        const auto manager = house.visitor(Role::Manager);
        const auto other = house.visitor(Role::Manager);
        const QString upload = uploadOf(*manager, pngFile(120, 180));
        QCOMPARE(setUploaded(*other, house, upload).kind(), u"not_found"_s);
        QVERIFY(setUploaded(*manager, house, upload).ok());
    }
};

QTEST_GUILESS_MAIN(LogosTest)
#include "tst_logos.moc"
