// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/design.h"
#include "shared/core/clock.h"
#include "shared/core/result.h"

// The files of one journal. A generation is a base, which is a whole design, and the steps that were done since; a new
// generation's steps begin before its base is written, so that the chain
//     base 7, steps 7, steps 8, …
// is whole at any moment, and base 8 only makes it shorter. All files are checked lines:
//     NUMBER LENGTH CHECKSUM PAYLOAD\n
// where the number of a step counts from the journal's begin, so that none is lost or done twice unnoticed.
namespace parterre::journalfolder {

struct Meta {
    qint64 steps = 0;        // that the base has in it
    bool unsaved = false;    // the base has something that is nowhere else
    QString name = {};       // of the design
    QByteArray context = {}; // what the journal's owner had to remember with it
    Instant at = {};
};

// Files of other names are nothing of a journal's.
[[nodiscard]] QString basePath(const QString &folder, qint64 generation);
[[nodiscard]] QString stepsPath(const QString &folder, qint64 generation);
[[nodiscard]] QString lockPath(const QString &folder);
// The newest first.
[[nodiscard]] QList<qint64> bases(const QString &folder);
// Anything was done since that base.
[[nodiscard]] bool hasStepsSince(const QString &folder, qint64 generation);

[[nodiscard]] QByteArray checkedLine(qint64 number, const QByteArray &payload);

// Takes checked lines from the front of a file's content.
class LineReader
{
public:
    enum class State {
        Line,
        End,
        Torn,    // the last line has no end: it was being written
        Damaged,
    };

    explicit LineReader(QByteArray content) : m_content(std::move(content)) {}
    State next();
    [[nodiscard]] qint64 number() const { return m_number; }
    [[nodiscard]] const QByteArray &payload() const { return m_payload; }

private:
    QByteArray m_content;
    qsizetype m_at = 0;
    qint64 m_number = 0;
    QByteArray m_payload;
};

// Either the whole file or none; then generations before it are no longer needed and go. Any thread.
[[nodiscard]] Result<void> writeBase(const QString &folder, qint64 generation, const Meta &meta, const Design &design);
[[nodiscard]] Result<Meta> readMeta(const QString &folder, qint64 generation);

struct Replayed {
    Meta meta = {};
    Design design = {};
    qint64 steps = 0;        // since the journal's begin
    bool complete = true;    // nothing that was done is missing
};
// The design as it was after the last step that can be read.
[[nodiscard]] Result<Replayed> replay(const QString &folder);

// All bases and steps.
void removeFiles(const QString &folder);

} // namespace parterre::journalfolder
