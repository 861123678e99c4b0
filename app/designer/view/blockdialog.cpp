// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/blockdialog.h"

#include "app/designer/commands/elementsteps.h"
#include "app/designer/tools/drawing.h"
#include "app/designer/view/propertyfields.h"
#include "app/widgets/buttons.h"
#include "app/widgets/textlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre::ui {
namespace {

constexpr qint32 kRows = 10, kSeats = 20;
constexpr int kWidth = 360;

// What shapes a block: up to the heading of its labels, which have a dialog of their own.
QList<Property> shapeOf(const ElementBody &body)
{
    const QList<Property> all = propertiesOf(body);
    const auto labels = std::find_if(all.cbegin() + 1, all.cend(), [](const Property &property) { return property.kind == Property::Kind::Heading; });
    return {all.cbegin() + 1, labels};
}

} // namespace

BlockDialog::BlockDialog(DesignDocument &document, const DrawingOptions &options, QPointF middle, QWidget *parent)
    : QDialog(parent), m_document(document), m_middle(middle),
      m_block(steps::newElement(document.base(), blockBody(document.base(), options, kRows, kSeats), {}, options.section, options.level)),
      m_fields(new PropertyFields(shapeOf(m_block.body))), m_count(new TextLabel({}, TextScale::Body, Tone::Muted))
{
    setWindowTitle(tr("Block by numbers"));
    setMinimumWidth(kWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->addWidget(new TextLabel(tr("Block by numbers"), TextScale::Title));
    column->addWidget(m_fields);
    column->addWidget(m_count);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    QPushButton *cancel = makeButton(tr("Cancel"));
    QPushButton *add = makeButton(tr("Add the block"), ButtonKind::Primary, Glyph::Block);
    add->setObjectName(QStringLiteral("addBlock"));
    add->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(add);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(add, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_fields, &PropertyFields::edited, this, [this](const Property &property, const QVariant &value) {
        property.write(m_block, value);
        preview();
    });
    m_fields->showElements({&m_block});
    preview();
}

// Beside the drawing, over what is known of it: the block is to be seen.
void BlockDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    const QWidget *window = parentWidget()->window();
    move(window->mapToGlobal(QPoint(window->width() - width() - kTwoSteps, (window->height() - height()) / 2)));
}

void BlockDialog::preview()
{
    const auto &body = std::get<BlockBody>(m_block.body);
    m_block.at = {m_middle.x(), m_middle.y() - (body.rows - 1) * body.rowSpacing / 2};
    m_document.preview(steps::add(m_document.base(), tr("Draw a block"), {m_block}));
    m_count->setText(tr("%Ln seats", nullptr, m_document.piece(m_block.id).seatCount()));
}

void BlockDialog::done(int result)
{
    if (result == Accepted) {
        m_document.commitPreview();
        m_document.select({m_block.id});
    } else {
        m_document.cancelPreview();
    }
    QDialog::done(result);
}

} // namespace parterre::ui
