// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/cartquote.h"

#include "app/state/cartmodel.h"

namespace parterre {

namespace {

constexpr std::chrono::milliseconds kSoon {60}; // several seats come one after another

bool isAboutTheCode(ErrorCode code)
{
    return code == ErrorCode::CodeUnknown || code == ErrorCode::CodeNotValid || code == ErrorCode::CodeUsedUp;
}

} // namespace

CartQuote::CartQuote(CartModel &cart, SessionModel &session, QObject *parent) : QObject(parent), m_cart(cart), m_session(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, &CartQuote::ask);
    connect(&cart, &CartModel::totalsChanged, this, &CartQuote::refresh);
    connect(&cart, &CartModel::checkedOut, this, [this] { m_code.clear(); });
    connect(&cart, &CartModel::paymentBegun, this, [this] { m_code.clear(); });
    connect(&cart, &CartModel::checkoutFailed, this, [this](const Error &error) {
        if (isAboutTheCode(error.code))
            dropCode(error);
        if (isAboutTheCode(error.code) || error.code == ErrorCode::PriceChanged)
            refresh();
    });
    connect(&session, &SessionModel::entered, this, [this] {
        m_isOlderServer = false; // it may be another one
        m_namesBooking = true;
        refresh();
    });
    connect(&session, &SessionModel::left, this, [this] { m_code.clear(); });
}

void CartQuote::setCode(const QString &code)
{
    m_codeError.reset();
    m_code = code.simplified();
    refresh();
}

void CartQuote::dropCode(const Error &error)
{
    m_code.clear();
    m_codeError = error;
}

std::optional<Money> CartQuote::price(int row) const
{
    if (m_isOlderServer)
        return m_cart.price(row);
    const protocol::QuoteLine *known = line(row);
    return known ? std::optional(known->price) : std::nullopt;
}

const protocol::QuoteLine *CartQuote::line(int row) const
{
    return m_current && row < m_current->lines.size() ? &m_current->lines.at(row) : nullptr;
}

std::optional<Money> CartQuote::due() const
{
    if (m_isOlderServer)
        return m_cart.due();
    if (!m_current || !m_cart.due())
        return std::nullopt;
    return m_cart.exchange() ? m_cart.exchange()->dueFor(m_current->total) : m_current->total;
}

QList<Charge> CartQuote::charges() const
{
    if (!m_current)
        return {};
    return m_cart.exchange() ? m_current->charges + m_cart.exchange()->chargesFor(m_current->total) : m_current->charges;
}

void CartQuote::refresh()
{
    ++m_question;
    m_current.reset();
    m_error.reset();
    if (m_cart.rowCount() == 0)
        m_soon.stop();
    else
        m_soon.start();
    Q_EMIT changed();
}

void CartQuote::ask()
{
    if (!m_session.isInVisit() || !m_cart.total())
        return;
    protocol::CartQuoteParams params;
    for (int row = 0; row < m_cart.rowCount(); ++row)
        params.items.append({.event = m_cart.line(row).hold.event, .place = m_cart.line(row).hold.place, .ticketType = m_cart.ticketType(row)});
    if (!m_code.isEmpty())
        params.code = m_code;
    if (const auto &exchange = m_cart.exchange()) {
        params.exchange = true;
        if (m_namesBooking) {
            params.booking = exchange->booking;
            params.givenBack.emplace();
            for (const Ticket &ticket : exchange->tickets)
                params.givenBack->append(ticket.number);
        }
    }
    m_session.connection().call<protocol::CartQuote>(params, this, [this, question = m_question](const Result<protocol::CartQuoteResult> &answer) {
        if (question == m_question)
            onAnswer(answer);
    });
}

void CartQuote::onAnswer(const Result<protocol::CartQuoteResult> &answer)
{
    if (answer) {
        m_current = *answer;
    } else if (isAboutTheCode(answer.error().code) && !m_code.isEmpty()) {
        dropCode(answer.error());
        return refresh();
    } else if (answer.error().code == ErrorCode::MethodNotFound) {
        m_isOlderServer = true;
    } else if (answer.error().code == ErrorCode::InvalidParams && m_cart.exchange() && m_namesBooking) {
        m_namesBooking = false; // one of before 1.13, where what stays does not count
        return ask();
    } else {
        m_namesBooking = m_namesBooking || answer.error().code == ErrorCode::InvalidParams; // that was not it
        m_error = answer.error();
    }
    Q_EMIT changed();
}

} // namespace parterre
