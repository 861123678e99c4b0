// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/maporder.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace parterre::history {

namespace {

void checkNoOlderMapLater(const std::vector<const Operation *> &reads, Violations &violations)
{
    std::vector<const Operation *> byStart = reads;
    std::vector<const Operation *> byEnd = reads;
    std::sort(byStart.begin(), byStart.end(), [](const Operation *a, const Operation *b) {
        return std::tie(a->event, a->start) < std::tie(b->event, b->start);
    });
    std::sort(byEnd.begin(), byEnd.end(), [](const Operation *a, const Operation *b) {
        return std::tie(a->event, a->end) < std::tie(b->event, b->end);
    });
    auto ended = byEnd.begin();
    qint64 newest = 0;
    quint32 event = 0;
    for (const Operation *read : byStart) {
        if (read->event != event)
            newest = 0;
        event = read->event;
        for (; ended != byEnd.end() && std::tie((*ended)->event, (*ended)->end) < std::tie(read->event, read->start);
             ++ended)
            newest = (*ended)->event == event ? std::max(newest, (*ended)->revision) : newest;
        if (read->revision < newest)
            violations.add(read->id, "a later read shows an older map");
    }
}

void checkOneStateARevision(const History &history, std::vector<const Operation *> reads, Violations &violations)
{
    std::sort(reads.begin(), reads.end(), [](const Operation *a, const Operation *b) {
        return std::tie(a->event, a->revision) < std::tie(b->event, b->revision);
    });
    std::unordered_map<qint32, SeatState> states;
    for (std::size_t i = 0; i < reads.size(); ++i) {
        const Operation &read = *reads[i];
        const bool isSame = i > 0 && reads[i - 1]->event == read.event && reads[i - 1]->revision == read.revision;
        const bool isAlone = !isSame
            && (i + 1 == reads.size() || reads[i + 1]->event != read.event || reads[i + 1]->revision != read.revision);
        if (!isSame)
            states.clear();
        if (isAlone)
            continue;
        for (const SeenSeat &seen : history.seen(read)) {
            if (states.emplace(seen.place, seen.state).first->second != seen.state) {
                violations.add(read.id, "two reads of one revision differ at seat " + std::to_string(seen.place));
                break;
            }
        }
    }
}

} // namespace

void checkMapOrder(const History &history, Violations &violations)
{
    std::vector<const Operation *> reads;
    for (const Operation &operation : history.operations()) {
        if (showsMap(operation.kind) && operation.outcome == Outcome::Ok && operation.revision != 0)
            reads.push_back(&operation);
    }
    checkNoOlderMapLater(reads, violations);
    checkOneStateARevision(history, std::move(reads), violations);
}

} // namespace parterre::history
