// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/design.h"
#include "shared/domain/draft.h"

#include <QDialog>

namespace parterre::ui {

// Two people have drawn on one draft: shows what each has, and asks which is to be gone on with.
class ConflictDialog final : public QDialog
{
    Q_OBJECT

public:
    // `theirs`: nothing where it cannot be shown.
    ConflictDialog(const Design &mine, const Draft &newer, const std::optional<Design> &theirs, QWidget *parent);

Q_SIGNALS:
    void mineChosen();
    void theirsChosen();

private:
    [[nodiscard]] QWidget *side(const QString &heading, const std::optional<Design> &design) const;
};

} // namespace parterre::ui
