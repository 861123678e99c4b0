// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/accountrepository.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/draftrepository.h"
#include "backend/storage/repositories/planrepository.h"
#include "backend/storage/repositories/setupcoderepository.h"
#include "backend/storage/repositories/tokenrepository.h"
#include "backend/storage/repositories/venuerepository.h"
#include "tests/support/manualclock.h"
#include "tests/support/testdatabases.h"

#include <QJsonDocument>
#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Accounts, tokens, setup codes, venues and plans.
class RepositoriesTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<Database> m_database;

    AuditContext audit() const { return {.at = m_clock.utcNow(), .address = u"::1"_s}; }
    Account account(const QString &name, const QString &email, Role role = Role::Customer)
    {
        return {.user = {m_ids.make<UserId>(), name, role},
                .profile = {.name = name, .email = email, .phone = u"+32 2 555 01 02"_s, .locale = u"nl-BE"_s},
                .passwordHash = u"$argon2id$v=19$x"_s,
                .created = m_clock.utcNow()};
    }
    template<class Work>
    auto write(Work &&work)
    {
        return m_database->transact(std::forward<Work>(work));
    }
    static QStringList hostileTexts()
    {
        return {u"Žofie Łęcka"_s, u"🎭 𝔓"_s, u"O'Neill \"x\" \\"_s, u"'); DROP TABLE accounts; --"_s, u":id ? $1 %s"_s, u"مسرح"_s};
    }

private Q_SLOTS:
    void init();
    void accounts_comeBackAsTheyWentIn_data() { TestDatabases::addEngines(); }
    void accounts_comeBackAsTheyWentIn();
    void accounts_refuseATakenEmail_data() { TestDatabases::addEngines(); }
    void accounts_refuseATakenEmail();
    void accounts_keepAnyNumberOfGuests_data() { TestDatabases::addEngines(); }
    void accounts_keepAnyNumberOfGuests();
    void accounts_changeAndLeaveAuditRows_data() { TestDatabases::addEngines(); }
    void accounts_changeAndLeaveAuditRows();
    void accounts_knowWhetherSomebodyAdministers_data() { TestDatabases::addEngines(); }
    void accounts_knowWhetherSomebodyAdministers();
    void tokens_workUntilTheyExpireOrAreWithdrawn_data() { TestDatabases::addEngines(); }
    void tokens_workUntilTheyExpireOrAreWithdrawn();
    void tokens_ofADisabledAccountAreInvalid_data() { TestDatabases::addEngines(); }
    void tokens_ofADisabledAccountAreInvalid();
    void tokens_areNotedAsUsedOnceAnHour_data() { TestDatabases::addEngines(); }
    void tokens_areNotedAsUsedOnceAnHour();
    void setupCodes_workOnce_data() { TestDatabases::addEngines(); }
    void setupCodes_workOnce();
    void venues_comeWithTheNewestPlans_data() { TestDatabases::addEngines(); }
    void venues_comeWithTheNewestPlans();
    void plans_keepTheDocumentToTheByte_data() { TestDatabases::addEngines(); }
    void plans_keepTheDocumentToTheByte();
    void plans_listTheirVersions_data() { TestDatabases::addEngines(); }
    void plans_listTheirVersions();
    void plans_refuseANameThatAnotherPlanHas_data() { TestDatabases::addEngines(); }
    void plans_refuseANameThatAnotherPlanHas();
};

void RepositoriesTest::init()
{
    QFETCH(Engine, engine);
    m_database = std::make_unique<Database>(m_databases.create(engine));
    QVERIFY(m_database->open());
}

void RepositoriesTest::accounts_comeBackAsTheyWentIn()
{
    AccountRepository accounts(*m_database);
    for (const QString &text : hostileTexts()) {
        Account made = account(text, text + u"@example.org"_s, Role::Manager);
        made.profile.phone = text;
        made.profile.locale = text;
        made.passwordHash = text;
        QVERIFY(write([&] { return accounts.insert(made, audit()); }));
        for (const Result<Account> &found : {accounts.findById(made.user.id), accounts.findByEmail(made.profile.email)}) {
            QVERIFY(found);
            QCOMPARE(found->user, made.user);
            QCOMPARE(found->profile, made.profile);
            QCOMPARE(found->passwordHash, made.passwordHash);
            QCOMPARE(found->created, made.created);
            QVERIFY(!found->disabled);
        }
    }
    QCOMPARE(accounts.list()->size(), hostileTexts().size());
    QCOMPARE(accounts.findByEmail(u"%@example.org"_s).error().code, ErrorCode::NotFound);
    QCOMPARE(accounts.findById(m_ids.make<UserId>()).error().code, ErrorCode::NotFound);
    const Account withNul = account(u"a"_s + QChar::Null, u"nul@example.org"_s);
    QCOMPARE(write([&] { return accounts.insert(withNul, audit()); }).error().code, ErrorCode::InvalidParams);
    QCOMPARE(accounts.list()->size(), hostileTexts().size());
}

void RepositoriesTest::accounts_refuseATakenEmail()
{
    AccountRepository accounts(*m_database);
    const Account first = account(u"Ann"_s, u"ann@example.org"_s);
    const Account second = account(u"Bob"_s, u"bob@example.org"_s);
    QVERIFY(write([&] { return accounts.insert(first, audit()); }));
    QVERIFY(write([&] { return accounts.insert(second, audit()); }));
    QCOMPARE(write([&] { return accounts.insert(account(u"Eve"_s, u"ann@example.org"_s), audit()); }).error().code, ErrorCode::EmailTaken);
    Profile moved = second.profile;
    moved.email = u"ann@example.org"_s;
    QCOMPARE(write([&] { return accounts.updateProfile(second.user.id, moved, audit()); }).error().code, ErrorCode::EmailTaken);
    QCOMPARE(accounts.findById(second.user.id)->profile, second.profile);
    QCOMPARE(AuditRepository(*m_database).list(0, 100)->size(), 2);
}

void RepositoriesTest::accounts_keepAnyNumberOfGuests()
{
    AccountRepository accounts(*m_database);
    for (int i = 0; i < 3; ++i)
        QVERIFY(write([&] { return accounts.insertGuest({m_ids.make<UserId>(), u"Guest"_s}, m_clock.utcNow(), audit()); }));
    QCOMPARE(accounts.list(true)->size(), 3);
    QVERIFY(accounts.list()->isEmpty());
    const Account guest = accounts.list(true)->constFirst();
    QCOMPARE(guest.user.role, Role::Guest);
    QVERIFY(guest.profile.email.isEmpty());
    QVERIFY(guest.passwordHash.isEmpty());
    QCOMPARE(accounts.findByEmail(QString()).error().code, ErrorCode::NotFound);
}

void RepositoriesTest::accounts_changeAndLeaveAuditRows()
{
    AccountRepository accounts(*m_database);
    const Account made = account(u"Ann"_s, u"ann@example.org"_s);
    const UserId id = made.user.id;
    QVERIFY(write([&] { return accounts.insert(made, audit()); }));
    const Profile profile {u"Ann B"_s, u"ann.b@example.org"_s, u""_s, u"de"_s};
    QVERIFY(write([&] { return accounts.updateProfile(id, profile, audit()); }));
    QVERIFY(write([&] { return accounts.updatePassword(id, u"$new$"_s, audit()); }));
    QVERIFY(write([&] { return accounts.setRole(id, Role::Clerk, audit()); }));
    QVERIFY(write([&] { return accounts.setDisabled(id, true, audit()); }));
    const Account changed = *accounts.findById(id);
    QCOMPARE(changed.profile, profile);
    QCOMPARE(changed.user.role, Role::Clerk);
    QCOMPARE(changed.passwordHash, u"$new$"_s);
    QVERIFY(changed.disabled);

    const auto rows = *AuditRepository(*m_database).list(0, 100);
    QStringList actions;
    for (const AuditRow &row : rows)
        actions.append(row.event.action);
    QCOMPARE(actions, QStringList({u"account.created"_s, u"account.profile_changed"_s, u"account.password_changed"_s, u"account.role_changed"_s,
                                   u"account.disabled"_s}));
    QCOMPARE(rows.at(1).event.before.value(u"email"_s).toString(), u"ann@example.org"_s);
    QCOMPARE(rows.at(3).event.after.value(u"role"_s).toString(), u"clerk"_s);
    for (const AuditRow &row : rows)
        QVERIFY(!QJsonDocument(row.event.after).toJson().contains("$new$"));
    QCOMPARE(write([&] { return accounts.setRole(m_ids.make<UserId>(), Role::Clerk, audit()); }).error().code, ErrorCode::NotFound);
    QCOMPARE(write([&] { return accounts.updateProfile(m_ids.make<UserId>(), profile, audit()); }).error().code, ErrorCode::NotFound);
}

void RepositoriesTest::accounts_knowWhetherSomebodyAdministers()
{
    AccountRepository accounts(*m_database);
    const Account boss = account(u"Boss"_s, u"boss@example.org"_s, Role::Administrator);
    QVERIFY(!*accounts.hasAdministrator());
    QVERIFY(write([&] { return accounts.insert(boss, audit()); }));
    QVERIFY(*accounts.hasAdministrator());
    QVERIFY(write([&] { return accounts.setDisabled(boss.user.id, true, audit()); }));
    QVERIFY(!*accounts.hasAdministrator());
}

void RepositoriesTest::tokens_workUntilTheyExpireOrAreWithdrawn()
{
    const Account ann = account(u"Ann"_s, u"ann@example.org"_s);
    QVERIFY(write([&] { return AccountRepository(*m_database).insert(ann, audit()); }));
    TokenRepository tokens(*m_database);
    const QByteArray hash = QByteArray::fromHex("00ff27005c5c3a") + QByteArray(25, '\0'); // bytes that need care
    const auto add = [&](const QByteArray &h, std::chrono::milliseconds life) {
        return tokens.insert({h, ann.user.id, m_clock.utcNow(), m_clock.utcNow() + life});
    };
    QVERIFY(add(hash, std::chrono::hours(1)));
    QVERIFY(add("second", std::chrono::hours(3)));
    QVERIFY(add("third", std::chrono::hours(3)));
    QCOMPARE(tokens.find(hash, m_clock.utcNow())->account.user, ann.user);
    QCOMPARE(tokens.find(hash, m_clock.utcNow())->expires, m_clock.utcNow() + std::chrono::hours(1));
    QCOMPARE(tokens.find("unknown", m_clock.utcNow()).error().code, ErrorCode::TokenInvalid);
    m_clock.advance(std::chrono::hours(1));
    QCOMPARE(tokens.find(hash, m_clock.utcNow()).error().code, ErrorCode::TokenInvalid);
    QCOMPARE(*tokens.removeExpired(m_clock.utcNow()), 1);
    QVERIFY(tokens.find("second", m_clock.utcNow()));
    QCOMPARE(*tokens.removeAllOf(ann.user.id, "second"), 1);
    QCOMPARE(tokens.find("third", m_clock.utcNow()).error().code, ErrorCode::TokenInvalid);
    QVERIFY(tokens.remove("second"));
    QCOMPARE(tokens.find("second", m_clock.utcNow()).error().code, ErrorCode::TokenInvalid);
    QCOMPARE(tokens.insert({"x", m_ids.make<UserId>(), m_clock.utcNow(), m_clock.utcNow()}).error().code, ErrorCode::NotFound);
}

void RepositoriesTest::tokens_ofADisabledAccountAreInvalid()
{
    const Account ann = account(u"Ann"_s, u"ann@example.org"_s);
    AccountRepository accounts(*m_database);
    QVERIFY(write([&] { return accounts.insert(ann, audit()); }));
    TokenRepository tokens(*m_database);
    QVERIFY(tokens.insert({"hash", ann.user.id, m_clock.utcNow(), m_clock.utcNow() + std::chrono::hours(1)}));
    QVERIFY(write([&] { return accounts.setDisabled(ann.user.id, true, audit()); }));
    QCOMPARE(tokens.find("hash", m_clock.utcNow()).error().code, ErrorCode::TokenInvalid);
    QVERIFY(write([&] { return accounts.setDisabled(ann.user.id, false, audit()); }));
    QVERIFY(tokens.find("hash", m_clock.utcNow()));
}

void RepositoriesTest::tokens_areNotedAsUsedOnceAnHour()
{
    const Account ann = account(u"Ann"_s, u"ann@example.org"_s);
    QVERIFY(write([&] { return AccountRepository(*m_database).insert(ann, audit()); }));
    TokenRepository tokens(*m_database);
    const Instant start = m_clock.utcNow();
    QVERIFY(tokens.insert({"hash", ann.user.id, start, start + std::chrono::hours(9)}));
    const auto find = [&](std::chrono::milliseconds later) {
        return m_database->transact(Access::Read, [&] { return tokens.find("hash", start + later); });
    };
    QVERIFY(!find(std::chrono::minutes(59))->noteUse);
    QVERIFY(find(std::chrono::minutes(60))->noteUse);
    QVERIFY(tokens.noteUse("hash", start + std::chrono::minutes(60)));
    QVERIFY(!find(std::chrono::minutes(119))->noteUse);
    QVERIFY(find(std::chrono::minutes(120))->noteUse);
    QVERIFY(tokens.noteUse("hash", start + std::chrono::minutes(30))); // late; a newer use was noted
    QVERIFY(!find(std::chrono::minutes(119))->noteUse);
    QVERIFY(tokens.noteUse("unknown", start));
}

void RepositoriesTest::setupCodes_workOnce()
{
    SetupCodeRepository codes(*m_database);
    const Instant later = m_clock.utcNow() + std::chrono::minutes(30);
    QVERIFY(codes.insert("first", m_clock.utcNow(), later));
    QVERIFY(codes.insert("second", m_clock.utcNow(), later));
    QCOMPARE(codes.redeem("first", m_clock.utcNow()).error().code, ErrorCode::SetupCodeInvalid); // voided by the second
    QCOMPARE(codes.redeem("wrong", m_clock.utcNow()).error().code, ErrorCode::SetupCodeInvalid);
    QCOMPARE(codes.redeem("second", later).error().code, ErrorCode::SetupCodeInvalid);
    QVERIFY(codes.redeem("second", m_clock.utcNow()));
    QCOMPARE(codes.redeem("second", m_clock.utcNow()).error().code, ErrorCode::SetupCodeInvalid);
}

void RepositoriesTest::venues_comeWithTheNewestPlans()
{
    VenueRepository venues(*m_database);
    PlanRepository plans(*m_database);
    QList<VenueId> ids;
    for (const QString &text : hostileTexts()) {
        const Venue venue {.id = m_ids.make<VenueId>(), .name = text, .address = text, .timeZone = text};
        QVERIFY(write([&] { return venues.insert(venue, audit()); }));
        QCOMPARE(*venues.get(venue.id), venue);
        QCOMPARE(*venues.findByName(text), venue);
        ids.append(venue.id);
    }
    const auto plan = m_ids.make<PlanId>();
    const auto version = [&](const VenueId &venue, const PlanId &id, const QString &name, const QString &hash) {
        return write([&] { return plans.insertVersion({id, venue, name, hash, 12, "{}"}, audit()); });
    };
    QCOMPARE(version(ids.at(0), plan, u"Hall"_s, u"a"_s)->version, 1);
    QCOMPARE(version(ids.at(0), plan, u"Hall"_s, u"b"_s)->version, 2);
    QVERIFY(version(ids.at(0), m_ids.make<PlanId>(), u"Foyer"_s, u"c"_s));
    QVERIFY(version(ids.at(1), m_ids.make<PlanId>(), u"Hall"_s, u"d"_s));
    const Venue venue = *venues.get(ids.at(0));
    QCOMPARE(venue.plans.size(), 2);
    QCOMPARE(venue.plans.at(0).name, u"Foyer"_s);
    QCOMPARE(venue.plans.at(1), (PlanSummary {{plan, 2, u"b"_s}, u"Hall"_s, 12}));
    const QList<Venue> all = *venues.list();
    QCOMPARE(all.size(), hostileTexts().size());
    QVERIFY(all.contains(venue));
    const Venue twin {.id = m_ids.make<VenueId>(), .name = hostileTexts().constFirst()};
    QCOMPARE(write([&] { return venues.insert(twin, audit()); }).error().code, ErrorCode::AlreadyExists);
    QCOMPARE(venues.get(twin.id).error().code, ErrorCode::NotFound);
    QCOMPARE(venues.findByName(u"nowhere"_s).error().code, ErrorCode::NotFound);
}

void RepositoriesTest::plans_keepTheDocumentToTheByte()
{
    const Venue venue {.id = m_ids.make<VenueId>(), .name = u"Opera"_s};
    QVERIFY(write([&] { return VenueRepository(*m_database).insert(venue, audit()); }));
    PlanRepository plans(*m_database);
    const QByteArray document = u"{\"b\": 1,  \"a\":[1.0,1e3,\"Žofie 🎭 \\u0041 ' \\\\ \"],\n\t\"a\" : null}\n"_s.toUtf8() + QByteArray(300'000, ' ');
    const auto plan = m_ids.make<PlanId>();
    const QString hash(64, u'f');
    QVERIFY(write([&] { return plans.insertVersion({plan, venue.id, u"Hall"_s, hash, 800, document}, audit()); }));
    const PlanDocument kept = *plans.document(plan, 1);
    QCOMPARE(kept.document, document);
    QCOMPARE(kept.venue, venue.id);
    QCOMPARE(kept.summary, (PlanSummary {{plan, 1, hash}, u"Hall"_s, 800}));
    QCOMPARE(*plans.summary(plan, 1), kept.summary);
    QCOMPARE(*plans.newest(plan), kept.summary);
    QCOMPARE(*plans.findByName(venue.id, u"Hall"_s), kept.summary);
    QCOMPARE(plans.document(plan, 2).error().code, ErrorCode::NotFound);
    QCOMPARE(plans.summary(plan, 0).error().code, ErrorCode::NotFound);
    QCOMPARE(plans.newest(m_ids.make<PlanId>()).error().code, ErrorCode::NotFound);
    QCOMPARE(plans.findByName(venue.id, u"hall"_s).error().code, ErrorCode::NotFound);
}

void RepositoriesTest::plans_listTheirVersions()
{
    const Venue venue {.id = m_ids.make<VenueId>(), .name = u"Opera"_s};
    QVERIFY(write([&] { return VenueRepository(*m_database).insert(venue, audit()); }));
    PlanRepository plans(*m_database);
    const auto plan = m_ids.make<PlanId>();
    const auto other = m_ids.make<PlanId>();
    QList<PlanVersion> expected;
    for (qint32 version = 1; version <= 5; ++version) {
        AuditContext context = audit();
        context.at += std::chrono::hours(version);
        const QString hash(64, QChar(u'a' + version));
        QVERIFY(write([&] { return plans.insertVersion({plan, venue.id, u"Hall"_s, hash, 10 * version, "{}"}, context); }));
        QVERIFY(write([&] { return plans.insertVersion({other, venue.id, u"Foyer"_s, hash, 7, "{}"}, context); }));
        expected.prepend({.ref = {plan, version, hash}, .publishedAt = context.at, .seats = 10 * version});
    }
    QCOMPARE(plans.versions(plan, {}, 50)->versions, expected);
    QVERIFY(!plans.versions(plan, {}, 5)->next);
    QList<PlanVersion> paged;
    std::optional<qint32> before;
    do {
        const PlanVersionPage page = *plans.versions(plan, before, 2);
        QVERIFY(!page.versions.isEmpty() && page.versions.size() <= 2);
        paged += page.versions;
        before = page.next;
    } while (before);
    QCOMPARE(paged, expected);
    QVERIFY(plans.versions(plan, 1, 2)->versions.isEmpty()); // an end that was reached
    QCOMPARE(plans.versions(m_ids.make<PlanId>(), {}, 50).error().code, ErrorCode::NotFound);

    // Published from a draft: with the design that is kept for it.
    const Account author = account(u"Ann"_s, u"ann@example.org"_s, Role::Manager);
    QVERIFY(write([&] { return AccountRepository(*m_database).insert(author, audit()); }));
    AuditContext context = audit();
    context.actor = author.user.id;
    const auto drawn = write([&] {
        DraftRepository drafts(*m_database);
        return drafts.save({.id = m_ids.make<DraftId>(), .venue = venue.id, .name = u"Hall"_s, .hash = QString(64, u'd'), .document = "{}"}, 0, context);
    });
    QVERIFY(drawn);
    QVERIFY(write([&] { return DraftRepository(*m_database).keepDesign(drawn->ref(), venue.id); }));
    QVERIFY(write([&] { return plans.addDesign(expected.at(2).ref, drawn->hash, audit()); }));
    expected[2].hasDesign = true;
    QCOMPARE(plans.versions(plan, {}, 50)->versions, expected);
}

void RepositoriesTest::plans_refuseANameThatAnotherPlanHas()
{
    const Venue venue {.id = m_ids.make<VenueId>(), .name = u"Opera"_s};
    QVERIFY(write([&] { return VenueRepository(*m_database).insert(venue, audit()); }));
    PlanRepository plans(*m_database);
    const NewPlanVersion first {m_ids.make<PlanId>(), venue.id, u"Hall"_s, u"a"_s, 1, "{}"};
    const NewPlanVersion twin {m_ids.make<PlanId>(), venue.id, u"Hall"_s, u"b"_s, 1, "{}"};
    const NewPlanVersion nowhere {m_ids.make<PlanId>(), m_ids.make<VenueId>(), u"Hall"_s, u"b"_s, 1, "{}"};
    QVERIFY(write([&] { return plans.insertVersion(first, audit()); }));
    QCOMPARE(write([&] { return plans.insertVersion(twin, audit()); }).error().code, ErrorCode::AlreadyExists);
    QCOMPARE(write([&] { return plans.insertVersion(nowhere, audit()); }).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(RepositoriesTest)
#include "tst_repositories.moc"
