// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"
#include "shared/core/clock.h"
#include "shared/core/result.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFutureWatcher>
#include <QLockFile>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <memory>

namespace parterre {

// When the design is written down as a whole, and the steps begin anew.
struct JournalPace {
    qint64 steps = 200;
    qint64 bytes = 1024 * 1024;
    std::chrono::milliseconds interval = std::chrono::seconds(10); // while there are steps
    qsizetype largestStep = 20'000; // seats, points and elements; larger ones would be felt, and are written with the whole design
};

// A design that a program left behind when it ended.
struct JournalEntry {
    QString folder = {};
    QString name = {};           // of the plan
    Instant at = {};             // when it was last written down as a whole
    QByteArray context = {};     // what its owner had to remember with it; empty where it cannot be read any more
};

struct RecoveredDesign {
    JournalEntry entry = {};
    Design design = {};
    QByteArray context = {};
    qint64 steps = 0;            // that were done to it since begin()
    bool complete = true;        // else the files were damaged, and what was done last is missing
    std::shared_ptr<QLockFile> lock = {}; // nobody else is offered it meanwhile
};

// Keeps what is being drawn safe from the end of the program, however that comes: each step is with the operating system
// when the document's push() returns, and after ten seconds the whole design is on the disk. A step of very many seats
// alone is safe only a moment later. Never stops the drawing: failures are told and tried again. GUI thread; designs are
// written on a thread of its own.
class Journal final : public QObject
{
    Q_OBJECT

public:
    // In new folders within `base`, which has the journals of all programs of this user. The document outlives it.
    Journal(DesignDocument &document, QString base, const Clock &clock, JournalPace pace = {}, QObject *parent = nullptr);
    // Leaves.
    ~Journal() override;

    // From the design as it is now; until end() or leave(), or until the document is reset. What was recovered, where the
    // document has been reset to it, is discarded once this journal has it.
    void begin(const QByteArray &context, const std::optional<RecoveredDesign> &recovered = {});
    // The design is kept elsewhere, or as it was before: whether anything would be lost now.
    void settle(const QByteArray &context, bool unsaved);
    // Nothing is worth keeping any more.
    void end();
    // What is nowhere else stays to be found.
    void leave();

    // Of programs that run no more, the newest first.
    [[nodiscard]] static QList<JournalEntry> found(const QString &folder);
    // Any thread.
    [[nodiscard]] static Result<RecoveredDesign> recover(const JournalEntry &entry);
    static void discard(const JournalEntry &entry);

Q_SIGNALS:
    // Drawing is not safe. Told once, until it works again.
    void failed(const parterre::Error &error);

private:
    void onStepped(const DesignEdit &edit);
    void writeBase();
    void onBaseWritten();
    void renew();
    [[nodiscard]] bool openFolder();
    [[nodiscard]] bool openSteps();
    void writeStep(const DesignEdit &edit);
    void renewLater();
    void report(const QString &what);

    DesignDocument &m_document;
    const QString m_base;
    const Clock &m_clock;
    const JournalPace m_pace;
    QTimer m_timer;
    bool m_running = false;
    bool m_unsaved = false;
    QByteArray m_context;
    std::optional<RecoveredDesign> m_recovered;  // until the first base
    QString m_place;                             // of this journal; empty while there is none
    std::shared_ptr<QLockFile> m_lock;
    qint64 m_steps = 0;                          // since begin()
    qint64 m_generation = 0;
    QFile m_file;                                // of the steps since its base
    qint64 m_fileSteps = 0;
    bool m_gap = false;                          // a step is missing in it: those after it say nothing
    bool m_based = false;                        // a base is on disk
    bool m_again = false;                        // another base is due once this one is written
    bool m_failing = false;
    QElapsedTimer m_writingSince;
    std::chrono::milliseconds m_lastWriting {};
    std::unique_ptr<QFutureWatcher<Result<void>>> m_writing;
    QThreadPool m_pool;                          // one thread: files come and go in order
};

} // namespace parterre
