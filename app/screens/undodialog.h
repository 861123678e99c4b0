// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;

namespace parterre::ui {

// Asks why an admission is taken back; there is no way without a reason.
class UndoDialog : public QDialog
{
    Q_OBJECT
public:
    explicit UndoDialog(const QString &seat, QWidget *parent = nullptr);

    [[nodiscard]] QString reason() const;

private:
    QComboBox *m_reason;
};

} // namespace parterre::ui
