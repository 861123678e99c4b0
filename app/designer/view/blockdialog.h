// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/tools/designtool.h"

#include <QDialog>

namespace parterre::ui {

class PropertyFields;
class TextLabel;

// A block by its numbers: rows and seats, bend, taper and aisles. It is seen in the drawing while they are chosen.
class BlockDialog final : public QDialog
{
    Q_OBJECT

public:
    // About `middle`, in plan units. The document outlives the dialog.
    BlockDialog(DesignDocument &document, const DrawingOptions &options, QPointF middle, QWidget *parent);

    void done(int result) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void preview();

    DesignDocument &m_document;
    const QPointF m_middle;
    Element m_block;
    PropertyFields *m_fields;
    TextLabel *m_count;
};

} // namespace parterre::ui
