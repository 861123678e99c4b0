// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/privatefile.h"

#include <QFile>

namespace parterre::storage {

void makePrivateFile(const QString &path)
{
    QFile file(path);
    static_cast<void>(file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner));
}

} // namespace parterre::storage
