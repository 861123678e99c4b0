// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/doorqueue.h"

#include "shared/protocol/jsondocument.h"
#include "shared/protocol/jsonwriter.h"
#include "shared/protocol/limits.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace parterre {

// One message of the wire a line: what will be sent.
DoorQueue::DoorQueue(const QString &folder) : m_path(folder.isEmpty() ? QString() : QDir(folder).filePath(QStringLiteral("door-queue.jsonl")))
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        protocol::JsonDocument document;
        const Result<protocol::JsonView> json = document.read(line, protocol::kClientJson);
        const auto admission = json ? protocol::readMessage<protocol::CheckinsAdmitParams>(*json, protocol::ReadMode::Strict) : json.error();
        if (admission)
            m_waiting.append(*admission);
        else
            m_unread.append(line);
    }
}

void DoorQueue::add(const protocol::CheckinsAdmitParams &admission)
{
    m_waiting.append(admission);
    save();
}

void DoorQueue::remove(const QString &key)
{
    m_waiting.removeIf([&key](const protocol::CheckinsAdmitParams &admission) { return admission.key == key; });
    save();
}

// One that stays in the file although the server knows it is told once more, under its key.
void DoorQueue::save()
{
    QSaveFile file(m_path);
    m_isKept = !m_path.isEmpty() && QDir().mkpath(QFileInfo(m_path).path()) && file.open(QIODevice::WriteOnly);
    if (m_isKept) {
        for (const QByteArray &line : m_unread)
            file.write(line + '\n');
        for (const protocol::CheckinsAdmitParams &admission : m_waiting) {
            protocol::JsonWriter out(0);
            protocol::writeMessage(out, admission);
            file.write(out.take() + '\n');
        }
        m_isKept = file.commit();
    }
    m_isKept = m_isKept || m_waiting.isEmpty();
}

} // namespace parterre
