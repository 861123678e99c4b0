// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/cartmodel.h"

#include "app/state/endedholds.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parterre {

namespace {

bool knows(const protocol::CartLine &line, const QString &ticketType)
{
    return std::ranges::find(line.prices, ticketType, &protocol::TicketPrice::ticketType) != line.prices.end();
}

// Of anything that names an event and a place.
template<class Item>
auto isAt(const Item &seat)
{
    return [&seat](const auto &other) { return other.event == seat.event && other.place == seat.place; };
}

} // namespace

CartModel::CartModel(SessionModel &session, IdGenerator &ids, QObject *parent)
    : QAbstractListModel(parent), m_session(session), m_owner(session.userId()), m_extension(session), m_checkout(session, ids), m_quote(*this, session)
{
    connect(&m_checkout, &PendingCheckout::stateChanged, this, &CartModel::checkoutStateChanged);
    connect(&m_checkout, &PendingCheckout::booked, this, &CartModel::onBooked);
    connect(&m_checkout, &PendingCheckout::begun, this, &CartModel::onBegun);
    connect(&m_checkout, &PendingCheckout::failed, this, &CartModel::onCheckoutFailed);
    connect(&m_extension, &HoldExtension::answered, this, &CartModel::onExtended);
    connect(&m_extension, &HoldExtension::finished, this, [this](const std::optional<Error> &error) {
        if (error)
            Q_EMIT extendFailed(*error);
        else
            Q_EMIT extended();
    });
    connect(&session, &SessionModel::entered, this, &CartModel::onEntered);
    connect(&session, &SessionModel::left, this, &CartModel::onLeft);
    connect(&session, &SessionModel::userChanged, this, &CartModel::onUserChanged);
    session.connection().on<protocol::HoldsEnded>(this, [this](const protocol::HoldsEndedParams &params) { onHoldsEnded(params); });
}

int CartModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant CartModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line &at = m_lines[index.row()];
    switch (role) {
    case Qt::DisplayRole: return at.line.label;
    case LineRole: return QVariant::fromValue(at.line);
    case TicketTypeRole: return at.ticketType;
    case PriceRole: {
        const std::optional<Money> due = price(index.row());
        return due ? QVariant::fromValue(*due) : QVariant();
    }
    case ReleasingRole: return m_pending.contains({at.line.hold.event, at.line.hold.place});
    default: return {};
    }
}

void CartModel::setTicketType(int row, const QString &key)
{
    Line &at = m_lines[row];
    if (at.ticketType == key || !knows(at.line, key) || m_checkout.isRunning())
        return;
    at.ticketType = key;
    Q_EMIT dataChanged(index(row), index(row), {TicketTypeRole, PriceRole});
    Q_EMIT totalsChanged();
}

std::optional<Money> CartModel::price(int row) const
{
    const auto &[line, type] = m_lines[row];
    const auto found = std::ranges::find(line.prices, type, &protocol::TicketPrice::ticketType);
    return found == line.prices.end() ? std::nullopt : std::optional(found->charged());
}

int CartModel::rowOf(EventId event, qint32 place) const
{
    const auto found = std::ranges::find_if(m_lines, isAt(Place {event, place}), [](const Line &at) -> const Hold & { return at.line.hold; });
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

std::optional<Money> CartModel::total() const
{
    Money sum;
    for (int row = 0; row < rowCount(); ++row) {
        const std::optional<Money> due = price(row);
        if (!due || (row > 0 && due->currency != sum.currency))
            return std::nullopt;
        sum.amount += due->amount;
        sum.currency = due->currency;
    }
    return sum;
}

std::optional<Tick> CartModel::earliestDeadline() const
{
    if (m_lines.isEmpty())
        return std::nullopt;
    const auto first = std::ranges::min_element(m_lines, {}, [](const Line &at) { return at.line.hold.expires; });
    return m_session.serverClock().tickOf(first->line.hold.expires);
}

Tick CartModel::deadline(int row) const
{
    return m_session.serverClock().tickOf(m_lines[row].line.hold.expires);
}

bool CartModel::canExtend() const
{
    return !m_checkout.isRunning() && !isExtending()
        && std::ranges::any_of(m_lines, [](const Line &at) { return at.line.hold.extensionsLeft > 0; });
}

QHash<qint32, Instant> CartModel::deadlines(EventId event) const
{
    QHash<qint32, Instant> result;
    for (const Line &at : m_lines) {
        if (at.line.hold.event == event)
            result.insert(at.line.hold.place, at.line.hold.expires);
    }
    return result;
}

void CartModel::startExchange(const ExchangeDraft &draft)
{
    if (m_checkout.isRunning() || draft.tickets.isEmpty())
        return;
    m_exchange = draft;
    Q_EMIT exchangeChanged();
    Q_EMIT totalsChanged();
}

void CartModel::stopExchange()
{
    if (m_checkout.isRunning() || !std::exchange(m_exchange, std::nullopt))
        return;
    Q_EMIT exchangeChanged();
    Q_EMIT totalsChanged();
}

std::optional<Money> CartModel::due() const
{
    std::optional<Money> due = total();
    if (!m_exchange || !due)
        return due;
    if (!m_exchange->isUnpaid && (m_lines.isEmpty() || due->currency != m_exchange->credit().currency))
        return std::nullopt;
    return m_exchange->dueFor(*due);
}

std::optional<QList<protocol::CheckoutItem>> CartModel::itemsToSell()
{
    if (m_checkout.isRunning() || m_lines.isEmpty())
        return std::nullopt;
    if (!m_session.isInVisit()) {
        failLater([this] { Q_EMIT checkoutFailed({.code = ErrorCode::Disconnected}); });
        return std::nullopt;
    }
    QList<protocol::CheckoutItem> items;
    for (int row = 0; row < rowCount(); ++row) {
        const Hold &hold = m_lines[row].line.hold;
        if (!price(row)) {
            failLater([this, place = hold.place] { Q_EMIT checkoutFailed({.code = ErrorCode::NoPrice, .places = {place}}); });
            return std::nullopt;
        }
        items.append({.event = hold.event, .place = hold.place, .ticketType = m_lines[row].ticketType, .version = hold.version});
    }
    return items;
}

void CartModel::reserve(const Contact &contact, Instant payUntil, const std::optional<QString> &strandedReason)
{
    if (const auto items = itemsToSell())
        m_checkout.begin(protocol::BookingsReserveParams {.items = *items, .customerName = contact.name, .email = contact.email, .phone = contact.phone, .payUntil = payUntil,
                                                           .strandedReason = strandedReason, .code = m_quote.usedCode(), .total = m_quote.shownTotal()});
}

void CartModel::payOnline(const Buyer &buyer, const std::optional<QString> &strandedReason)
{
    if (const auto items = itemsToSell())
        m_checkout.begin(protocol::PaymentsBeginParams {.items = *items, .customerName = buyer.name, .email = buyer.email, .phone = buyer.phone,
                                                          .strandedReason = strandedReason, .code = m_quote.usedCode(), .total = m_quote.shownTotal()});
}

void CartModel::checkout(const Settlement &settlement, const Buyer &buyer, const std::optional<QString> &strandedReason)
{
    const std::optional<QList<protocol::CheckoutItem>> items = itemsToSell();
    if (!items)
        return;
    std::optional<protocol::CheckoutPayment> cash;
    std::optional<QList<protocol::CheckoutPart>> parts;
    const bool paysNothing = m_exchange && m_exchange->isUnpaid;
    if (!paysNothing && settlement.parts.isEmpty())
        cash = {.tendered = settlement.tendered};
    else if (!paysNothing)
        parts = settlement.parts;
    if (!m_exchange) {
        m_checkout.begin(protocol::BookingsCheckoutParams {.items = *items, .payment = cash, .payments = parts, .customerName = buyer.name, .email = buyer.email, .phone = buyer.phone,
                                                            .strandedReason = strandedReason, .code = settlement.code, .total = settlement.total});
        return;
    }
    protocol::BookingsExchangeParams params {.booking = m_exchange->booking, .items = *items, .payment = cash, .payments = parts, .strandedReason = strandedReason,
                                             .code = settlement.code, .total = settlement.total};
    if (!settlement.cardRefunds.isEmpty())
        params.cardRefunds = settlement.cardRefunds;
    params.refundToVoucher = settlement.refundToVoucher;
    for (const Ticket &ticket : std::as_const(m_exchange->tickets))
        params.tickets.append(ticket.number);
    m_checkout.begin(std::move(params));
}

void CartModel::onBooked(const Booking &booking, const QList<protocol::CheckoutItem> &items)
{
    (void)take([&](const Line &at) { return std::ranges::any_of(items, isAt(at.line.hold)); });
    const QList<Payment> added = paymentsAdded(m_exchange ? m_exchange->payments : QList<Payment>(), booking.payments);
    stopExchange();
    Q_EMIT paid(added);
    Q_EMIT checkedOut(booking);
    afterCheckout();
}

void CartModel::onBegun(const OnlinePayment &payment, const QUrl &page, const QList<protocol::CheckoutItem> &items)
{
    (void)take([&](const Line &at) { return std::ranges::any_of(items, isAt(at.line.hold)); });
    Q_EMIT paymentBegun(payment, page);
    afterCheckout();
}

void CartModel::onCheckoutFailed(const Error &error)
{
    Q_EMIT checkoutFailed(error);
    afterCheckout();
}

void CartModel::afterCheckout()
{
    ++m_changes;
    if (std::exchange(m_lostMeanwhile, false))
        loseAll(HoldEndReason::SessionLost);
    refresh();
}

void CartModel::refresh()
{
    if (!m_session.isInVisit() || !m_session.maySell())
        return;
    if (m_reading || m_checkout.isRunning()) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    m_readAgain = false;
    const Tick sent = m_session.serverClock().local().steadyNow();
    m_session.connection().call<protocol::CartGet>({}, this, [this, changes = m_changes, sent](const Result<protocol::CartGetResult> &answer) { onCart(answer, changes, sent); });
}

void CartModel::onCart(const Result<protocol::CartGetResult> &answer, quint64 changesAtAsking, Tick sent)
{
    m_reading = false;
    if (!answer) {
        if (answer.error().code != ErrorCode::Disconnected) // then it is read after reconnecting anyway
            Q_EMIT refreshFailed(answer.error());
        return;
    }
    m_session.connection().serverClock().read(answer->serverTime, sent);
    if (m_readAgain || changesAtAsking != m_changes || m_checkout.isRunning())
        return refresh(); // it may be older than what is known here
    takeOver(answer->lines);
}

void CartModel::takeOver(const QList<protocol::CartLine> &lines)
{
    const auto gone = take([&](const Line &at) { return std::ranges::none_of(lines, isAt(at.line.hold), &protocol::CartLine::hold); });
    QSet<EventId> events;
    for (const protocol::CartLine &line : lines) {
        put(line);
        events.insert(line.hold.event);
    }
    if (!lines.isEmpty())
        Q_EMIT totalsChanged();
    for (const EventId &event : std::as_const(events))
        Q_EMIT holdsChanged(event);
    announceEnds(gone, [now = m_session.serverClock().now()](const Hold &hold) { return hold.expires <= now ? HoldEndReason::Expired : HoldEndReason::SessionLost; });
    m_givenBack.clear();
}

void CartModel::put(const protocol::CartLine &line)
{
    int row = rowOf(line.hold.event, line.hold.place);
    if (row < 0) {
        row = rowCount();
        beginInsertRows({}, row, row);
        m_lines.append({.line = line});
        endInsertRows();
    } else if (line.label.isEmpty() || line.prices.isEmpty()) {
        m_lines[row].line.hold = line.hold; // what was known stays known
    } else {
        m_lines[row].line = line;
    }
    Line &at = m_lines[row];
    if (!knows(at.line, at.ticketType))
        at.ticketType = at.line.prices.isEmpty() ? QString() : at.line.prices[0].ticketType;
    Q_EMIT dataChanged(index(row), index(row));
}

QList<protocol::CartLine> CartModel::take(const std::function<bool(const Line &)> &match)
{
    QList<protocol::CartLine> taken;
    QSet<EventId> events;
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!match(m_lines[row]))
            continue;
        beginRemoveRows({}, row, row);
        taken.prepend(m_lines.takeAt(row).line);
        endRemoveRows();
        events.insert(taken[0].hold.event);
    }
    if (!taken.isEmpty())
        Q_EMIT totalsChanged();
    for (const EventId &event : std::as_const(events))
        Q_EMIT holdsChanged(event);
    return taken;
}

void CartModel::loseAll(HoldEndReason reason)
{
    ++m_changes;
    announceEnds(take([](const Line &) { return true; }), [reason](const Hold &) { return reason; });
}

void CartModel::announceEnds(const QList<protocol::CartLine> &lines, const std::function<HoldEndReason(const Hold &)> &reason)
{
    QList<protocol::CartLine> news;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(news), [this](const protocol::CartLine &line) { return !m_givenBack.remove({line.hold.event, line.hold.place}); });
    for (const EndedHolds &ended : groupEnds(news, reason))
        Q_EMIT holdsEnded(ended.event, ended.labels, ended.reason);
}

void CartModel::onHoldsEnded(const protocol::HoldsEndedParams &params)
{
    ++m_changes;
    const auto gone = take([&](const Line &at) {
        return at.line.hold.event == params.event && params.places.contains(at.line.hold.place) && !m_checkout.sells(params.event, at.line.hold.place);
    });
    announceEnds(gone, [&](const Hold &) { return params.reason; });
}

void CartModel::onEntered(bool resumed)
{
    m_owner = m_session.userId();
    m_reading = false;
    if (!resumed) {
        if (!m_checkout.isRunning())
            loseAll(HoldEndReason::SessionLost);
        else
            m_lostMeanwhile = true; // they may have been sold before
    }
    refresh();
}

void CartModel::onLeft()
{
    ++m_changes; // a cart on its way is of no use any more
    m_reading = false;
    m_givenBack.clear();
    (void)take([](const Line &) { return true; });
    stopExchange();
    m_lostMeanwhile = false;
}

// Signing in and out within a visit; entered() has the rest.
void CartModel::onUserChanged()
{
    if (!m_session.isInVisit() || m_session.userId() == m_owner)
        return;
    const auto before = std::exchange(m_owner, m_session.userId());
    stopExchange();
    if (before && !m_checkout.isRunning())
        loseAll(HoldEndReason::LoggedOut);
    refresh();
}

void CartModel::failLater(std::function<void()> announce)
{
    QMetaObject::invokeMethod(this, std::move(announce), Qt::QueuedConnection);
}

QHash<EventId, QList<qint32>> CartModel::placesByEvent(const std::function<bool(const Line &)> &match) const
{
    QHash<EventId, QList<qint32>> result;
    for (const Line &at : m_lines) {
        if (match(at))
            result[at.line.hold.event].append(at.line.hold.place);
    }
    return result;
}

} // namespace parterre
