// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcetext.h"

namespace parterre::architecture {

namespace {

// Blanks text[from, to) but keeps its line ends.
void blank(QString &text, qsizetype from, qsizetype to)
{
    for (qsizetype i = from; i < to; ++i) {
        if (text[i] != u'\n')
            text[i] = u' ';
    }
}

// The end of a quoted literal whose opening quote is at `start`: the position of the closing quote.
qsizetype closingQuote(const QString &text, qsizetype start)
{
    const QChar quote = text[start];
    qsizetype i = start + 1;
    while (i < text.size() && text[i] != quote && text[i] != u'\n')
        i += text[i] == u'\\' ? 2 : 1;
    return qMin(i, text.size());
}

bool isDigitSeparator(const QString &text, qsizetype quote)
{
    return text[quote] == u'\'' && quote > 0 && quote + 1 < text.size() && text[quote - 1].isLetterOrNumber()
        && text[quote + 1].isLetterOrNumber() && text[quote - 1] != u'u' && text[quote - 1] != u'U'
        && text[quote - 1] != u'L';
}

} // namespace

int lineAt(const QString &text, qsizetype position)
{
    return int(QStringView(text).left(position).count(u'\n')) + 1;
}

SourceText SourceText::parse(const QString &text)
{
    SourceText result {.code = text, .literals = {}};
    const auto endOr = [&](qsizetype found, qsizetype length) { return found < 0 ? text.size() : found + length; };
    for (qsizetype i = 0; i < text.size();) {
        const QStringView rest = QStringView(text).mid(i);
        qsizetype end = i + 1;
        if (rest.startsWith(u"//")) {
            end = endOr(text.indexOf(u'\n', i), 0);
            blank(result.code, i, end);
        } else if (rest.startsWith(u"/*")) {
            end = endOr(text.indexOf(u"*/", i + 2), 2);
            blank(result.code, i, end);
        } else if (rest.startsWith(u"R\"")) {
            const qsizetype open = text.indexOf(u'(', i);
            if (open < 0)
                break;
            const QString close = u')' + text.mid(i + 2, open - i - 2) + u'"';
            const qsizetype last = endOr(text.indexOf(close, open), 0);
            result.literals.append({lineAt(text, i), text.mid(open + 1, last - open - 1)});
            blank(result.code, open + 1, last);
            end = qMin(last + close.size(), text.size());
        } else if (rest.startsWith(u"#include")) {
            end = endOr(text.indexOf(u'\n', i), 0);
        } else if ((text[i] == u'"' || text[i] == u'\'') && !isDigitSeparator(text, i)) {
            const qsizetype last = closingQuote(text, i);
            if (text[i] == u'"')
                result.literals.append({lineAt(text, i), text.mid(i + 1, last - i - 1)});
            blank(result.code, i + 1, last);
            end = last + 1;
        }
        i = end;
    }
    return result;
}

} // namespace parterre::architecture
