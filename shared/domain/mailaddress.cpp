// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/mailaddress.h"

#include "shared/domain/mail.h"

#include <QUrl>

#include <algorithm>

namespace parterre {

namespace {

constexpr qsizetype kLongestName = 64; // RFC 5321
constexpr qsizetype kLongestLabel = 63;

bool isAsciiAlphanumeric(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

// A dot-atom of RFC 5322.
bool isName(QStringView name)
{
    static constexpr QStringView kOthers = u"!#$%&'*+-/=?^_`{|}~.";
    return !name.isEmpty() && name.size() <= kLongestName && !name.startsWith(u'.') && !name.endsWith(u'.') && !name.contains(QStringView(u".."))
        && std::all_of(name.begin(), name.end(), [](QChar c) { return isAsciiAlphanumeric(c) || kOthers.contains(c); });
}

bool isLabel(QStringView label)
{
    return !label.isEmpty() && label.size() <= kLongestLabel && !label.startsWith(u'-') && !label.endsWith(u'-')
        && std::all_of(label.begin(), label.end(), [](QChar c) { return isAsciiAlphanumeric(c) || c == u'-'; });
}

bool isDomain(QStringView domain)
{
    const QList<QStringView> labels = domain.split(u'.');
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return labels.size() > 1 && std::all_of(labels.begin(), labels.end(), isLabel)
        && !std::all_of(labels.constLast().begin(), labels.constLast().end(), isDigit); // an IP address
}

} // namespace

std::optional<QString> mailAddress(const QString &text)
{
    const QString trimmed = text.trimmed();
    const qsizetype at = trimmed.lastIndexOf(u'@');
    if (at < 1 || trimmed.size() > MailLimits::kAddress)
        return {};
    const QString name = trimmed.left(at);
    const QString domain = QString::fromLatin1(QUrl::toAce(trimmed.mid(at + 1)));
    if (!isName(name) || !isDomain(domain) || name.size() + 1 + domain.size() > MailLimits::kAddress)
        return {};
    return name + u'@' + domain;
}

} // namespace parterre
