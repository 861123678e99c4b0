// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/desk/journalfolder.h"

#include "app/designer/model/designjson.h"
#include "app/designer/model/stepcheck.h"
#include "shared/core/utctime.h"
#include "shared/planio/canonicaljson.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace parterre::journalfolder {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxFileBytes = 1024 * 1024 * 1024;
constexpr qsizetype kMaxMetaBytes = 64 * 1024;
constexpr qint32 kVersion = 1;
constexpr int kChecksumDigits = 16;

Error unreadable(const QString &path, const QString &why)
{
    return {.code = ErrorCode::FileInvalid, .detail = u"%1: %2"_s.arg(path, why)};
}

QByteArray checksum(const QByteArray &number, QByteArrayView payload)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(number);
    hash.addData(payload);
    return hash.result().toHex().left(kChecksumDigits);
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    if (file.size() > kMaxFileBytes)
        return Error {.code = ErrorCode::FileTooLarge, .limit = kMaxFileBytes};
    return file.readAll();
}

QByteArray toJson(const Meta &meta)
{
    return planio::canonicalJson(QJsonObject {{u"format"_s, u"parterre-journal"_s}, {u"version"_s, kVersion}, {u"unsaved"_s, meta.unsaved}, {u"name"_s, meta.name},
                                              {u"context"_s, QString::fromLatin1(meta.context.toBase64())}, {u"at"_s, toIsoUtc(meta.at)}});
}

Result<Meta> metaFrom(LineReader &lines, const QString &path)
{
    if (lines.next() != LineReader::State::Line)
        return unreadable(path, u"damaged"_s);
    const QJsonObject json = QJsonDocument::fromJson(lines.payload()).object();
    if (json["format"_L1] != "parterre-journal"_L1 || json["version"_L1] != kVersion)
        return unreadable(path, u"no journal of version %1"_s.arg(kVersion));
    return Meta {.steps = lines.number(), .unsaved = json["unsaved"_L1].toBool(), .name = json["name"_L1].toString(),
                 .context = QByteArray::fromBase64(json["context"_L1].toString().toLatin1()), .at = fromIsoUtc(json["at"_L1].toString()).value_or(Instant())};
}

Result<Replayed> readBase(const QString &path)
{
    Result<QByteArray> content = contentOf(path);
    if (!content)
        return content.error();
    LineReader lines(std::move(*content));
    const Result<Meta> meta = metaFrom(lines, path);
    if (!meta)
        return meta.error();
    if (lines.next() != LineReader::State::Line)
        return unreadable(path, u"damaged"_s);
    Result<Design> design = readDesign(lines.payload());
    if (!design)
        return unreadable(path, design.error().detail);
    return Replayed {.meta = *meta, .design = std::move(*design), .steps = meta->steps};
}

// Goes on with the steps of a file; false where the chain ends with it.
bool replaySteps(const QString &path, Replayed &replayed)
{
    Result<QByteArray> content = contentOf(path);
    if (!content) {
        replayed.complete = false;
        return false;
    }
    LineReader lines(std::move(*content));
    LineReader::State state = lines.next();
    for (; state == LineReader::State::Line; state = lines.next()) {
        const Result<DesignEdit> edit = readEdit(lines.payload(), replayed.design.house());
        if (lines.number() != replayed.steps + 1 || !edit || !isStepOf(replayed.design, *edit)) {
            replayed.complete = false;
            return false;
        }
        replayed.design.apply(*edit);
        ++replayed.steps;
    }
    replayed.complete = replayed.complete && state != LineReader::State::Damaged;
    return state == LineReader::State::End;
}

QList<qint64> generations(const QString &folder, const QString &suffix)
{
    QList<qint64> found;
    const QStringList names = QDir(folder).entryList({u"*."_s + suffix}, QDir::Files);
    for (const QString &name : names) {
        bool ok = false;
        const qint64 generation = name.chopped(suffix.size() + 1).toLongLong(&ok);
        if (ok && generation > 0)
            found.append(generation);
    }
    std::sort(found.begin(), found.end(), std::greater());
    return found;
}

const QString kBase = u"base"_s;
const QString kSteps = u"steps"_s;

QString pathOf(const QString &folder, qint64 generation, const QString &suffix)
{
    return u"%1/%2.%3"_s.arg(folder).arg(generation).arg(suffix);
}

} // namespace

QString basePath(const QString &folder, qint64 generation)
{
    return pathOf(folder, generation, kBase);
}

QString stepsPath(const QString &folder, qint64 generation)
{
    return pathOf(folder, generation, kSteps);
}

QString lockPath(const QString &folder)
{
    return folder + u"/lock"_s;
}

QList<qint64> bases(const QString &folder)
{
    return generations(folder, kBase);
}

bool hasStepsSince(const QString &folder, qint64 generation)
{
    const QList<qint64> all = generations(folder, kSteps);
    return std::any_of(all.cbegin(), all.cend(), [&](qint64 steps) { return steps >= generation && QFileInfo(stepsPath(folder, steps)).size() > 0; });
}

QByteArray checkedLine(qint64 number, const QByteArray &payload)
{
    const QByteArray digits = QByteArray::number(number);
    return digits + ' ' + QByteArray::number(payload.size()) + ' ' + checksum(digits, payload) + ' ' + payload + '\n';
}

LineReader::State LineReader::next()
{
    if (m_at == m_content.size())
        return State::End;
    const qsizetype end = m_content.indexOf('\n', m_at);
    if (end < 0)
        return State::Torn;
    QByteArrayView line = QByteArrayView(m_content).sliced(m_at, end - m_at);
    const auto word = [&line] {
        const qsizetype space = line.indexOf(' ');
        const QByteArrayView front = space < 0 ? QByteArrayView() : line.first(space);
        line = space < 0 ? QByteArrayView() : line.sliced(space + 1);
        return front.toByteArray();
    };
    const QByteArray number = word();
    const QByteArray length = word();
    const QByteArray sum = word();
    bool ok = false;
    m_number = number.toLongLong(&ok);
    if (!ok || length != QByteArray::number(line.size()) || sum != checksum(number, line))
        return State::Damaged;
    m_payload = line.toByteArray();
    m_at = end + 1;
    return State::Line;
}

Result<void> writeBase(const QString &folder, qint64 generation, const Meta &meta, const Design &design)
{
    QSaveFile file(basePath(folder, generation));
    const QByteArray content = checkedLine(meta.steps, toJson(meta)) + checkedLine(meta.steps, writeDesign(design));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return {ErrorCode::Internal, u"%1: %2"_s.arg(file.fileName(), file.errorString())};
    // Bases first: one without its steps would be an older state that looks whole.
    for (const QString &suffix : {kBase, kSteps}) {
        for (const qint64 older : generations(folder, suffix)) {
            if (older < generation)
                QFile::remove(pathOf(folder, older, suffix));
        }
    }
    return {};
}

Result<Meta> readMeta(const QString &folder, qint64 generation)
{
    QFile file(basePath(folder, generation));
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.fileName(), file.errorString());
    LineReader lines(file.readLine(kMaxMetaBytes));
    return metaFrom(lines, file.fileName());
}

Result<Replayed> replay(const QString &folder)
{
    Error last {.code = ErrorCode::NotFound, .detail = folder};
    const QList<qint64> all = bases(folder);
    for (const qint64 generation : all) {
        Result<Replayed> replayed = readBase(basePath(folder, generation));
        if (!replayed) {
            last = replayed.error();
            continue;
        }
        // Where a newer base is damaged, the steps that it was made of may still be there.
        const qint64 newest = generations(folder, kSteps).value(0, 0);
        for (qint64 next = generation; next <= newest; ++next) {
            if (!replaySteps(stepsPath(folder, next), *replayed)) {
                replayed->complete = replayed->complete && next == newest;
                break;
            }
        }
        return replayed;
    }
    return last;
}

void removeFiles(const QString &folder)
{
    // Bases that were being written have more letters at their end.
    const QFileInfoList files = QDir(folder).entryInfoList({u"*."_s + kBase + u'*', u"*."_s + kSteps}, QDir::Files);
    for (const QFileInfo &file : files)
        QFile::remove(file.filePath());
}

} // namespace parterre::journalfolder
