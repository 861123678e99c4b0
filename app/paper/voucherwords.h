// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paper/paperjob.h"
#include "shared/domain/voucher.h"

#include <QLocale>

namespace parterre::ui {

// The words of a voucher that was just sold, in the locale's language; times are those of `timeZone`.
[[nodiscard]] PaperVoucher voucherWords(const Voucher &voucher, const QString &code, const QString &timeZone, const QLocale &locale);

} // namespace parterre::ui
