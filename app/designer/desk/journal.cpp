// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/desk/journal.h"

#include "app/designer/desk/journalfolder.h"
#include "app/designer/model/designjson.h"
#include "shared/core/inpool.h"

#include <QDir>
#include <QUuid>

#include <algorithm>

namespace parterre {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kFolderTries = 3;
constexpr qsizetype kPictureShare = 50; // of a picture's bytes that take as long as a seat
constexpr int kIdleShare = 10; // of the time that writing takes: large designs are written less often

std::shared_ptr<QLockFile> lockFile(const QString &folder)
{
    auto lock = std::make_shared<QLockFile>(journalfolder::lockPath(folder));
    lock->setStaleLockTime(0ms); // whose program ended, not what is old
    return lock;
}

void removeFolder(const QString &folder, QLockFile &lock)
{
    journalfolder::removeFiles(folder);
    lock.unlock();
    QDir().rmdir(folder);
}

std::optional<JournalEntry> entryOf(const QString &folder)
{
    const QList<qint64> bases = journalfolder::bases(folder);
    if (bases.isEmpty())
        return std::nullopt;
    JournalEntry entry {.folder = folder};
    const Result<journalfolder::Meta> meta = journalfolder::readMeta(folder, bases.constFirst());
    if (!meta)
        return entry;
    if (!meta->unsaved && !journalfolder::hasStepsSince(folder, bases.constFirst()))
        return std::nullopt;
    entry.name = meta->name;
    entry.at = meta->at;
    entry.context = meta->context;
    return entry;
}

// How much there is to write.
qsizetype sizeOf(const Element &element)
{
    const SeatStyle *style = styleOf(element.body);
    return 1 + (style ? style->details.size() : 0) + std::visit([](const auto &body) -> qsizetype {
        if constexpr (requires { body.seats.size(); })
            return body.seats.size();
        else if constexpr (requires { body.points.size(); })
            return body.points.size();
        else if constexpr (requires { body.outline.size(); })
            return body.outline.size();
        else if constexpr (requires { body.shape; })
            return body.shape.points.size();
        else
            return 0;
    }, element.body);
}

qsizetype sizeOf(const DesignEdit &edit)
{
    const auto picture = [](const DesignHouse &house) { return house.background ? house.background->data : QByteArray(); };
    qsizetype size = edit.house && picture(edit.house->first) != picture(edit.house->second) ? picture(edit.house->second).size() / kPictureShare : 0;
    for (const ElementChange &change : edit.elements)
        size += (change.before ? sizeOf(*change.before) : 0) + (change.after ? sizeOf(*change.after) : 0);
    return size;
}

} // namespace

Journal::Journal(DesignDocument &document, QString base, const Clock &clock, JournalPace pace, QObject *parent)
    : QObject(parent), m_document(document), m_base(std::move(base)), m_clock(clock), m_pace(pace)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Journal::renew);
    connect(&m_document, &DesignDocument::stepped, this, &Journal::onStepped);
    connect(&m_document, &DesignDocument::wasReset, this, &Journal::end);
}

Journal::~Journal()
{
    leave();
    m_pool.waitForDone();
}

void Journal::begin(const QByteArray &context, const std::optional<RecoveredDesign> &recovered)
{
    end();
    m_running = true;
    m_unsaved = recovered.has_value();
    m_context = context;
    m_recovered = recovered;
    m_steps = m_generation = 0;
    renew();
}

void Journal::settle(const QByteArray &context, bool unsaved)
{
    m_context = context;
    m_unsaved = m_running && unsaved;
    renew();
}

void Journal::end()
{
    m_running = m_unsaved = m_based = m_again = m_failing = false;
    m_timer.stop();
    m_file.close();
    m_writing.reset();
    m_recovered.reset();
    if (m_lock)
        m_pool.start([folder = m_place, lock = std::exchange(m_lock, {})] { removeFolder(folder, *lock); });
    m_place.clear();
}

void Journal::leave()
{
    if (!m_unsaved)
        return end();
    m_pool.waitForDone();
    const bool whole = m_writing ? m_writing->result().ok() : m_based;
    m_writing.reset();
    if (m_gap || !whole) // a step is in no file yet
        renew();
    m_pool.waitForDone();
    m_lock.reset();
    end();
}

void Journal::onStepped(const DesignEdit &edit)
{
    if (!m_running)
        return;
    ++m_steps;
    m_unsaved = true;
    if (!m_based && m_writing)
        m_writing->waitForFinished(); // steps say nothing without it
    if (sizeOf(edit) > m_pace.largestStep) {
        m_gap = true;
        return renew();
    }
    if (!m_gap)
        writeStep(edit);
    if (!m_gap && (m_fileSteps > m_pace.steps || m_file.size() > m_pace.bytes))
        renew();
    else
        renewLater();
}

void Journal::writeStep(const DesignEdit &edit)
{
    const QByteArray line = journalfolder::checkedLine(m_steps, writeEdit(edit));
    const qint64 size = m_file.size();
    if (m_file.isOpen() && m_file.write(line) == line.size()) {
        ++m_fileSteps;
        return;
    }
    m_gap = true;
    report(u"%1: %2"_s.arg(m_file.fileName(), m_file.errorString()));
    m_file.resize(size);
}

// The steps of the new generation begin at once, before its base is written: see journalfolder.h.
void Journal::renew()
{
    if (!m_running)
        return;
    if (m_writing) {
        m_again = true;
        return;
    }
    m_timer.stop();
    m_again = false;
    if ((!m_lock && !openFolder()) || !openSteps())
        return renewLater();
    const journalfolder::Meta meta {.steps = m_steps, .unsaved = m_unsaved, .name = m_document.design().house().name, .context = m_context, .at = m_clock.utcNow()};
    const auto work = [folder = m_place, generation = m_generation, meta, design = m_document.base(), recovered = m_recovered] {
        Result<void> written = journalfolder::writeBase(folder, generation, meta, design);
        if (written && recovered)
            removeFolder(recovered->entry.folder, *recovered->lock);
        return written;
    };
    m_writingSince.start();
    m_writing = std::make_unique<QFutureWatcher<Result<void>>>();
    connect(m_writing.get(), &QFutureWatcherBase::finished, this, &Journal::onBaseWritten);
    m_writing->setFuture(inPool(m_pool, work));
}

void Journal::onBaseWritten()
{
    const Result<void> written = m_writing->result();
    m_writing.release()->deleteLater();
    m_lastWriting = std::chrono::milliseconds(m_writingSince.elapsed());
    if (!written) {
        report(written.error().detail);
        return renewLater();
    }
    m_based = true;
    m_failing = false;
    m_recovered.reset();
    if (m_again)
        renew();
    else if (m_fileSteps > 0)
        renewLater();
}

bool Journal::openFolder()
{
    for (int i = 0; i < kFolderTries; ++i) {
        const QString place = m_base + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
        QDir().mkpath(place);
        const std::shared_ptr<QLockFile> lock = lockFile(place);
        if (lock->tryLock(0)) {
            m_place = place;
            m_lock = lock;
            return true;
        }
    }
    report(u"%1: cannot be written to"_s.arg(m_base));
    return false;
}

bool Journal::openSteps()
{
    m_file.close();
    m_file.setFileName(journalfolder::stepsPath(m_place, m_generation + 1));
    m_fileSteps = 0;
    m_gap = !m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
    if (m_gap) {
        report(u"%1: %2"_s.arg(m_file.fileName(), m_file.errorString()));
        return false;
    }
    ++m_generation;
    return true;
}

void Journal::renewLater()
{
    if (!m_timer.isActive())
        m_timer.start(std::max(m_pace.interval, kIdleShare * m_lastWriting));
}

void Journal::report(const QString &what)
{
    if (!std::exchange(m_failing, true))
        Q_EMIT failed({.code = ErrorCode::StorageUnavailable, .detail = u"the journal of the design: "_s + what});
}

QList<JournalEntry> Journal::found(const QString &base)
{
    QList<JournalEntry> entries;
    const QFileInfoList places = QDir(base).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo &place : places) {
        const std::shared_ptr<QLockFile> lock = lockFile(place.filePath());
        if (QUuid::fromString(place.fileName()).isNull() || !lock->tryLock(0))
            continue;
        if (const std::optional<JournalEntry> entry = entryOf(place.filePath()))
            entries.append(*entry);
        else
            removeFolder(place.filePath(), *lock);
    }
    std::sort(entries.begin(), entries.end(), [](const JournalEntry &a, const JournalEntry &b) { return a.at > b.at; });
    return entries;
}

Result<RecoveredDesign> Journal::recover(const JournalEntry &entry)
{
    const std::shared_ptr<QLockFile> lock = lockFile(entry.folder);
    if (!lock->tryLock(0))
        return Error {.code = ErrorCode::NotFound, .detail = u"%1 is open elsewhere or gone"_s.arg(entry.folder)};
    Result<journalfolder::Replayed> replayed = journalfolder::replay(entry.folder);
    if (!replayed)
        return replayed.error();
    return RecoveredDesign {.entry = entry, .design = std::move(replayed->design), .context = replayed->meta.context, .steps = replayed->steps, .complete = replayed->complete, .lock = lock};
}

void Journal::discard(const JournalEntry &entry)
{
    const std::shared_ptr<QLockFile> lock = lockFile(entry.folder);
    if (lock->tryLock(0))
        removeFolder(entry.folder, *lock);
}

} // namespace parterre
