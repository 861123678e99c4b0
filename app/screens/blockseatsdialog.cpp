// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/blockseatsdialog.h"

#include "app/screens/blockwords.h"
#include "app/screens/releaseform.h"
#include "app/state/blockdesk.h"
#include "app/widgets/buttons.h"
#include "app/widgets/choicebar.h"
#include "app/widgets/formfield.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre::ui {
namespace {

constexpr int kWidth = 420;
constexpr qsizetype kMostLabels = 12;

} // namespace

BlockSeatsDialog::BlockSeatsDialog(const BlockDesk &desk, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_kind(new ChoiceBar(tr("What becomes of them"))), m_reason(new QComboBox),
      m_release(new ReleaseForm(desk.event().details()->summary.start, desk.event().details()->summary.timeZone)), m_block(makeButton(tr("Block"), ButtonKind::Primary, Glyph::Lock))
{
    setWindowTitle(tr("Block seats"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->setSizeConstraint(QLayout::SetFixedSize);
    const QList<qint32> chosen = m_desk.chosen();
    const QStringList labels = m_desk.event().labelsOf(chosen.first(std::min(chosen.size(), kMostLabels)));
    auto *title = new TextLabel(chosen.isEmpty() ? tr("Block places") : tr("Block %1").arg(seatsText(static_cast<qint32>(chosen.size()))), TextScale::Heading);
    auto *seats = new TextLabel(inReadingOrder(labels.join(QStringLiteral(", "))) + (chosen.size() > kMostLabels ? QStringLiteral(" …") : QString()), TextScale::Body, Tone::Muted);
    seats->setVisible(!chosen.isEmpty());
    for (TextLabel *label : {title, seats}) {
        label->wrapped()->setFixedWidth(kWidth);
        column->addWidget(label);
    }
    m_kind->setObjectName(QStringLiteral("blockKind"));
    m_kind->addChoice(static_cast<int>(BlockKind::HeldBack), tr("H&old back, for staff to sell"));
    m_kind->addChoice(static_cast<int>(BlockKind::Killed), tr("&Kill: nobody sells them"));
    m_kind->setCurrent(static_cast<int>(BlockKind::HeldBack));
    column->addWidget(m_kind);
    m_reason->setObjectName(QStringLiteral("blockReason"));
    m_reason->setEditable(true);
    m_reason->addItems({tr("House seats"), tr("Press"), tr("Camera position"), tr("Restricted view")});
    m_reason->setCurrentIndex(-1);
    m_reason->lineEdit()->setMaxLength(BlockLimits::kReasonLength);
    m_reason->setAccessibleName(tr("Reason"));
    column->addWidget(new FormField(tr("&Reason, for staff"), m_reason));
    const SeatMapModel &map = m_desk.event().seatMap();
    for (qint32 area = 0; area < std::min(map.areaCount(), BlockLimits::kAreas); ++area) {
        const qint32 free = map.areaCount(area, SeatLook::Free);
        auto *count = new QSpinBox;
        count->setObjectName(QStringLiteral("blockArea%1").arg(area));
        count->setRange(0, std::min(free, BlockLimits::kPlaces));
        m_areas.append({area, count});
        column->addWidget(new FormField(isolated(map.area(area).name), count, tr("%Ln free", nullptr, free)));
        connect(count, &QSpinBox::valueChanged, this, &BlockSeatsDialog::sync);
    }
    column->addWidget(m_release);

    m_block->setObjectName(QStringLiteral("reallyBlock"));
    column->addLayout(makeAnswerRow(*this, m_block));
    connect(m_block, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_reason, &QComboBox::editTextChanged, this, &BlockSeatsDialog::sync);
    sync();
    m_reason->setFocus();
}

void BlockSeatsDialog::sync()
{
    m_block->setEnabled(!reason().isEmpty() && (!m_desk.chosen().isEmpty() || !areas().isEmpty()));
}

BlockKind BlockSeatsDialog::kind() const
{
    return static_cast<BlockKind>(m_kind->current());
}

QString BlockSeatsDialog::reason() const
{
    return m_reason->currentText().simplified();
}

std::optional<BlockRelease> BlockSeatsDialog::release() const
{
    return m_release->release();
}

QList<AreaBlock> BlockSeatsDialog::areas() const
{
    QList<AreaBlock> wanted;
    for (const auto &[area, count] : m_areas) {
        if (count->value() > 0)
            wanted.append({.area = area, .seats = count->value()});
    }
    return wanted;
}

} // namespace parterre::ui
