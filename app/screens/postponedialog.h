// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/block.h"

#include <QDialog>

namespace parterre::ui {

class ReleaseForm;

// Asks for another release of blocked seats, or none.
class PostponeDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PostponeDialog(const DueBlock &block, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<BlockRelease> release() const;

private:
    ReleaseForm *m_release;
};

} // namespace parterre::ui
