// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/historyfile.h"

#include <QByteArrayList>
#include <QFile>

#include <array>
#include <optional>

namespace parterre::history {

namespace {

constexpr std::array kKinds{"hold", "extend", "release", "confirm", "cancel", "read",
                            "lost", "back",   "leave",   "kill",    "watch"};
constexpr std::array kOutcomes{"ok", "conflict", "not-held", "refused", "unknown"};
constexpr QByteArrayView kStates = "fhsb"; // in the order of SeatState

template <class Words> std::optional<std::size_t> indexOf(const Words &words, QByteArrayView word)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (word == QByteArrayView(words[i]))
            return i;
    }
    return std::nullopt;
}

bool readNumber(QByteArrayView text, qint64 &number)
{
    bool isNumber = false;
    number = text.toLongLong(&isNumber);
    return isNumber;
}

template <class Number> bool readNumber(QByteArrayView text, Number &number)
{
    qint64 wide = 0;
    number = static_cast<Number>(readNumber(text, wide) ? wide : 0);
    return static_cast<qint64>(number) == wide && !text.isEmpty();
}

std::vector<QByteArrayView> split(QByteArrayView text, char separator)
{
    std::vector<QByteArrayView> parts;
    for (qsizetype from = 0; from <= text.size();) {
        const qsizetype to = text.indexOf(separator, from);
        const qsizetype end = to < 0 ? text.size() : to;
        if (end > from)
            parts.push_back(text.sliced(from, end - from));
        from = end + 1;
    }
    return parts;
}

// PLACE[:VERSION][@DEADLINE][!]
bool readNote(QByteArrayView text, SeatNote &note)
{
    note.isNamed = text.endsWith('!');
    if (note.isNamed)
        text.chop(1);
    if (const qsizetype at = text.indexOf('@'); at >= 0) {
        if (!readNumber(text.sliced(at + 1), note.deadline))
            return false;
        text.truncate(at);
    }
    if (const qsizetype colon = text.indexOf(':'); colon >= 0) {
        if (!readNumber(text.sliced(colon + 1), note.version))
            return false;
        text.truncate(colon);
    }
    return readNumber(text, note.place);
}

// PLACE=STATE
bool readSeen(QByteArrayView text, SeenSeat &seen)
{
    const qsizetype equals = text.indexOf('=');
    const qsizetype state = equals >= 0 && equals + 2 == text.size() ? kStates.indexOf(text.back()) : -1;
    seen.state = static_cast<SeatState>(std::max<qsizetype>(state, 0));
    return state >= 0 && readNumber(text.first(equals), seen.place);
}

class Parser {
public:
    // The word that is wrong, if one is.
    [[nodiscard]] std::optional<QByteArrayView> readLine(QByteArrayView line)
    {
        const std::vector<QByteArrayView> words = split(line, ' ');
        if (words.empty() || words[0].startsWith('#'))
            return std::nullopt;
        return words[0] == QByteArrayView("promises") ? readPromises(words) : readOperation(words);
    }

    History history;

private:
    std::optional<QByteArrayView> readPromises(const std::vector<QByteArrayView> &words)
    {
        Promises &p = history.promises;
        const std::array names{"hold", "extend", "grace", "late", "precision"};
        const std::array<Moment *, 5> values{&p.holdTime, &p.extensionTime, &p.grace, &p.lateness, &p.precision};
        for (std::size_t i = 1; i < words.size(); ++i) {
            const qsizetype equals = words[i].indexOf('=');
            const auto name = equals > 0 ? indexOf(names, words[i].first(equals)) : std::nullopt;
            if (!name || !readNumber(words[i].sliced(equals + 1), *values[*name]))
                return words[i];
        }
        return std::nullopt;
    }

    // ID KIND SESSION EVENT START END OUTCOME [SEATS] [key=N] [booking=N] [revision=N]
    std::optional<QByteArrayView> readOperation(const std::vector<QByteArrayView> &words)
    {
        constexpr std::size_t kFixed = 7;
        if (words.size() < kFixed)
            return words.back();
        Operation operation;
        const auto kind = indexOf(kKinds, words[1]);
        const auto outcome = indexOf(kOutcomes, words[6]);
        if (!kind || !outcome)
            return kind ? words[6] : words[1];
        operation.kind = static_cast<Kind>(*kind);
        operation.outcome = static_cast<Outcome>(*outcome);
        if (!readNumber(words[0], operation.id) || operation.id == 0)
            return words[0];
        if (!readNumber(words[2], operation.session))
            return words[2];
        if (!readNumber(words[3], operation.event))
            return words[3];
        if (!readNumber(words[4], operation.start))
            return words[4];
        const bool isOpen = operation.outcome == Outcome::Unknown;
        if (isOpen ? words[5] != QByteArrayView("-")
                   : (!readNumber(words[5], operation.end) || operation.end < operation.start))
            return words[5];
        m_notes.clear();
        m_seen.clear();
        for (std::size_t i = kFixed; i < words.size(); ++i) {
            if (!readRest(words[i], operation))
                return words[i];
        }
        if (showsMap(operation.kind))
            history.addRead(operation, m_seen);
        else
            history.add(operation, m_notes);
        return std::nullopt;
    }

    bool readRest(QByteArrayView word, Operation &operation)
    {
        const std::array names{"key=", "booking=", "revision="};
        const std::array<qint64 *, 3> values{&operation.key, &operation.booking, &operation.revision};
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (word.startsWith(QByteArrayView(names[i])))
                return readNumber(word.sliced(QByteArrayView(names[i]).size()), *values[i]);
        }
        for (const QByteArrayView seat : split(word, ',')) {
            if (showsMap(operation.kind) ? !readSeen(seat, m_seen.emplace_back())
                                         : !readNote(seat, m_notes.emplace_back()))
                return false;
        }
        return true;
    }

    std::vector<SeatNote> m_notes;
    std::vector<SeenSeat> m_seen;
};

void addSeats(QByteArray &line, const History &history, const Operation &operation)
{
    char separator = ' ';
    for (const SeenSeat &seen : history.seen(operation)) {
        line += std::exchange(separator, ',');
        line += QByteArray::number(seen.place) + '=' + kStates[static_cast<qsizetype>(seen.state)];
    }
    for (const SeatNote &note : history.notes(operation)) {
        line += std::exchange(separator, ',');
        line += QByteArray::number(note.place);
        if (note.version != 0)
            line += ':' + QByteArray::number(note.version);
        if (note.deadline != 0)
            line += '@' + QByteArray::number(note.deadline);
        if (note.isNamed)
            line += '!';
    }
}

} // namespace

Result<History> parseHistory(const QByteArray &text)
{
    Parser parser;
    qsizetype from = 0;
    for (int number = 1; from < text.size(); ++number) {
        const qsizetype to = text.indexOf('\n', from);
        const qsizetype end = to < 0 ? text.size() : to;
        if (const auto wrong = parser.readLine(QByteArrayView(text).sliced(from, end - from)))
            return Error{.code = ErrorCode::FileInvalid,
                         .detail = QStringLiteral("line %1: \"%2\"").arg(number).arg(QString::fromUtf8(*wrong))};
        from = end + 1;
    }
    return std::move(parser.history);
}

Result<History> readHistory(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.code = ErrorCode::NotFound, .detail = path + QStringLiteral(": ") + file.errorString()};
    return parseHistory(file.readAll());
}

QByteArray toText(const History &history, const Operation &operation)
{
    QByteArray line = QByteArray::number(operation.id);
    const auto add = [&line](QByteArrayView word) { (line += ' ') += word; };
    add(kKinds[static_cast<std::size_t>(operation.kind)]);
    add(QByteArray::number(operation.session));
    add(QByteArray::number(operation.event));
    add(QByteArray::number(operation.start));
    add(operation.end == kNever ? QByteArray("-") : QByteArray::number(operation.end));
    add(kOutcomes[static_cast<std::size_t>(operation.outcome)]);
    addSeats(line, history, operation);
    if (operation.key != 0)
        add("key=" + QByteArray::number(operation.key));
    if (operation.booking != 0)
        add("booking=" + QByteArray::number(operation.booking));
    if (operation.revision != 0)
        add("revision=" + QByteArray::number(operation.revision));
    return line;
}

Result<void> writeHistory(const History &history, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return Error{.code = ErrorCode::NotFound, .detail = path + QStringLiteral(": ") + file.errorString()};
    const Promises &p = history.promises;
    file.write("promises hold=" + QByteArray::number(p.holdTime) + " extend=" + QByteArray::number(p.extensionTime)
               + " grace=" + QByteArray::number(p.grace) + " late=" + QByteArray::number(p.lateness)
               + " precision=" + QByteArray::number(p.precision) + '\n');
    for (const Operation &operation : history.operations())
        file.write(toText(history, operation) + '\n');
    if (!file.flush())
        return Error{.code = ErrorCode::StorageUnavailable, .detail = path + QStringLiteral(": ") + file.errorString()};
    return {};
}

} // namespace parterre::history
