// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage.h"

namespace parterre::simulation {

// One window of one person. It believes what it was told, late and doubled as that may be, and asks on that ground; its
// seat maps are built from whole maps and news alone. What it asked to buy or cancel it asks again, with the same key,
// until it is told.
class Visitor
{
public:
    struct Map {
        qint64 revision = -1;
        quint64 states = 0;
        bool gap = true;
    };

    Visitor(Stage &stage, int number, int office) : m_stage(stage), m_number(number), m_office(office) {}

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] int office() const { return m_office; }
    [[nodiscard]] quint64 link() const { return m_link; }
    [[nodiscard]] bool isConnected() const { return m_connected; }
    [[nodiscard]] const Map &map(int show) const { return m_maps[std::size_t(show)]; }

    // A new link; `resumes`: it comes with the token of its session.
    [[nodiscard]] Request hello(int office, bool resumes);
    void disconnect() { m_connected = false; }
    // Something a visitor might do now.
    [[nodiscard]] Request nextWish();
    [[nodiscard]] Request watch(int show) const;
    [[nodiscard]] bool isSignedIn() const { return m_signedIn; }
    [[nodiscard]] Request signIn() const { return request(Wish::SignIn); }
    [[nodiscard]] Request look() const { return request(Wish::Cart); }
    // What it has to ask again, having got no answer that says so or so.
    [[nodiscard]] const std::vector<quint32> &unanswered() const { return m_unanswered; }
    [[nodiscard]] Request again(quint32 number) const;
    // The request was given its number.
    void sent(quint32 number);

    // The show whose map moved to another revision.
    std::optional<int> receive(const Reply &reply);
    std::optional<int> receive(const News &news);
    void receive(const EndedNews &ended);

private:
    [[nodiscard]] Request request(Wish wish) const;
    [[nodiscard]] Request acquire();
    [[nodiscard]] Request giveBack(Wish wish);
    [[nodiscard]] Request checkout();
    void payLater(services::SaleRequest &sale);
    // Now and then one that nobody knows.
    [[nodiscard]] QString someCode() { return QStringLiteral("CODE%1").arg(m_stage.random.chance(5) ? kCodes : m_stage.random.below(kCodes)); }
    [[nodiscard]] Instant someTime();
    [[nodiscard]] Request payOrProlong();
    // Who works for the house looks who has not come, gives their places free, and gives some back.
    [[nodiscard]] Request noShowWish();
    [[nodiscard]] QStringList someOf(const QStringList &tickets);
    [[nodiscard]] bool isCounter() const { return kCounter.testFlag(m_stage.scenario.users[std::size_t(m_number) % m_stage.scenario.users.size()].role); }
    [[nodiscard]] Request cancel();
    // Changes whom a booking is for, or, who works for the house, writes something down of it, or reads that.
    [[nodiscard]] Request contactWish();
    [[nodiscard]] Request exchange();
    [[nodiscard]] QStringList someTickets(const Booking &booking);
    [[nodiscard]] QList<qint32> someHeld(int show);
    // Who wants a seat of a table that is sold whole mostly knows that.
    void takeWholeTables(int show, QList<qint32> &places);
    [[nodiscard]] int someShow() { return m_stage.random.below(int(m_stage.scenario.shows.size())); }
    void forget(const Request &request, const Reply &reply);
    void settle(const Request &request);

    Stage &m_stage;
    const int m_number;
    int m_office;
    quint64 m_link = 0;
    quint64 m_links = 0;
    bool m_connected = false;
    bool m_signedIn = false;
    QString m_resumeToken;
    int m_lastKey = 0;
    ByPlace<qint64> m_holds = {};        // versions, as last heard; 0: none
    // What it knows of, perhaps by name only, with the key it was bought with.
    struct Bought {
        Booking booking = {};
        QString key = {};
    };
    [[nodiscard]] const Bought &someBought() { return m_bought[std::size_t(m_stage.random.below(int(m_bought.size())))]; }
    std::vector<quint32> m_unanswered;   // writes
    std::vector<Bought> m_bought;
    std::array<QStringList, kMostShows> m_absent = {};   // tickets that nobody had come with when it looked
    std::array<QStringList, kMostShows> m_released = {}; // and that it was told are given free
    QString m_lastNoShowKey;
    std::array<Map, kMostShows> m_maps = {};
};

} // namespace parterre::simulation
