// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/settlement.h"
#include "app/state/voucherlistmodel.h"

namespace parterre {

// A voucher to be sold.
struct VoucherOffer {
    Money amount = {};
    Settlement settlement = {};          // nothing when the amount is 0
    std::optional<Instant> expires = {};
    std::optional<QString> note = {};
};

// What a manager corrects.
struct VoucherCorrection {
    VoucherId voucher = {};
    qint64 amount = 0;                   // minor units; negative takes
    std::optional<Instant> expires = {}; // as before when absent
    QString reason = {};
};

// Sells vouchers, has their list, and what managers do with one. A code is told once, with the sale, and not kept.
class VoucherDesk final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it; ids make the idempotency keys.
    VoucherDesk(SessionModel &session, IdGenerator &ids, QObject *parent = nullptr);

    [[nodiscard]] VoucherListModel &list() { return m_list; }
    [[nodiscard]] parterre::Role role() const { return m_session.role(); }
    [[nodiscard]] bool mayManage() const { return m_session.isManager(); }

    // Ends in sold() or saleFailed(), however often the link breaks meanwhile.
    void sell(const VoucherOffer &offer);
    [[nodiscard]] bool isSelling() const { return m_selling; }
    // Whether the link broke while selling, so that the outcome is unknown for now.
    [[nodiscard]] bool isChecking() const { return m_checking; }

    // For managers: the newest movements of a voucher, or those before. End in opened() or failed().
    void open(VoucherId voucher, std::optional<qint32> before = {});
    // For managers. End in changed() or failed().
    void setBlocked(VoucherId voucher, bool blocked, const QString &reason);
    void correct(const VoucherCorrection &correction);
    [[nodiscard]] bool isChanging() const { return m_changing; }

Q_SIGNALS:
    void busyChanged();
    // By which ways it was paid; comes before sold().
    void paid(const QList<parterre::Payment> &payments);
    void sold(const parterre::Voucher &voucher, const QString &code);
    void saleFailed(const parterre::Error &error);
    // `isMore`: those before others that are known.
    void opened(const parterre::protocol::VouchersGetResult &found, bool isMore);
    void changed(const parterre::Voucher &voucher);
    void failed(const parterre::Error &error);

private:
    void onSold(const Result<protocol::VouchersIssueResult> &answer);
    void onChanged(const Result<protocol::VoucherResult> &answer);
    void setChanging(bool changing);

    SessionModel &m_session;
    IdGenerator &m_ids;
    VoucherListModel m_list;
    std::optional<protocol::VouchersIssueParams> m_doubtfulSale;     // whose outcome is not known
    std::optional<protocol::VouchersAdjustParams> m_doubtfulCorrection;
    bool m_selling = false;
    bool m_checking = false;
    bool m_changing = false;
};

} // namespace parterre
