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
        protocol::JsonDocument document;
        const Result<protocol::JsonView> json = document.read(line, protocol::kClientJson);
        if (!json)
            continue; // the empty last line
        if (const auto admission = protocol::readMessage<protocol::CheckinsAdmitParams>(*json, protocol::ReadMode::Strict))
            m_waiting.append(*admission);
    }
}

bool DoorQueue::add(const protocol::CheckinsAdmitParams &admission)
{
    m_waiting.append(admission);
    return save();
}

void DoorQueue::remove(const QString &key)
{
    m_waiting.removeIf([&key](const protocol::CheckinsAdmitParams &admission) { return admission.key == key; });
    (void)save();
}

bool DoorQueue::save() const
{
    QSaveFile file(m_path);
    if (m_path.isEmpty() || !QDir().mkpath(QFileInfo(m_path).path()) || !file.open(QIODevice::WriteOnly))
        return false;
    for (const protocol::CheckinsAdmitParams &admission : m_waiting) {
        protocol::JsonWriter out(0);
        protocol::writeMessage(out, admission);
        file.write(out.take() + '\n');
    }
    return file.commit();
}

} // namespace parterre
