// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/vouchercode.h"

#include <QLatin1StringView>
#include <QStringList>

namespace parterre {

using namespace Qt::StringLiterals;

namespace {

// https://www.crockford.com/base32.html
constexpr QLatin1StringView kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"_L1;

// Times the primitive element of GF(32), modulo x^5 + x^2 + 1. Its powers differ for 31 places, so that a sum over digits with
// them as weights sees every single error and every exchange of two.
constexpr int timesAlpha(int value)
{
    const int doubled = value << 1;
    return (doubled & 0b100000) != 0 ? doubled ^ 0b100101 : doubled;
}

int checkDigit(QStringView digits)
{
    int sum = 0;
    for (const QChar digit : digits)
        sum = timesAlpha(sum ^ static_cast<int>(kAlphabet.indexOf(digit)));
    return sum;
}

QChar asWritten(QChar typed)
{
    const QChar upper = typed.toUpper();
    if (upper == u'O')
        return u'0';
    return upper == u'I' || upper == u'L' ? QChar(u'1') : upper;
}

} // namespace

QString makeVoucherCode(std::span<const uchar, kVoucherRandomBytes> random)
{
    QString code;
    for (const uchar byte : random)
        code += QChar(kAlphabet[byte % 32]);
    return code + QChar(kAlphabet[checkDigit(code)]);
}

std::optional<QString> readVoucherCode(QStringView typed)
{
    QString code;
    for (const QChar c : typed) {
        if (c == u'-' || c.isSpace())
            continue;
        const QChar digit = asWritten(c);
        if (!kAlphabet.contains(digit) || code.size() == kVoucherCodeLength)
            return std::nullopt;
        code += digit;
    }
    if (code.size() != kVoucherCodeLength || kAlphabet[checkDigit(QStringView(code).chopped(1))] != code.back())
        return std::nullopt;
    return code;
}

QString groupedVoucherCode(const QString &code)
{
    QStringList groups;
    for (qsizetype i = 0; i < code.size(); i += 4)
        groups.append(code.mid(i, 4));
    return groups.join(u'-');
}

QString lastFourOfVoucher(const QString &code)
{
    return code.right(4);
}

} // namespace parterre
