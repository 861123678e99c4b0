// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/seatpicker.h"
#include "tests/unit/shared/everygroup.h"
#include "tests/unit/shared/smallhouse.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace parterre;
using namespace parterre::test;

namespace {

using Seats = std::vector<qint32>;
using Prices = std::vector<std::optional<qint64>>;

// How often what was tried, so that the test is known to try it.
struct Tally {
    std::array<int, 3> shapes {};
    int cheaper = 0, lost = 0, accessibleTogether = 0, accessibleDivided = 0, dividedBest = 0, threeRows = 0, stranded = 0;
};

// A question with all it refers to.
struct Question {
    SeatQuery query;
    Seats categories, own, lost;
    Prices prices;
};

enum class Group { Small, Large, WithWheelchairs };

void ask(Question &q, const Plan &plan, const std::vector<SeatState> &states, Group group, QRandomGenerator &random)
{
    const auto categories = static_cast<qint32>(plan.categories.size());
    q.query.size = group == Group::Large ? 5 + random.bounded(4) : 1 + random.bounded(2 + random.bounded(5));
    if (group == Group::WithWheelchairs)
        q.query.wheelchairs = 1 + random.bounded(std::min(2, q.query.size));
    if (random.bounded(4) == 0)
        q.query.section = random.bounded(static_cast<qint32>(plan.sections.size()));
    if (random.bounded(4) == 0)
        q.categories = {random.bounded(categories)};
    if (random.bounded(3) > 0) {
        for (qint32 c = 0; c < categories; ++c)
            q.prices.push_back(random.bounded(6) == 0 ? std::nullopt : std::optional<qint64>(1'000 + 500 * random.bounded(3)));
    }
    for (qint32 s = 0; s < static_cast<qint32>(states.size()); ++s) {
        if (states[static_cast<std::size_t>(s)] == SeatState::Held && random.bounded(3) == 0)
            q.own.push_back(s);
    }
    if (random.bounded(4) == 0) {
        const qint32 first = random.bounded(static_cast<qint32>(states.size()));
        for (qint32 s = first; s < std::min(static_cast<qint32>(states.size()), first + q.query.size); ++s)
            q.lost.push_back(s);
    }
    q.query.categories = q.categories;
    q.query.prices = q.prices;
    q.query.own = q.own;
    q.query.lost = q.lost;
}

QString text(const GroupScore &score)
{
    return QStringLiteral("(shape %1, parts %2, alone %3, stranded %4, cost %5)")
        .arg(static_cast<int>(score.shape))
        .arg(score.parts)
        .arg(score.alone)
        .arg(score.stranded)
        .arg(score.cost);
}

// Categories that may be offered: for a lost group those that cost the same.
std::vector<bool> allowed(const Plan &plan, const Question &q)
{
    const std::vector<PlacedSeat> all = seatsOf(plan);
    std::vector<bool> categories;
    for (qint32 c = 0; c < plan.categories.size(); ++c) {
        const auto at = static_cast<std::size_t>(c);
        const bool isLikeLost = std::any_of(q.lost.begin(), q.lost.end(), [&](qint32 s) {
            const auto own = static_cast<std::size_t>(all[static_cast<std::size_t>(s)].seat->category);
            return own == at || (!q.prices.empty() && q.prices[own] && q.prices[own] == q.prices[at]);
        });
        const bool isAsked = q.categories.empty() ? q.lost.empty() || isLikeLost : q.categories.front() == c;
        categories.push_back(isAsked && (q.prices.empty() || q.prices[at]));
    }
    return categories;
}

} // namespace

class TestSeatPickerBruteForce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noChoiceIsBetterThanTheOffers_data();
    void noChoiceIsBetterThanTheOffers();

private:
    void judge(const Plan &plan, const Question &question, const std::vector<SeatState> &states, Tally &tally);
};

void TestSeatPickerBruteForce::judge(const Plan &plan, const Question &question, const std::vector<SeatState> &states, Tally &tally)
{
    const SeatTable table(plan);
    const SeatPicker picker(plan, table);
    const SeatQuery &query = question.query;
    const Asked asked(plan, query, states);

    const std::vector<SeatOffer> offers = picker.offers(query, states);
    const std::vector<bool> categories = allowed(plan, question);
    const std::vector<PlacedSeat> &all = asked.seats();
    std::vector<bool> cheaper(categories.size(), false);
    if (!offers.empty() && !question.prices.empty() && question.categories.empty() && question.lost.empty() && query.wheelchairs == 0) {
        qint64 least = std::numeric_limits<qint64>::max();
        for (const qint32 s : offers.front().seats)
            least = std::min(least, *question.prices[static_cast<std::size_t>(all[static_cast<std::size_t>(s)].seat->category)]);
        for (std::size_t c = 0; c < cheaper.size(); ++c)
            cheaper[c] = question.prices[c] && *question.prices[c] < least;
    }

    Seats before;
    for (std::size_t rank = 0; rank < kMostOffers; ++rank) {
        std::optional<GroupShape> worst; // than which nothing is offered
        if (rank > 0 && offers.front().score.shape != GroupShape::Scattered)
            worst = GroupShape::Stacked;
        const auto isOffered = [&](const std::optional<GroupScore> &score) { return score && (!worst || score->shape <= *worst); };
        const std::optional<GroupScore> lower = rank == 2 ? bestOfEveryGroup(picker, asked, before, cheaper) : std::nullopt;
        // A divided accessible group need not be the best one, so what is worth offering may be missed.
        const bool isExact = query.wheelchairs == 0;
        const bool expectCheaper = isOffered(lower);
        const std::optional<GroupScore> best = expectCheaper ? lower : bestOfEveryGroup(picker, asked, before, categories);
        if (rank >= offers.size()) {
            QVERIFY(!isOffered(best) || (!isExact && best->shape != GroupShape::Together));
            return;
        }
        const SeatOffer &offer = offers[rank];
        QVERIFY(best);
        QCOMPARE(offer.reason == OfferReason::Cheaper, expectCheaper);
        QVERIFY(asked.isFulfilledBy(offer.seats));
        QCOMPARE(isTogether(asked.seats(), table, offer.seats), offer.isTogether());
        for (const qint32 seat : offer.seats)
            QVERIFY(std::find(before.begin(), before.end(), seat) == before.end());
        const QString scores = text(offer.score) + QStringLiteral(" is not the best score ") + text(*best);
        if (isExact || best->shape == GroupShape::Together)
            QVERIFY2(offer.score == *best, qPrintable(scores));

        ++tally.shapes[static_cast<std::size_t>(offer.score.shape)];
        tally.cheaper += expectCheaper;
        tally.lost += !query.lost.empty();
        tally.accessibleTogether += !isExact && offer.isTogether();
        tally.accessibleDivided += !isExact && !offer.isTogether();
        tally.dividedBest += !isExact && !offer.isTogether() && offer.score == *best;
        tally.threeRows += offer.score.shape == GroupShape::Stacked && offer.score.parts > 2;
        tally.stranded += offer.score.stranded > 0;
        before.insert(before.end(), offer.seats.begin(), offer.seats.end());
    }
}

void TestSeatPickerBruteForce::noChoiceIsBetterThanTheOffers_data()
{
    QTest::addColumn<Group>("group");
    QTest::newRow("small groups") << Group::Small;
    QTest::newRow("large groups") << Group::Large;
    QTest::newRow("groups with wheelchairs") << Group::WithWheelchairs;
}

// 1,000 random small houses each; everything that has N seats is tried.
void TestSeatPickerBruteForce::noChoiceIsBetterThanTheOffers()
{
    QFETCH(const Group, group);
    Tally tally;
    for (quint32 seed = 0; seed < 1'000; ++seed) {
        QRandomGenerator random(seed);
        const Plan plan = randomSmallHouse(random, group == Group::WithWheelchairs ? 70 : 25);
        const std::vector<SeatState> states = randomStates(seatCount(plan), group == Group::Large ? 13 : 12, random);
        Question question;
        ask(question, plan, states, group, random);
        judge(plan, question, states, tally);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QStringLiteral("house %1").arg(seed)));
    }
    const auto [together, stacked, scattered] = tally.shapes;
    qInfo("together %d, stacked %d (three rows and more: %d), scattered %d, cheaper %d, lost %d, stranding %d, accessible %d and %d divided (%d the best way)", together,
          stacked, tally.threeRows, scattered, tally.cheaper, tally.lost, tally.stranded, tally.accessibleTogether, tally.accessibleDivided, tally.dividedBest);
    switch (group) {
    case Group::Small:
        QVERIFY(together > 1'000 && stacked > 100 && scattered > 100 && tally.cheaper > 15 && tally.lost > 200 && tally.stranded > 100);
        break;
    case Group::Large:
        QVERIFY(together > 10 && stacked > 100 && scattered > 100 && tally.threeRows > 20 && tally.stranded > 50);
        break;
    case Group::WithWheelchairs:
        QVERIFY(tally.accessibleTogether > 300 && tally.accessibleDivided > 100 && tally.stranded > 50 && tally.lost > 50);
        QVERIFY(tally.dividedBest * 5 > tally.accessibleDivided * 4);
        break;
    }
}

QTEST_APPLESS_MAIN(TestSeatPickerBruteForce)
#include "tst_seatpickerbruteforce.moc"
