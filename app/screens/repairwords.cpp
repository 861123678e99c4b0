// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/repairwords.h"

#include <QCoreApplication>

namespace parterre::ui {

namespace {

struct RepairWords {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::RepairWords)
};

} // namespace

QString repairTitle(planio::RepairKind kind)
{
    using planio::RepairKind;
    switch (kind) {
    case RepairKind::RepeatedId: return RepairWords::tr("Several seats have one id");
    case RepairKind::RepeatedLabel: return RepairWords::tr("A seat got another label");
    case RepairKind::MissingCategory: return RepairWords::tr("A category was added");
    case RepairKind::RenamedCategory: return RepairWords::tr("A category got another name");
    case RepairKind::MissingText: return RepairWords::tr("A name or number was made up");
    case RepairKind::MissingValue: return RepairWords::tr("A usual value was taken");
    case RepairKind::WrongType: return RepairWords::tr("A value of another kind");
    case RepairKind::NumberOutOfRange: return RepairWords::tr("A number was out of range");
    case RepairKind::TextChanged: return RepairWords::tr("A text was changed");
    case RepairKind::UnknownKey: return RepairWords::tr("Not read");
    case RepairKind::NotKept: return RepairWords::tr("Not kept");
    case RepairKind::OutsideCanvas: return RepairWords::tr("A seat outside the plan");
    case RepairKind::OnAnotherSeat: return RepairWords::tr("A seat upon another");
    case RepairKind::Guess: return RepairWords::tr("A guess");
    }
    Q_UNREACHABLE();
}

} // namespace parterre::ui
