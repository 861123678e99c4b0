// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/mail/mailheaders.h"

#include "shared/core/utctime.h"

#include <QLocale>

#include <algorithm>

namespace parterre::mail {

namespace {

constexpr qsizetype kLine = 76;         // RFC 2047
constexpr qsizetype kEncodedBytes = 39; // of text in one "=?UTF-8?B?...?=", so that the first fits behind "Subject: "

QString withoutControls(const QString &text)
{
    QString clean = text;
    for (QChar &c : clean) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return clean.simplified();
}

bool isPlain(const QString &text)
{
    return !text.contains(QStringView(u"=?")) && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

// A word holds whole characters only.
QByteArrayList encodedWords(const QString &text)
{
    QByteArrayList words;
    QByteArray part;
    const auto flush = [&] {
        if (!part.isEmpty())
            words.append("=?UTF-8?B?" + part.toBase64() + "?=");
        part.clear();
    };
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype units = text[i].isHighSurrogate() && i + 1 < text.size() ? 2 : 1;
        const QByteArray utf8 = text.mid(i, units).toUtf8();
        if (part.size() + utf8.size() > kEncodedBytes)
            flush();
        part += utf8;
        i += units;
    }
    flush();
    return words;
}

QByteArray phrase(const QString &name)
{
    const QString clean = withoutControls(name);
    if (!isPlain(clean) || clean.size() > kLine / 2)
        return encodedWords(clean).join("\r\n ");
    QByteArray quoted = clean.toLatin1();
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + quoted + '"';
}

QByteArray fromHeader(const Sender &from)
{
    const QByteArray address = '<' + from.address.toLatin1() + '>';
    return from.name.isEmpty() ? "From: " + address : "From: " + phrase(from.name) + "\r\n " + address;
}

// RFC 5322, in English whatever the machine speaks.
QByteArray dateHeader(Instant at)
{
    return "Date: " + QLocale::c().toString(toDateTime(at), QStringLiteral("ddd, d MMM yyyy hh:mm:ss")).toLatin1() + " +0000";
}

} // namespace

QByteArray textHeader(const QByteArray &name, const QString &text)
{
    const QString clean = withoutControls(text);
    if (isPlain(clean) && name.size() + 2 + clean.size() <= kLine)
        return name + ": " + clean.toLatin1();
    return name + ": " + encodedWords(clean).join("\r\n ");
}

QByteArrayList headersOf(const Letter &letter, const SmtpAccount &account)
{
    const QString domain = account.from.address.section(u'@', 1);
    QByteArrayList headers {dateHeader(letter.written),
                            fromHeader(account.from),
                            "To: <" + letter.to.toLatin1() + '>',
                            textHeader("Subject", letter.subject),
                            "Message-ID: <" + letter.id.toString().toLatin1() + '@' + domain.toLatin1() + '>',
                            "Auto-Submitted: auto-generated"};
    if (!account.replyTo.isEmpty())
        headers.append("Reply-To: <" + account.replyTo.toLatin1() + '>');
    return headers;
}

} // namespace parterre::mail
