// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace parterre::storage {

// Carries one result from the thread that made it to the thread of a context object, and nowhere when the context is
// gone by then: a signal's connection is the one thing in Qt that may be cut from both sides at once.
class Answer : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void ready();
};

// A function that may be called once, on any thread, and makes `done` run with its argument on the context's thread.
template<class Outcome>
[[nodiscard]] std::function<void(Outcome)> answerTo(QObject *context, std::function<void(Outcome)> done)
{
    auto answer = std::make_shared<Answer>();
    auto outcome = std::make_shared<std::optional<Outcome>>();
    QObject::connect(answer.get(), &Answer::ready, context,
                     [outcome, done = std::move(done)] { done(std::move(**outcome)); }, Qt::QueuedConnection);
    return [answer, outcome](Outcome value) {
        outcome->emplace(std::move(value));
        Q_EMIT answer->ready();
    };
}

} // namespace parterre::storage
