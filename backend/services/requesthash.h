// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <QString>

namespace parterre::services {

// What makes two requests the same request: a hash over everything they ask for.
class RequestHash
{
public:
    explicit RequestHash(const QString &operation) { add(operation); }

    RequestHash &add(const QString &text)
    {
        const QByteArray utf8 = text.toUtf8();
        m_hash.addData(QByteArray::number(utf8.size()) + ':' + utf8 + ';');
        return *this;
    }
    [[nodiscard]] QByteArray result() const { return m_hash.result(); }

private:
    QCryptographicHash m_hash {QCryptographicHash::Sha256};
};

} // namespace parterre::services
