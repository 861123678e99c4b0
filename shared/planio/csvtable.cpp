// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/csvtable.h"

#include <array>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kSeparators {u'\t', u';', u'|', u','}; // of as many, the one that is rarer in texts
constexpr qsizetype kLookedAt = 64 * 1024; // characters that decide on the separator

Error invalid(qsizetype line, const QString &what)
{
    return {.code = ErrorCode::FileInvalid, .detail = u"expected comma-separated values: line %1 %2"_s.arg(line).arg(what)};
}

class Reader
{
public:
    Reader(const QString &text, QChar separator) : m_text(text), m_separator(separator) {}

    Result<QList<CsvLine>> read()
    {
        while (m_at < m_text.size()) {
            CsvLine line {.number = m_line};
            bool more = true;
            while (more) {
                QString cell;
                const qsizetype begin = m_line;
                if (!readCell(cell))
                    return invalid(begin, u"opens a quote that is never closed"_s);
                line.cells.append(cell);
                if (++m_cells > kMaxCsvCells || line.cells.size() > kMaxCsvColumns)
                    return invalid(begin, u"has more cells than %1, or the file more than %2"_s.arg(kMaxCsvColumns).arg(kMaxCsvCells));
                more = m_at < m_text.size() && m_text[m_at] == m_separator;
                m_at += more;
            }
            endLine();
            if (m_lines.size() >= kMaxCsvLines)
                return invalid(line.number, u"is one more than %1"_s.arg(kMaxCsvLines));
            m_lines.append(line);
        }
        return m_lines;
    }

private:
    bool readCell(QString &cell)
    {
        if (m_at < m_text.size() && m_text[m_at] == u'"' && !readQuoted(cell))
            return false;
        // What follows a quote belongs to the cell: "A"1 is A1.
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != u'\n' && m_text[m_at] != u'\r')
            ++m_at;
        cell += QStringView(m_text).sliced(begin, m_at - begin);
        return true;
    }

    bool readQuoted(QString &cell)
    {
        ++m_at;
        for (;;) {
            const qsizetype quote = m_text.indexOf(u'"', m_at);
            if (quote < 0)
                return false;
            const QStringView part = QStringView(m_text).sliced(m_at, quote - m_at);
            m_line += part.count(u'\n');
            cell += part;
            m_at = quote + 1;
            if (m_at >= m_text.size() || m_text[m_at] != u'"')
                return true;
            cell += u'"';
            ++m_at;
        }
    }

    void endLine()
    {
        if (m_at < m_text.size() && m_text[m_at] == u'\r')
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == u'\n')
            ++m_at;
        ++m_line;
    }

    const QString &m_text;
    const QChar m_separator;
    QList<CsvLine> m_lines;
    qsizetype m_at = 0, m_line = 1, m_cells = 0;
};

} // namespace

QChar separatorOf(const QString &text)
{
    if (text.startsWith("sep="_L1, Qt::CaseInsensitive) && text.size() > 4 && !text[4].isLetterOrNumber())
        return text[4];
    // The first line decides, because only there no decimal comma is to be expected; where it has none, what follows.
    std::array<qsizetype, kSeparators.size()> counts {};
    bool quoted = false;
    for (qsizetype i = 0; i < std::min(text.size(), kLookedAt); ++i) {
        const QChar c = text[i];
        if (c == u'"')
            quoted = !quoted;
        if (quoted)
            continue;
        for (std::size_t k = 0; k < kSeparators.size(); ++k)
            counts.at(k) += c == kSeparators.at(k);
        if (c == u'\n' && std::any_of(counts.begin(), counts.end(), [](qsizetype count) { return count > 0; }))
            break;
    }
    return kSeparators.at(static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin()));
}

Result<QList<CsvLine>> readCsv(const QString &text, QChar separator)
{
    return Reader(text, separator).read();
}

QString csvCell(const QString &text)
{
    const bool plain = std::none_of(text.begin(), text.end(), [](QChar c) { return c == u'"' || c == u',' || c == u';' || c == u'\t' || c == u'|' || c == u'\n' || c == u'\r'; })
        && text.trimmed() == text;
    return plain ? text : u'"' + QString(text).replace(u'"', "\"\""_L1) + u'"';
}

} // namespace parterre::planio
