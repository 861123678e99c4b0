// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/block.h"

#include <QDialog>

class QComboBox;
class QPushButton;
class QSpinBox;

namespace parterre {
class BlockDesk;
}

namespace parterre::ui {

class ChoiceBar;
class ReleaseForm;

// Asks what becomes of the seats that are chosen to be blocked: held back or killed, why, until when; and how many places of
// the house's areas go with them. There is no way without a reason.
class BlockSeatsDialog : public QDialog
{
    Q_OBJECT
public:
    // `desk`, whose event is open, outlives it.
    explicit BlockSeatsDialog(const BlockDesk &desk, QWidget *parent = nullptr);

    [[nodiscard]] BlockKind kind() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] std::optional<BlockRelease> release() const;
    [[nodiscard]] QList<AreaBlock> areas() const;

private:
    void sync();

    const BlockDesk &m_desk;
    ChoiceBar *m_kind;
    QComboBox *m_reason;
    ReleaseForm *m_release;
    QList<std::pair<qint32, QSpinBox *>> m_areas; // of the plan
    QPushButton *m_block;
};

} // namespace parterre::ui
