// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/posterfield.h"

#include "app/screens/scopechoice.h"
#include "app/widgets/buttons.h"
#include "app/widgets/posterpictures.h"
#include "app/widgets/postermaker.h"
#include "app/widgets/textlabel.h"
#include "shared/core/inpool.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr QSize kPosterSize {96, 137};

} // namespace

PosterField::PosterField(EventDesk &desk, PosterPictures &pictures, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_pictures(pictures), m_poster(new QLabel), m_hint(new TextLabel({}, TextScale::Caption, Tone::Muted)),
      m_choose(makeButton(tr("Choose a picture…"), ButtonKind::Standard, Glyph::Picture)), m_remove(makeButton(tr("Remove"), ButtonKind::Quiet, Glyph::Trash)),
      m_scope(new ScopeChoice(desk, tr("Which dates of the series get the poster, or lose it")))
{
    m_poster->setFixedSize(kPosterSize);
    m_poster->setObjectName(QStringLiteral("poster"));
    m_choose->setObjectName(QStringLiteral("choosePoster"));
    m_remove->setObjectName(QStringLiteral("removePoster"));
    m_scope->setObjectName(QStringLiteral("posterScope"));
    m_remove->setAccessibleName(tr("Remove the poster"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kStep);
    buttons->addWidget(m_choose);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *column = new QVBoxLayout;
    column->setSpacing(kStep);
    column->addLayout(buttons);
    column->addWidget(m_scope, 0, Qt::AlignLeading);
    column->addWidget(m_hint->wrapped());
    column->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kTwoSteps);
    row->addWidget(m_poster, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    setFocusProxy(m_choose);
    connect(m_choose, &QPushButton::clicked, this, &PosterField::askForPicture);
    connect(m_remove, &QPushButton::clicked, this, [this] { m_desk.removePoster(); });
    connect(&m_desk, &EventDesk::posterChanged, this, &PosterField::showPoster);
    connect(&m_pictures, &PosterPictures::arrived, this, [this](const QString &hash) {
        if (const auto owner = m_desk.posterOwner(); owner && owner->poster == hash)
            showPoster();
    });
}

// By the name that is entered, which the painted picture has on it.
EventSummary PosterField::shown() const
{
    EventSummary summary = m_desk.posterOwner().value_or(m_desk.stored() ? m_desk.stored()->summary : EventSummary());
    const EventDefinition definition = m_desk.definition();
    summary.name = definition.name;
    summary.category = definition.category;
    return summary;
}

void PosterField::showPoster()
{
    const EventSummary event = shown();
    m_poster->setPixmap(m_pictures.picture(event, kPosterSize, devicePixelRatioF()));
    m_poster->setAccessibleName(event.poster ? tr("Poster of %1").arg(event.name) : tr("A painted picture, since there is no poster"));
    if (!m_desk.stored() && event.poster)
        m_hint->setText(tr("The new event gets this poster when it is saved. Another can be chosen after that."));
    else if (!m_desk.stored())
        m_hint->setText(tr("Save the event first. Until it has a poster, a painted picture stands in."));
    else if (event.poster)
        m_hint->setText(tr("Another picture takes its place at once, without saving the event."));
    else
        m_hint->setText(tr("Until there is a poster, a painted picture stands in. Any picture will do, and it is shown at once, without saving the event."));
    m_choose->setEnabled(m_desk.stored().has_value());
    m_choose->setAccessibleDescription(m_hint->text());
    if (!event.poster && window()->focusWidget() == m_remove)
        m_choose->setFocus(); // before it goes
    m_remove->setVisible(m_desk.stored() && event.poster);
}

void PosterField::askForPicture()
{
    auto *dialog = new QFileDialog(this, tr("Choose a picture for the poster"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Pictures (%1)").arg(pictureNamePatterns()), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &PosterField::take);
    dialog->open();
}

void PosterField::take(const QString &path)
{
    m_making = true;
    Q_EMIT makingChanged();
    inPool(this, [path] { return makePoster(path); }, [this, event = m_desk.event()](const MadePoster &made) {
        m_making = false;
        const auto *file = std::get_if<QByteArray>(&made);
        if (file && event == m_desk.event())
            m_desk.setPoster(*file);
        Q_EMIT makingChanged();
        if (!file)
            Q_EMIT said(Severity::Error, posterFaultText(std::get<PosterFault>(made)));
    });
}

} // namespace parterre::ui
