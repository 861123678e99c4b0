// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper/refundfile.h"

#include "app/widgets/paymentwords.h"
#include "shared/core/utctime.h"

#include <QCoreApplication>
#include <QStringList>

namespace parterre {

namespace {

struct RefundFile {
    Q_DECLARE_TR_FUNCTIONS(parterre::RefundFile)
};

QString cell(QString text)
{
    // What a spreadsheet would take for a formula.
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
        text.prepend(u'\'');
    return u'"' + text.replace(QStringLiteral("\""), QStringLiteral("\"\"")) + u'"';
}

// "12.50", whatever the language.
QString plainAmount(const Money &money)
{
    const int digits = money.currency.digits();
    QString text = QString::number(money.amount).rightJustified(digits + 1, u'0');
    if (digits > 0)
        text.insert(text.size() - digits, u'.');
    return text;
}

QByteArray lineOf(const QStringList &texts)
{
    QStringList cells;
    for (const QString &text : texts)
        cells.append(cell(text));
    return cells.join(u',').toUtf8() + "\r\n";
}

} // namespace

QByteArray refundFile(const QList<RefundEntry> &refunds)
{
    QByteArray file("\xEF\xBB\xBF");
    file += lineOf({RefundFile::tr("Booking"), RefundFile::tr("Customer"), RefundFile::tr("Tickets"), RefundFile::tr("Seats"), RefundFile::tr("Amount"), RefundFile::tr("Currency"),
                    RefundFile::tr("Paid by"), RefundFile::tr("Paid out"), RefundFile::tr("Paid out at")});
    for (const RefundEntry &refund : refunds) {
        file += lineOf({refund.reference, refund.customerName, QString::number(refund.labels.size()), refund.labels.join(QStringLiteral("; ")), plainAmount(refund.amount),
                        refund.amount.currency.code(), ui::wayNames(refund.kinds), refund.isDue() ? RefundFile::tr("no") : RefundFile::tr("yes"),
                        refund.paid ? toIsoUtc(*refund.paid) : QString()});
    }
    return file;
}

} // namespace parterre
