// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/reading.h"

namespace parterre::protocol {

bool Reading::fail(const QString &what)
{
    if (m_fault.isEmpty())
        m_fault = (m_at ? pathTo(m_at) : QStringLiteral("params")) + QStringLiteral(": ") + what;
    return false;
}

QString Reading::pathTo(const Step *step)
{
    const QString outer = step->m_outer ? pathTo(step->m_outer) : QString();
    if (step->m_index >= 0)
        return outer + u'[' + QString::number(step->m_index) + u']';
    return outer.isEmpty() ? QString(step->m_key) : outer + u'.' + step->m_key;
}

} // namespace parterre::protocol
