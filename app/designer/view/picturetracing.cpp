// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/picturetracing.h"

#include "app/designer/commands/housesteps.h"
#include "app/designer/view/backgrounditem.h"
#include "app/designer/view/designview.h"

#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QLocale>

#include <algorithm>

namespace parterre::ui {

PictureTracing::PictureTracing(DesignDocument &document, DesignView &view, QWidget *parent) : QObject(parent), m_document(document), m_view(view), m_widget(parent)
{
    connect(&view, &DesignView::lineMeasured, this, &PictureTracing::onLineMeasured);
}

void PictureTracing::askForPicture()
{
    auto *dialog = new QFileDialog(m_widget, tr("Choose a picture to trace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Pictures (*.png *.jpg *.jpeg *.svg *.pdf)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &PictureTracing::setPicture);
    dialog->open();
}

void PictureTracing::setPicture(const QString &path)
{
    QFile file(path);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.read(kMaxBackgroundBytes + 1) : QByteArray();
    if (bytes.size() > kMaxBackgroundBytes)
        return Q_EMIT message(Severity::Error, tr("The picture is larger than %1. Save it smaller and try again.").arg(QLocale().formattedDataSize(kMaxBackgroundBytes)));
    const ReadPicture picture = readPicture(bytes, 0);
    if (picture.image.isNull())
        return Q_EMIT message(Severity::Error, tr("This is no picture that can be shown. Choose a PNG, JPEG, SVG or PDF file."));
    // As wide as the plan to begin with.
    const double scale = m_document.design().house().size.x / std::max(picture.size.width(), 1.0);
    m_document.push(steps::setBackground(m_document.design(), Background {.data = bytes, .scale = scale}));
}

void PictureTracing::startCalibration()
{
    m_calibrating = true;
    m_view.setTool(ToolKind::Measure);
    m_view.setFocus();
    Q_EMIT message(Severity::Info, tr("Drag along something in the picture whose length you know, such as a row."));
}

void PictureTracing::onLineMeasured(const QLineF &line)
{
    if (!std::exchange(m_calibrating, false))
        return;
    Q_EMIT calibrated();
    auto *dialog = new QInputDialog(m_widget);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::DoubleInput);
    dialog->setWindowTitle(tr("Scale of the picture"));
    dialog->setLabelText(tr("How long is this, in plan units? Two seats of a row usually stand 25 apart."));
    dialog->setDoubleRange(0.1, 100'000);
    dialog->setDoubleDecimals(1);
    dialog->setDoubleValue(line.length());
    connect(dialog, &QInputDialog::doubleValueSelected, this, [this, line](double length) {
        std::optional<Background> background = m_document.design().house().background;
        if (!background)
            return;
        // The line's first point stays where it is.
        const double factor = length / line.length();
        background->at = {line.x1() + (background->at.x - line.x1()) * factor, line.y1() + (background->at.y - line.y1()) * factor};
        background->scale *= factor;
        m_document.push(steps::setBackground(m_document.design(), background));
        m_view.setTool(ToolKind::Select);
    });
    dialog->open();
}

} // namespace parterre::ui
