// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QPixmap>
#include <QWidget>

namespace parterre::testing {

// Saves a picture when PARTERRE_PICTURES names a folder, for people to look at; else does nothing.
inline void keepPicture(const QImage &picture, const QString &name)
{
    const QString folder = qEnvironmentVariable("PARTERRE_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    picture.save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

// The same of what a widget looks like.
inline void keepPicture(QWidget &widget, const QString &name)
{
    if (qEnvironmentVariableIsSet("PARTERRE_PICTURES"))
        keepPicture(widget.grab().toImage(), name);
}

} // namespace parterre::testing
