// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/logodialog.h"

#include "app/widgets/busyoverlay.h"
#include "app/widgets/buttons.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/posterpictures.h"
#include "app/widgets/postermaker.h"
#include "app/widgets/textlabel.h"
#include "shared/core/inpool.h"
#include "shared/domain/poster.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kWidth = 400;
constexpr QSize kPaper {kWidth, 140};
constexpr int kPaperMargin = 16;

// As it will stand on paper, which is white in the dark, too.
QPixmap onPaper(const QImage &logo, qreal devicePixelRatio)
{
    QPixmap paper((QSizeF(kPaper) * devicePixelRatio).toSize());
    paper.setDevicePixelRatio(devicePixelRatio);
    paper.fill(Qt::white);
    if (logo.isNull())
        return paper;
    const QSizeF size = QSizeF(logo.size()).scaled(QSizeF(kPaper) - QSizeF(2 * kPaperMargin, 2 * kPaperMargin), Qt::KeepAspectRatio);
    QRectF place({}, size);
    place.moveCenter(QRectF({}, QSizeF(kPaper)).center());
    QPainter painter(&paper);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, logo);
    return paper;
}

QString faultText(PosterFault fault)
{
    switch (fault) {
    case PosterFault::TooSmall: return LogoDialog::tr("The picture is too small for a logo. Choose one with %1 pixels or more on each side.").arg(kMinPosterSide);
    case PosterFault::TooNarrow: return LogoDialog::tr("The picture is too long and narrow for a logo. Cut it to at most eight times as wide as high and choose it again.");
    case PosterFault::NotOpened:
    case PosterFault::TooLarge:
    case PosterFault::NoPicture: break;
    }
    return posterFaultText(fault);
}

} // namespace

LogoDialog::LogoDialog(LogoDesk &desk, const VenueRef &venue, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_banner(new MessageBanner), m_logo(new QLabel), m_hint(new TextLabel({}, TextScale::Caption, Tone::Muted)),
      m_choose(makeButton(tr("Choose a &picture…"), ButtonKind::Standard, Glyph::Picture)), m_remove(makeButton(tr("&Remove"), ButtonKind::Quiet, Glyph::Trash)),
      m_busy(nullptr)
{
    setWindowTitle(tr("Logo"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->setSizeConstraint(QLayout::SetFixedSize);
    auto *title = new TextLabel(tr("Logo of %1").arg(isolated(venue.name)), TextScale::Heading);
    for (TextLabel *label : {title, m_hint})
        label->wrapped()->setFixedWidth(kWidth);
    m_logo->setFixedSize(kPaper);
    m_logo->setObjectName(QStringLiteral("logo"));
    m_choose->setObjectName(QStringLiteral("chooseLogo"));
    m_remove->setObjectName(QStringLiteral("removeLogo"));
    auto *close = makeButton(tr("&Close"), ButtonKind::Primary);
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    row->addWidget(m_choose);
    row->addWidget(m_remove);
    row->addStretch();
    row->addWidget(close);
    column->addWidget(title);
    column->addWidget(m_banner);
    column->addWidget(m_logo);
    column->addWidget(m_hint);
    column->addLayout(row);
    m_busy = new BusyOverlay(this);
    connect(m_choose, &QPushButton::clicked, this, &LogoDialog::askForPicture);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_banner->clear();
        m_desk.remove();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&m_desk, &LogoDesk::changed, this, &LogoDialog::showLogo);
    connect(&m_desk, &LogoDesk::failed, this, [this](const Error &error) { m_banner->showMessage(Severity::Error, errorText(error)); });
    connect(&m_desk, &LogoDesk::forgotten, this, &QDialog::reject);
    m_desk.open(venue.id);
}

LogoDialog::~LogoDialog()
{
    m_desk.close();
}

void LogoDialog::showLogo()
{
    const bool isBusy = m_making || m_desk.isBusy();
    if (isBusy)
        m_busy->start(tr("One moment…"));
    else
        m_busy->stop();
    const bool hasLogo = !m_desk.file().isEmpty();
    m_logo->setPixmap(onPaper(decodePoster(m_desk.file()), devicePixelRatioF()));
    m_logo->setAccessibleName(hasLogo ? tr("The logo, as it stands on paper") : tr("Empty paper, since there is no logo"));
    m_hint->setText(hasLogo ? tr("It stands on the tickets and receipts of this house from now on. Receipt printers print it in black dots.")
                            : tr("There is none yet. A picture on white, wider than high, fits best on tickets and receipts."));
    m_choose->setAccessibleDescription(m_hint->text());
    if (!hasLogo && focusWidget() == m_remove)
        m_choose->setFocus(); // before it goes
    m_remove->setVisible(hasLogo);
}

void LogoDialog::askForPicture()
{
    auto *dialog = new QFileDialog(this, tr("Choose a picture for the logo"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Pictures (%1)").arg(pictureNamePatterns()), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &LogoDialog::take);
    dialog->open();
}

void LogoDialog::take(const QString &path)
{
    m_banner->clear();
    m_making = true;
    showLogo();
    inPool(this, [path] { return makePoster(path); }, [this](const MadePoster &made) {
        m_making = false;
        if (const auto *file = std::get_if<QByteArray>(&made))
            m_desk.set(*file);
        else
            m_banner->showMessage(Severity::Error, faultText(std::get<PosterFault>(made)));
        showLogo();
    });
}

} // namespace parterre::ui
