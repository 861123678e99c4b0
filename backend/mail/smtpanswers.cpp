// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/mail/smtpanswers.h"

#include <algorithm>
#include <array>

namespace parterre::mail {

namespace {

constexpr qsizetype kLongestAnswer = 300;

}

void SmtpAnswers::noteCommand(const QByteArray &line)
{
    // Anything else is a part of signing in, which nobody keeps, or the leave-taking.
    static constexpr std::array kVerbs {"EHLO", "HELO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA"};
    const QByteArray verb = line.trimmed().split(' ').constFirst().toUpper();
    if (std::find(kVerbs.begin(), kVerbs.end(), verb) != kVerbs.end())
        m_command = verb;
}

void SmtpAnswers::noteAnswer(const QByteArray &line)
{
    const QByteArray text = line.trimmed();
    const int code = text.left(3).toInt();
    if (code < 400 || code > 599)
        return;
    // An answer of several lines: all of them say why.
    m_text = code == m_refusal && m_refused == m_command && !m_text.isEmpty() ? m_text + ' ' + text.mid(4) : text;
    m_text.truncate(4 * kLongestAnswer);
    m_refusal = code;
    m_refused = m_command;
}

QString SmtpAnswers::text() const
{
    QString text = QString::fromUtf8(m_text);
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    text = text.simplified();
    if (text.size() > kLongestAnswer)
        text.truncate(text[kLongestAnswer - 1].isHighSurrogate() ? kLongestAnswer - 1 : kLongestAnswer);
    return text;
}

} // namespace parterre::mail
