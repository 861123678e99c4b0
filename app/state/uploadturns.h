// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <functional>

namespace parterre {

// Whose file is on its way: a session has one upload at the server, so that those who send one stand in line.
class UploadTurns
{
public:
    // `go` is called when it is the turn of `who`: now, or when those before have left. Whoever asks is not in line.
    void enter(const QObject *who, std::function<void()> go);
    // Does nothing for whoever is not in line.
    void leave(const QObject *who);

private:
    struct Place {
        const QObject *who;
        std::function<void()> go;
    };

    void goFirst();

    QList<Place> m_line; // the first has its turn
};

} // namespace parterre
