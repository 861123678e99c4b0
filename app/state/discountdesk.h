// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/discountchoices.h"
#include "app/state/pagedlistmodel.h"
#include "shared/protocol/discounts.h"

namespace parterre {

extern template class PagedRows<CountedDiscount, protocol::DiscountsList>;

// The discounts of the house, oldest first, for managers. Loads them all: as many pages as there are.
class DiscountListModel final : public PagedRows<CountedDiscount, protocol::DiscountsList>
{
    Q_OBJECT

public:
    explicit DiscountListModel(SessionModel &session, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override; // Qt::DisplayRole: the name
    // -1 when there is none.
    [[nodiscard]] int rowOf(DiscountId discount) const;
    // Of the house's prices, that of its latest event first; none as long as nobody has said.
    [[nodiscard]] const QList<Currency> &currencies() const { return m_currencies; }

protected:
    [[nodiscard]] protocol::DiscountsListParams question() const override;
    [[nodiscard]] const QList<CountedDiscount> &rowsOf(const protocol::DiscountsListResult &answer) const override { return answer.discounts; }
    void onAnswer(const protocol::DiscountsListResult &answer) override { m_currencies = answer.currencies.value_or(QList<Currency>()); }

private:
    QList<Currency> m_currencies;
};

// Makes, changes and ends discounts, one after another, however often the link breaks meanwhile.
class DiscountDesk final : public QObject
{
    Q_OBJECT

public:
    // All of them outlive it; ids make those of new discounts.
    DiscountDesk(SessionModel &session, net::PlanCache &plans, IdGenerator &ids, QObject *parent = nullptr);

    [[nodiscard]] DiscountListModel &list() { return m_list; }
    [[nodiscard]] DiscountChoices &choices() { return m_choices; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] Instant now() const { return m_session.serverClock().now(); }
    // Not saved yet.
    [[nodiscard]] Discount newDiscount() { return {.id = m_ids.make<DiscountId>()}; }

    // Ends in saved() or failed().
    void save(const Discount &discount);
    // Ends in removed() or failed().
    void remove(const Discount &discount);

Q_SIGNALS:
    void busyChanged();
    void saved(const parterre::Discount &discount);
    void removed(parterre::DiscountId discount);
    void failed(const parterre::Error &error);

private:
    void setBusy(bool busy);

    SessionModel &m_session;
    IdGenerator &m_ids;
    DiscountListModel m_list;
    DiscountChoices m_choices;
    bool m_busy = false;
};

} // namespace parterre
