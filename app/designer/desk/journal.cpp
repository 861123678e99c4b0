// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/desk/journal.h"

#include "app/designer/model/designjson.h"
#include "shared/core/inpool.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>

// A folder has design-N.json, a whole copy, and steps-N.jsonl, the steps since. The next copy is written under N + 1 while
// steps go to both files of steps; only when the copy is complete the older ones are taken away. So whenever the program
// ends, the newest complete copy and its steps are the design as it was.
namespace parterre {

namespace {

using namespace Qt::StringLiterals;

const QString kCopy = u"design-%1.json"_s;
const QString kSteps = u"steps-%1.jsonl"_s;
const QString kLock = u"lock"_s;
constexpr qint64 kLongestLine = 2 * kMaxDesignBytes;

QByteArray checksum(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).first(8).toHex();
}

// One line: checksum, blank, step.
QByteArray lineOf(const DesignEdit &edit)
{
    const QByteArray json = writeEdit(edit);
    return checksum(json) + ' ' + json + '\n';
}

Result<DesignEdit> editOf(const QByteArray &line, const DesignHouse &house)
{
    const QByteArray json = line.mid(17).chopped(line.endsWith('\n') ? 1 : 0);
    if (!line.endsWith('\n') || line.first(std::min<qsizetype>(16, line.size())) != checksum(json))
        return Error {.code = ErrorCode::FileInvalid, .detail = u"a line of the journal is not whole"_s};
    return readEdit(json, house);
}

QByteArray copyOf(const Design &design, const QByteArray &context, Instant at)
{
    const QJsonObject head {{u"context"_s, QString::fromUtf8(context.toBase64())}, {u"at"_s, static_cast<double>(at.time_since_epoch().count())}, {u"name"_s, design.house().name}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + writeDesign(design);
}

struct Copy {
    int generation = 0;
    QByteArray head;
    QByteArray design;
};

std::optional<Copy> newestCopy(const QString &folder)
{
    std::optional<Copy> newest;
    for (const QString &name : QDir(folder).entryList({kCopy.arg(u"*"_s)}, QDir::Files)) {
        const int generation = name.section(u'-', 1).section(u'.', 0, 0).toInt();
        if (newest && newest->generation > generation)
            continue;
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        Copy copy {.generation = generation, .head = file.readLine(1024 * 1024), .design = {}};
        copy.design = file.readAll();
        newest = copy;
    }
    return newest;
}

} // namespace

Journal::Journal(DesignDocument &document, const QString &base, const Clock &clock, QObject *parent) : QObject(parent), m_document(document), m_base(base), m_clock(clock)
{
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_stepCount > 0)
            copyWhole();
    });
    connect(&document, &DesignDocument::stepped, this, &Journal::onStep);
}

Journal::~Journal()
{
    m_steps.close();
}

void Journal::begin(const QByteArray &context)
{
    end();
    m_context = context;
    m_failed = false;
    m_generation = 1;
    m_stepCount = 0;
    m_folder = m_base + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!QDir().mkpath(m_folder))
        return fail(u"the folder cannot be made"_s);
    m_lock = std::make_unique<QLockFile>(m_folder + u'/' + kLock);
    m_lock->setStaleLockTime(0);
    QSaveFile copy(m_folder + u'/' + kCopy.arg(m_generation));
    const QByteArray whole = copyOf(m_document.design(), m_context, m_clock.utcNow());
    if (!m_lock->tryLock() || !copy.open(QIODevice::WriteOnly) || copy.write(whole) != whole.size() || !copy.commit() || !openSteps(m_generation))
        return fail(copy.errorString());
    m_timer.start();
}

void Journal::end()
{
    const QString folder = m_folder;
    leave();
    if (!folder.isEmpty())
        QDir(folder).removeRecursively();
}

void Journal::leave()
{
    m_timer.stop();
    m_steps.close();
    m_lock.reset();
    m_folder.clear();
}

bool Journal::openSteps(int generation)
{
    m_steps.close();
    m_steps.setFileName(m_folder + u'/' + kSteps.arg(generation));
    // Unbuffered: what is written is the system's when the call returns, whatever becomes of the program.
    return m_steps.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
}

void Journal::onStep(const DesignEdit &edit)
{
    if (!isOpen() || m_failed)
        return;
    const QByteArray line = lineOf(edit);
    if (m_steps.write(line) != line.size())
        return fail(m_steps.errorString());
    if (++m_stepCount >= kMostSteps || m_steps.size() > kMostStepBytes)
        copyWhole();
}

// Steps that are done meanwhile go on in the new file; until the copy is there, the old one has those before it.
void Journal::copyWhole()
{
    if (m_copying || m_failed || !isOpen() || m_document.isPreviewing())
        return;
    const int old = m_generation++;
    m_stepCount = 0;
    if (!openSteps(m_generation))
        return fail(m_steps.errorString());
    m_copying = true;
    const QString folder = m_folder;
    const auto write = [folder, generation = m_generation, design = m_document.design(), context = m_context, at = m_clock.utcNow()] {
        QSaveFile file(folder + u'/' + kCopy.arg(generation));
        const QByteArray whole = copyOf(design, context, at);
        return file.open(QIODevice::WriteOnly) && file.write(whole) == whole.size() && file.commit();
    };
    inPool(this, write, [this, folder, old](bool written) {
        m_copying = false;
        if (folder != m_folder)
            return;
        if (!written)
            return fail(u"a copy of the design could not be written"_s);
        QFile::remove(folder + u'/' + kCopy.arg(old));
        QFile::remove(folder + u'/' + kSteps.arg(old));
    });
}

void Journal::fail(const QString &why)
{
    if (!std::exchange(m_failed, true))
        Q_EMIT failed({.code = ErrorCode::StorageUnavailable, .detail = u"the journal of the design: "_s + why});
}

QList<JournalEntry> Journal::found(const QString &base)
{
    QList<JournalEntry> entries;
    for (const QString &name : QDir(base).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = base + u'/' + name;
        QLockFile lock(folder + u'/' + kLock);
        lock.setStaleLockTime(0);
        if (!lock.tryLock())
            continue;
        lock.unlock();
        const std::optional<Copy> copy = newestCopy(folder);
        if (!copy)
            continue;
        const QJsonObject head = QJsonDocument::fromJson(copy->head).object();
        entries.append({.folder = folder, .name = head["name"_L1].toString(), .at = Instant(Instant::duration(static_cast<qint64>(head["at"_L1].toDouble()))), .context = QByteArray::fromBase64(head["context"_L1].toString().toLatin1())});
    }
    std::sort(entries.begin(), entries.end(), [](const JournalEntry &a, const JournalEntry &b) { return a.at > b.at; });
    return entries;
}

Result<RecoveredDesign> Journal::recover(const JournalEntry &entry)
{
    const std::optional<Copy> copy = newestCopy(entry.folder);
    if (!copy)
        return Error {.code = ErrorCode::NotFound, .detail = u"there is no copy of the design"_s};
    const Result<Design> design = readDesign(copy->design);
    if (!design)
        return design.error();
    RecoveredDesign recovered {.design = *design, .context = entry.context};
    // Steps of the copy's own file, then of a later one whose copy never came to be.
    for (int generation = copy->generation;; ++generation) {
        QFile steps(entry.folder + u'/' + kSteps.arg(generation));
        if (!steps.open(QIODevice::ReadOnly))
            return recovered;
        while (!steps.atEnd()) {
            const Result<DesignEdit> edit = editOf(steps.readLine(kLongestLine), recovered.design.house());
            if (!edit)
                return recovered;
            recovered.design.apply(*edit);
            ++recovered.steps;
        }
    }
}

void Journal::discard(const JournalEntry &entry)
{
    QDir(entry.folder).removeRecursively();
}

} // namespace parterre
