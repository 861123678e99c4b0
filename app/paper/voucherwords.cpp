// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/voucherwords.h"

#include "app/widgets/formats.h"

#include <QCoreApplication>

namespace parterre::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::VoucherWords)
};

} // namespace

PaperVoucher voucherWords(const Voucher &voucher, const QString &code, const QString &timeZone, const QLocale &locale)
{
    PaperVoucher words {.title = Words::tr("Voucher"),
                        .amount = formatMoney(voucher.balance, locale),
                        .advice = Words::tr("Pays for tickets of this house. Whoever has the code may spend it: keep it like money."),
                        .code = code};
    if (voucher.expires)
        words.valid = Words::tr("Valid until %1").arg(formatDateTime(*voucher.expires, timeZone, locale));
    if (voucher.balance.amount == 0) // what is put on it later nobody knows yet
        words.amount.clear();
    return words;
}

} // namespace parterre::ui
