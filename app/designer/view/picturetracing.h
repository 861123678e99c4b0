// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"
#include "app/widgets/messagebanner.h"

#include <QObject>

namespace parterre {
class DesignView;
} // namespace parterre

namespace parterre::ui {

// The picture that is traced over: chosen from a file, and brought to scale by a line whose length people know.
class PictureTracing : public QObject
{
    Q_OBJECT

public:
    // All of them outlive it; dialogs open above `parent`.
    PictureTracing(DesignDocument &document, DesignView &view, QWidget *parent);

    void askForPicture();
    void setPicture(const QString &path);
    // The next line that is measured is asked the length of.
    void startCalibration();

Q_SIGNALS:
    void message(parterre::ui::Severity severity, const QString &text);
    void calibrated();

private:
    void onLineMeasured(const QLineF &line);

    DesignDocument &m_document;
    DesignView &m_view;
    QWidget *m_widget;
    bool m_calibrating = false;
};

} // namespace parterre::ui
