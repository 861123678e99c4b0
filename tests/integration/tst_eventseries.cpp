// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/auditactions.h"
#include "tests/support/eventparams.h"
#include "tests/support/testdatabases.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// Many dates from one rule, at a running house: seen before they are made, made all at once, and events like any other then.
class EventSeriesTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<WireClient> m_manager;

    [[nodiscard]] WireReply create(const QJsonObject &series) const { return m_manager->call(u"events.createSeries"_s, series); }
    [[nodiscard]] WireReply expand(const QJsonObject &series) const { return m_manager->call(u"events.expand"_s, expansionOf(series)); }
    // "2030-12-06T18:30"
    [[nodiscard]] static QStringList startsOf(const WireReply &reply, const QString &list)
    {
        QStringList starts;
        for (const QJsonValue &date : reply.at(list).toArray())
            starts.append(date[u"start"_s].toString().first(16));
        return starts;
    }
    [[nodiscard]] QJsonArray listed(const QString &series) const
    {
        return m_manager->call(u"events.search"_s, {{u"series"_s, series}, {u"limit"_s, 200}}).at(u"events"_s).toArray();
    }
    // Twelve evenings, but for one, and one of them in the afternoon, for schools.
    [[nodiscard]] QJsonObject season(const QString &id) const
    {
        const QJsonArray prices {QJsonObject {{u"category"_s, u"rear"_s}, {u"ticketType"_s, u"child"_s}, {u"amount"_s, 500}}};
        const QJsonObject schools {{u"date"_s, u"2030-12-13T19:30:00"_s}, {u"start"_s, u"2030-12-13T10:00:00"_s}, {u"name"_s, u"The Tempest for schools"_s}, {u"prices"_s, prices}};
        return with(withDates(seriesIn(*m_house, id), u"excluded"_s, QJsonArray {u"2030-12-07T19:30:00"_s}), u"overrides"_s, QJsonArray {schools});
    }
    [[nodiscard]] QStringList audited(const QString &kind) const
    {
        return auditActions(m_house->database(), [&kind](const storage::AuditEvent &event) { return event.objectKind == kind; });
    }

    [[nodiscard]] WireReply change(const QString &series, const QJsonObject &before, const QJsonObject &after, const QJsonValue &from = {}) const
    {
        QJsonObject params {{u"series"_s, series}, {u"before"_s, before}, {u"after"_s, after}};
        if (from.isString())
            params.insert(u"from"_s, from);
        return m_manager->call(u"events.updateSeries"_s, params);
    }
    [[nodiscard]] WireReply state(const QString &series, const QString &state) const
    {
        return m_manager->call(u"events.setSeriesState"_s, {{u"series"_s, series}, {u"state"_s, state}});
    }
    // What is stored of a date that was made.
    [[nodiscard]] QJsonValue definition(const WireReply &made, int date) const
    {
        return m_manager->call(u"events.get"_s, {{u"event"_s, made.at(u"events.%1.event"_s.arg(date))}}).at(u"event"_s);
    }
    // As it was asked for, with the start of that date.
    [[nodiscard]] QJsonObject asAskedFor(const WireReply &made, int date) const
    {
        return with(definitionIn(*m_house), u"start"_s, made.at(u"events.%1.start"_s.arg(date)));
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine));
        m_manager = m_house->visitor(Role::Manager);
    }
    void cleanup()
    {
        m_manager.reset();
        m_house.reset();
    }

    void dates_areSeenBeforeTheyAreMade()
    {
        const QString id = newKey();
        const WireReply seen = expand(season(id));
        QCOMPARE(seen.kind(), QString());
        QCOMPARE(seen.at(u"timeZone"_s).toString(), u"Europe/Berlin"_s);
        const QStringList starts = startsOf(seen, u"dates"_s);
        QCOMPARE(starts.size(), 11);
        QCOMPARE(starts.first(3), QStringList({u"2030-12-06T18:30"_s, u"2030-12-13T09:00"_s, u"2030-12-14T18:30"_s}));
        QCOMPARE(seen.at(u"dates.1.date"_s).toString(), u"2030-12-13T19:30:00"_s);
        QVERIFY(seen.at(u"dates.0.conflict"_s).isUndefined());
        QVERIFY(listed(id).isEmpty());
        QVERIFY(audited(u"series"_s).isEmpty());
    }

    void season_isMadeAtOnce()
    {
        const QString id = newKey();
        const qsizetype before = audited(u"event"_s).size();
        const WireReply made = create(season(id));
        QCOMPARE(made.kind(), QString());
        QCOMPARE(startsOf(made, u"events"_s), startsOf(expand(season(id)), u"dates"_s));
        const QJsonArray events = listed(id);
        QCOMPARE(events.size(), 11);
        for (const QJsonValue &event : events) {
            QCOMPARE(event[u"state"_s].toString(), u"draft"_s);
            QCOMPARE(event[u"series"_s].toString(), id);
        }
        QCOMPARE(events[0][u"name"_s].toString(), u"The Tempest"_s);
        QCOMPARE(events[1][u"name"_s].toString(), u"The Tempest for schools"_s);
        QCOMPARE(events[1][u"lowestPrice"_s][u"amount"_s].toInt(), 500);
        const WireReply first = m_manager->call(u"events.get"_s, {{u"event"_s, made.at(u"events.0.event"_s)}});
        QCOMPARE(first.at(u"event.summary.series"_s).toString(), id);
        QCOMPARE(first.at(u"event.durationMinutes"_s).toInt(), 140);
        QCOMPARE(audited(u"series"_s), QStringList {u"series.created"_s});
        QCOMPARE(audited(u"event"_s).size(), before + 11);

        // Asked for again, as after a lost answer: the same events, and nothing is written.
        QCOMPARE(create(season(id)).at(u"events"_s), made.at(u"events"_s));
        QCOMPARE(create(seriesIn(*m_house, id)).kind(), u"already_exists"_s);
        QCOMPARE(audited(u"event"_s).size(), before + 11);
        // Nobody else sees drafts.
        const auto guest = m_house->visitor();
        QVERIFY(guest->call(u"events.search"_s, {{u"series"_s, id}}).at(u"events"_s).toArray().isEmpty());
        // A server that starts anew knows them.
        m_house->restart();
        m_manager = m_house->visitor(Role::Manager);
        QCOMPARE(listed(id), events);
        QCOMPARE(create(season(id)).at(u"events"_s), made.at(u"events"_s));
    }

    void date_isAnEventLikeAnyOther()
    {
        const QString id = newKey();
        const WireReply made = create(seriesIn(*m_house, id));
        QCOMPARE(made.kind(), QString());
        const QJsonValue event = made.at(u"events.3.event"_s);
        QVERIFY(m_manager->call(u"events.setState"_s, {{u"event"_s, event}, {u"version"_s, 1}, {u"state"_s, u"published"_s}}).ok());
        const auto guest = m_house->visitor();
        QCOMPARE(guest->call(u"events.search"_s, {{u"series"_s, id}}).at(u"events.0.id"_s), event);
        QCOMPARE(guest->call(u"events.search"_s, {{u"series"_s, id}, {u"sort"_s, u"name"_s}}).at(u"events"_s).toArray().size(), 1);
        QVERIFY(guest->call(u"events.search"_s, {{u"series"_s, newKey()}}).at(u"events"_s).toArray().isEmpty());
        QVERIFY(guest->call(u"holds.acquire"_s, placesOf(*EventId::fromString(event.toString()), {0})).ok());
        const QJsonObject changed = with(definitionIn(*m_house, u"The Storm"_s), u"start"_s, u"2030-12-20T18:00:00.000Z"_s);
        const WireReply updated = m_manager->call(u"events.update"_s, {{u"event"_s, event}, {u"version"_s, 2}, {u"definition"_s, changed}});
        QCOMPARE(updated.at(u"event.summary.series"_s).toString(), id);
        QVERIFY(m_manager->call(u"events.delete"_s, {{u"event"_s, made.at(u"events.0.event"_s)}, {u"version"_s, 1}}).ok());
        QCOMPARE(listed(id).size(), 11);
        // Asked for again: what is there now, and what was deleted stays so.
        QCOMPARE(create(seriesIn(*m_house, id)).at(u"events"_s).toArray().size(), 11);
    }

    void failingDate_makesNone()
    {
        const QString id = newKey();
        QJsonObject series = seriesIn(*m_house, id);
        const QJsonArray unknown {QJsonObject {{u"category"_s, u"no such"_s}, {u"ticketType"_s, u"adult"_s}, {u"amount"_s, 1}}};
        series = with(series, u"overrides"_s, QJsonArray {QJsonObject {{u"date"_s, u"2030-12-28T19:30:00"_s}, {u"prices"_s, unknown}}});
        const WireReply refused = create(series);
        QCOMPARE(refused.kind(), u"event_invalid"_s);
        QVERIFY2(refused.error.value(u"data"_s)[u"detail"_s].toString().startsWith(u"2030-12-28T19:30:00: prices[0].category"_s), qPrintable(refused.error.value(u"data"_s)[u"detail"_s].toString()));
        QVERIFY(listed(id).isEmpty());
        QVERIFY(audited(u"series"_s).isEmpty());
        QCOMPARE(create(seriesIn(*m_house, id)).at(u"events"_s).toArray().size(), 12); // the id is free still
    }

    void clocks_goBackAndTheEveningStays()
    {
        QJsonObject series = seriesIn(*m_house, newKey(), u"FREQ=WEEKLY;COUNT=3"_s);
        QJsonObject definition = with(series.value(u"definition"_s).toObject(), u"start"_s, u"2030-10-19T17:30:00.000Z"_s);
        definition = withRule(definition, u"salesUntil"_s, u"2030-10-18T16:00:00.000Z"_s);
        series = with(series, u"definition"_s, definition);
        const WireReply made = create(series);
        QCOMPARE(startsOf(made, u"events"_s), QStringList({u"2030-10-19T17:30"_s, u"2030-10-26T17:30"_s, u"2030-11-02T18:30"_s}));
        const WireReply last = m_manager->call(u"events.get"_s, {{u"event"_s, made.at(u"events.2.event"_s)}});
        QCOMPARE(last.at(u"event.rules.salesUntil"_s).toString(), u"2030-11-01T17:00:00.000Z"_s);
    }

    void hall_isSaidToBeTaken()
    {
        const QString id = newKey();
        const WireReply made = create(seriesIn(*m_house, id, u"FREQ=WEEKLY;COUNT=2"_s));
        QJsonObject other = seriesIn(*m_house, newKey(), u"FREQ=DAILY;COUNT=8"_s);
        const WireReply seen = expand(other);
        QCOMPARE(seen.at(u"dates.0.conflict.event"_s), made.at(u"events.0.event"_s));
        QCOMPARE(seen.at(u"dates.0.conflict.name"_s).toString(), u"The Tempest"_s);
        QVERIFY(seen.at(u"dates.1.conflict"_s).isUndefined());
        QCOMPARE(seen.at(u"dates.7.conflict.event"_s), made.at(u"events.1.event"_s));
        // Two hours and twenty minutes after the start the hall is free again.
        const auto moved = [&](const QString &start) {
            return expand(with(other, u"overrides"_s, QJsonArray {QJsonObject {{u"date"_s, u"2030-12-06T19:30:00"_s}, {u"start"_s, start}}})).at(u"dates.0.conflict"_s).isUndefined();
        };
        QVERIFY(moved(u"2030-12-06T21:50:00"_s));
        QVERIFY(!moved(u"2030-12-06T21:49:00"_s));
        QVERIFY(moved(u"2030-12-06T17:10:00"_s));
        QVERIFY(!moved(u"2030-12-06T17:11:00"_s));
        // Dates of the same series, too, and that forbids nothing.
        other = withDates(seriesIn(*m_house, newKey(), u"FREQ=DAILY;UNTIL=20301208"_s), u"added"_s, QJsonArray {u"2030-12-08T20:00:00"_s});
        const WireReply twice = expand(other);
        QVERIFY(twice.at(u"dates.2.conflict.event"_s).isUndefined());
        QCOMPARE(twice.at(u"dates.2.conflict.start"_s).toString(), u"2030-12-08T19:00:00.000Z"_s);
        QCOMPARE(create(other).at(u"events"_s).toArray().size(), 4);
    }

    // All dates like one of them; but what is one's own stays.
    void change_goesToAllDatesThatHaveNothingOfTheirOwn()
    {
        const QString id = newKey();
        const WireReply made = create(season(id));
        const QJsonObject before = asAskedFor(made, 0);
        QJsonObject after = with(with(withPrice(before, 1, 2'200), u"name"_s, u"The Storm"_s), u"start"_s, u"2030-12-06T19:00:00.000Z"_s);
        const WireReply seen = change(id, before, after);
        QCOMPARE(seen.kind(), QString());
        const QJsonArray changes = seen.at(u"events"_s).toArray();
        QCOMPARE(changes.size(), 11);
        for (int i = 0; i < changes.size(); ++i) {
            QCOMPARE(changes[i][u"changed"_s].toBool(), i != 1);
            QCOMPARE(changes[i][u"kept"_s].toArray(), i == 1 ? QJsonArray({u"name"_s, u"start"_s, u"prices"_s}) : QJsonArray());
        }
        const QJsonArray events = listed(id);
        QCOMPARE(events[0][u"name"_s].toString(), u"The Storm"_s);
        QCOMPARE(events[1][u"name"_s].toString(), u"The Tempest for schools"_s);
        QCOMPARE(events[1][u"start"_s].toString(), u"2030-12-13T09:00:00.000Z"_s);
        QCOMPARE(events[2][u"start"_s].toString(), u"2030-12-14T19:00:00.000Z"_s);
        QCOMPARE(definition(made, 10)[u"prices"_s][1][u"price"_s][u"amount"_s].toInt(), 2'200);
        QCOMPARE(definition(made, 1)[u"prices"_s][0][u"price"_s][u"amount"_s].toInt(), 500);
        // Asked for again: nothing is left to change.
        const qsizetype noted = audited(u"event"_s).size();
        for (const QJsonValue &again : change(id, before, after).at(u"events"_s).toArray())
            QVERIFY(!again[u"changed"_s].toBool());
        QCOMPARE(audited(u"event"_s).size(), noted);
    }

    // As the form sends it where nothing is charged any more.
    void fees_areTakenFromAllDates()
    {
        const QString id = newKey();
        QJsonObject none;
        for (const QString &key : {u"ticketFee"_s, u"bookingFee"_s, u"taxRate"_s, u"feeTaxRate"_s, u"cancelFee"_s, u"cancelShare"_s})
            none.insert(key, 0);
        none.insert(u"taxMode"_s, u"included"_s);
        const WireReply made = create(seriesIn(*m_house, id));
        const QJsonObject free = asAskedFor(made, 0);
        const QJsonObject charged = with(free, u"priceRules"_s, with(none, u"ticketFee"_s, 150));
        QVERIFY(change(id, free, charged).ok());
        QCOMPARE(definition(made, 3)[u"priceRules"_s][u"ticketFee"_s].toInt(), 150);
        const WireReply seen = change(id, charged, with(free, u"priceRules"_s, none));
        QCOMPARE(seen.kind(), QString());
        for (const QJsonValue &date : seen.at(u"events"_s).toArray())
            QVERIFY(date[u"changed"_s].toBool());
        QCOMPARE(definition(made, 3)[u"priceRules"_s][u"ticketFee"_s].toInt(), 0);
    }

    void oneMoreDate_isMadeLater()
    {
        const QString id = newKey();
        const WireReply made = create(seriesIn(*m_house, id));
        const QJsonObject matinee = with(definitionIn(*m_house), u"start"_s, u"2030-12-07T14:00:00.000Z"_s);
        const QJsonObject asked {{u"event"_s, newKey()}, {u"definition"_s, matinee}, {u"series"_s, id}};
        const WireReply added = m_manager->call(u"events.create"_s, asked);
        QCOMPARE(added.kind(), QString());
        QCOMPARE(added.at(u"event.summary.series"_s).toString(), id);
        QCOMPARE(listed(id).size(), 13);
        QCOMPARE(m_manager->call(u"events.create"_s, asked).at(u"event"_s), added.at(u"event"_s));
        QCOMPARE(m_manager->call(u"events.create"_s, with(asked, u"series"_s, newKey())).kind(), u"already_exists"_s);
        QCOMPARE(m_manager->call(u"events.create"_s, with(with(asked, u"event"_s, newKey()), u"series"_s, newKey())).kind(), u"not_found"_s);
        QCOMPARE(state(id, u"published"_s).at(u"events"_s).toArray().size(), 13); // with the others
    }

    void change_goesToLaterDatesOnly()
    {
        const QString id = newKey();
        const WireReply made = create(seriesIn(*m_house, id));
        const QJsonObject before = asAskedFor(made, 4);
        const WireReply seen = change(id, before, with(before, u"durationMinutes"_s, 150), made.at(u"events.4.start"_s));
        QCOMPARE(seen.at(u"events"_s).toArray().size(), 8);
        QCOMPARE(definition(made, 3)[u"durationMinutes"_s].toInt(), 140);
        QCOMPARE(definition(made, 4)[u"durationMinutes"_s].toInt(), 150);
        QCOMPARE(definition(made, 11)[u"durationMinutes"_s].toInt(), 150);
    }

    void changeThatOneDateRefuses_changesNone()
    {
        const QString id = newKey();
        const WireReply made = create(seriesIn(*m_house, id));
        QVERIFY(m_manager->call(u"events.setState"_s, {{u"event"_s, made.at(u"events.5.event"_s)}, {u"version"_s, 1}, {u"state"_s, u"published"_s}}).ok());
        const QJsonObject before = asAskedFor(made, 0);
        const WireReply refused = change(id, before, with(before, u"prices"_s, QJsonArray()));
        QCOMPARE(refused.kind(), u"event_invalid"_s);
        QVERIFY2(refused.error.value(u"data"_s)[u"detail"_s].toString().startsWith(u"2030-12-21T19:30:00: "_s), qPrintable(refused.error.value(u"data"_s)[u"detail"_s].toString()));
        QCOMPARE(definition(made, 0)[u"prices"_s].toArray().size(), 3);
    }

    void allDates_areOnSaleAtOnce()
    {
        const QString id = newKey();
        const WireReply made = create(seriesIn(*m_house, id));
        const auto guest = m_house->visitor();
        const WireReply published = state(id, u"published"_s);
        QCOMPARE(published.at(u"events"_s), made.at(u"events"_s));
        QCOMPARE(guest->call(u"events.search"_s, {{u"series"_s, id}, {u"limit"_s, 200}}).at(u"events"_s).toArray().size(), 12);
        const EventId third = *EventId::fromString(made.at(u"events.2.event"_s).toString());
        QVERIFY(guest->call(u"holds.acquire"_s, placesOf(third, {0})).ok());
        // Those that are looked at hear of it.
        QCOMPARE(state(id, u"paused"_s).at(u"events"_s).toArray().size(), 12);
        QCOMPARE(guest->call(u"holds.acquire"_s, placesOf(third, {1})).kind(), u"sale_closed"_s);
        QVERIFY(m_manager->call(u"events.cancel"_s, {{u"event"_s, third.toString()}, {u"version"_s, 3}, {u"reason"_s, u"The actor is ill"_s}}).ok());
        QCOMPARE(state(id, u"published"_s).at(u"events"_s).toArray().size(), 11);
        QCOMPARE(state(id, u"published"_s).at(u"events"_s).toArray().size(), 0);
        for (const QString &other : {u"draft"_s, u"cancelled"_s})
            QCOMPARE(state(id, other).kind(), u"invalid_params"_s);
    }

    void params_areReadStrictly()
    {
        for (const QString &bad : {u"2030-12-07"_s, u"2030-12-07T19:30"_s, u"2030-12-07T19:30:00Z"_s, u"2030-02-30T19:30:00"_s})
            QCOMPARE(expand(withDates(seriesIn(*m_house, newKey()), u"excluded"_s, QJsonArray {bad})).kind(), u"invalid_params"_s);
        QCOMPARE(expand(seriesIn(*m_house, newKey(), u"FREQ=DAILY;COUNT=2;"_s + QString(250, u'A'))).kind(), u"invalid_params"_s);
    }
};

QTEST_GUILESS_MAIN(EventSeriesTest)
#include "tst_eventseries.moc"
