// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"
#include "shared/core/clock.h"
#include "shared/core/result.h"

#include <QFile>
#include <QTimer>

#include <memory>

class QLockFile;

namespace parterre {

// Where a design was when the program ended without saying so.
struct JournalEntry {
    QString folder = {};
    QString name = {};         // of the plan
    Instant at = {};           // of the last step
    QByteArray context = {};   // what its owner had to remember with it
};

struct RecoveredDesign {
    Design design;
    QByteArray context = {};
    int steps = 0;             // that were done since the last whole copy
};

// Keeps what is being drawn safe from a crash: a whole copy of the design, and every step since, written down before the
// next one can be done. A copy is made every so often, on a thread of the pool, so that there are never many steps to
// repeat. A folder of its own for each drawing, locked while it is open. GUI thread.
class Journal final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostSteps = 200;
    static constexpr qint64 kMostStepBytes = 1024 * 1024;
    static constexpr std::chrono::seconds kInterval {10};

    // In a new folder within `base`. The document outlives the journal. `context` comes back on recovery.
    Journal(DesignDocument &document, const QString &base, const Clock &clock, QObject *parent = nullptr);
    ~Journal() override;

    // From now on the design is another one, or is drawn for something else.
    void begin(const QByteArray &context);
    // Nothing is worth keeping any more.
    void end();
    // What is written down stays to be found.
    void leave();
    [[nodiscard]] bool isOpen() const { return m_lock != nullptr; }

    // What programs that are gone have left, newest first. Not what another one is writing now.
    [[nodiscard]] static QList<JournalEntry> found(const QString &base);
    // As far as it can be read: a line that was half written is where it ends.
    [[nodiscard]] static Result<RecoveredDesign> recover(const JournalEntry &entry);
    static void discard(const JournalEntry &entry);

Q_SIGNALS:
    // Nothing more is kept safe: the disk is full, or may not be written to. Said once.
    void failed(const parterre::Error &error);

private:
    void onStep(const DesignEdit &edit);
    void copyWhole();
    [[nodiscard]] bool openSteps(int generation);
    void fail(const QString &why);

    DesignDocument &m_document;
    const QString m_base;
    const Clock &m_clock;
    QString m_folder;
    std::unique_ptr<QLockFile> m_lock;
    QFile m_steps;
    QTimer m_timer;
    QByteArray m_context;
    int m_generation = 0;   // of the copy that steps are counted from
    int m_stepCount = 0;
    bool m_copying = false;
    bool m_failed = false;
};

} // namespace parterre
