// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/conflictdialog.h"

#include "app/designer/model/designedplan.h"
#include "app/designer/view/designpicture.h"
#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"
#include "shared/core/utctime.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr QSize kPicture {320, 240};

} // namespace

ConflictDialog::ConflictDialog(const Design &mine, const Draft &newer, const std::optional<Design> &theirs, QWidget *parent) : QDialog(parent)
{
    const QString title = tr("%1 has saved this draft meanwhile").arg(isolated(newer.changedBy.name));
    setWindowTitle(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->addWidget(new TextLabel(title, TextScale::Title));
    auto *text = new TextLabel(tr("Only one of them can be the draft. Replacing theirs is for good. If you open theirs, yours stays on this computer and is offered when you draw again."));
    text->setWordWrap(true);
    column->addWidget(text);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(kTwoSteps);
    sides->addWidget(side(tr("Yours"), mine));
    sides->addWidget(side(tr("Theirs, %1").arg(QLocale().toString(toDateTime(newer.changedAt).toLocalTime(), QLocale::ShortFormat)), theirs));
    column->addLayout(sides);
    auto *buttons = new QHBoxLayout;
    const auto add = [&](const QString &name, ButtonKind kind, const QString &object) {
        QPushButton *button = makeButton(name, kind);
        button->setObjectName(object);
        buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, &QDialog::accept);
        return button;
    };
    buttons->addStretch();
    add(tr("Not now"), ButtonKind::Standard, QStringLiteral("chooseNeither"))->setDefault(true);
    connect(add(tr("Open &theirs"), ButtonKind::Standard, QStringLiteral("chooseTheirs")), &QPushButton::clicked, this, &ConflictDialog::theirsChosen);
    connect(add(tr("&Replace theirs"), ButtonKind::Danger, QStringLiteral("chooseMine")), &QPushButton::clicked, this, &ConflictDialog::mineChosen);
    column->addLayout(buttons);
}

QWidget *ConflictDialog::side(const QString &heading, const std::optional<Design> &design) const
{
    auto *card = new Card;
    card->body()->addWidget(new TextLabel(heading, TextScale::Heading));
    auto *picture = new QLabel;
    picture->setFixedSize(kPicture);
    picture->setAlignment(Qt::AlignCenter);
    card->body()->addWidget(picture);
    if (!design) {
        picture->setText(tr("It cannot be shown"));
        return card;
    }
    picture->setAccessibleName(heading);
    picture->setPixmap(designPicture(*design, SeatMapTheme::fromPalette(palette(), font()), kPicture, devicePixelRatioF()));
    qint32 seats = 0;
    for (const DesignPiece &piece : piecesOf(*design))
        seats += piece.seatCount();
    card->body()->addWidget(new TextLabel(tr("%Ln seats", nullptr, seats), TextScale::Caption, Tone::Muted));
    return card;
}

} // namespace parterre::ui
