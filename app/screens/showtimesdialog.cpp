// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/showtimesdialog.h"

#include "app/screens/showtimesourcedialog.h"
#include "app/screens/showtimetable.h"
#include "app/screens/showtimewords.h"
#include "app/widgets/buttons.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/notedelegate.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/prompter.h"
#include "app/widgets/textlabel.h"

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre::ui {
namespace {

constexpr int kSourcesWidth = 288;
constexpr int kFindingsWidth = 720;
constexpr int kFindingsHeight = 320;
constexpr int kProblemsHeight = 96;

QHBoxLayout *buttonRow(const QList<QWidget *> &widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    return row;
}

} // namespace

ShowtimesDialog::ShowtimesDialog(ShowtimeDesk &desk, const QList<EventSummary> &events, Prompter &prompter, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_events(events), m_prompter(prompter), m_banner(new MessageBanner), m_sources(new QListWidget), m_edit(makeButton(tr("&Edit…"))),
      m_remove(makeButton(tr("&Remove…"), ButtonKind::Danger)), m_look(makeButton({}, ButtonKind::Standard, Glyph::Search)), m_stop(makeButton(tr("Sto&p"))), m_progress(new QProgressBar),
      m_table(new ShowtimeTable(desk.entries())), m_summary(new TextLabel({}, TextScale::Caption, Tone::Muted)),
      m_partial(new TextLabel(tr("The source was not read whole: nothing is shown as gone only because it is not there."), TextScale::Caption, Tone::Warning)), m_problems(new QListWidget),
      m_publish(new QCheckBox(tr("P&ublish new events at once"))), m_apply(makeButton(tr("&Take over"), ButtonKind::Primary, Glyph::Check))
{
    setWindowTitle(tr("Showtimes from outside"));
    setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->addWidget(new TextLabel(windowTitle(), TextScale::Heading));
    column->addWidget((new TextLabel(tr("Calendars, tables and web pages of others become events. Looking changes nothing; what you changed here yourself stays."), TextScale::Caption, Tone::Muted))->wrapped());
    column->addWidget(m_banner);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(kThreeSteps);
    sides->addWidget(buildSources());
    sides->addWidget(buildFindings(), 1);
    column->addLayout(sides, 1);
    auto *back = makeButton(tr("&Close"));
    QHBoxLayout *buttons = buttonRow({});
    buttons->addWidget(m_publish);
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(m_apply);
    column->addLayout(buttons);
    for (const auto &[widget, name] : {std::pair<QWidget *, const char *> {m_sources, "showtimeSources"}, {m_edit, "editSource"}, {m_remove, "removeSource"}, {m_look, "lookAtSource"},
                                       {m_stop, "stopLooking"}, {m_table, "showtimes"}, {m_summary, "showtimeSummary"}, {m_partial, "showtimesPartial"}, {m_problems, "showtimeProblems"}, {m_publish, "publishShowtimes"},
                                       {m_apply, "applyShowtimes"}})
        widget->setObjectName(QLatin1StringView(name));
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &ShowtimesDialog::apply);
    connect(&m_desk, &ShowtimeDesk::sourcesChanged, this, &ShowtimesDialog::showSources);
    connect(&m_desk, &ShowtimeDesk::stateChanged, this, &ShowtimesDialog::showState);
    connect(&m_desk, &ShowtimeDesk::applied, this, &ShowtimesDialog::onApplied);
    connect(&m_desk, &ShowtimeDesk::failed, this, [this](const Error &error) { m_banner->showMessage(Severity::Error, errorText(error)); });
    showSources();
    m_desk.refresh();
}

ShowtimesDialog::~ShowtimesDialog()
{
    m_desk.disconnect(this);
    m_desk.cancel();
}

QWidget *ShowtimesDialog::buildSources()
{
    auto *side = new QWidget;
    side->setFixedWidth(kSourcesWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    m_sources->setAccessibleName(tr("Sources"));
    showAsNotes(*m_sources);
    auto *add = makeButton(tr("&Add…"), ButtonKind::Standard, Glyph::Plus);
    add->setObjectName(QStringLiteral("addSource"));
    for (QPushButton *button : {add, m_edit, m_remove, m_look, m_stop})
        button->setAutoDefault(false);
    column->addWidget(m_sources, 1);
    column->addLayout(buttonRow({add, m_edit, m_remove}));
    column->addLayout(buttonRow({m_look, m_stop}));
    connect(m_sources, &QListWidget::currentRowChanged, this, [this] { m_desk.cancel(); });
    connect(m_sources, &QListWidget::itemActivated, this, &ShowtimesDialog::look);
    connect(add, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(current()); });
    connect(m_remove, &QPushButton::clicked, this, &ShowtimesDialog::askToRemove);
    connect(m_look, &QPushButton::clicked, this, &ShowtimesDialog::look);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_desk.cancel(); });
    return side;
}

QWidget *ShowtimesDialog::buildFindings()
{
    auto *side = new QWidget;
    side->setMinimumSize(kFindingsWidth, kFindingsHeight);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_problems->setAccessibleName(tr("Problems"));
    m_problems->setMaximumHeight(kProblemsHeight);
    m_problems->setWordWrap(true);
    column->addWidget(m_progress);
    column->addWidget(m_table, 1);
    column->addWidget(m_summary->wrapped());
    column->addWidget(m_partial->wrapped());
    column->addWidget(m_problems);
    return side;
}

std::optional<ShowtimeSource> ShowtimesDialog::current() const
{
    const int row = m_sources->currentRow();
    return row >= 0 && row < m_desk.sources().size() ? std::optional(m_desk.sources()[row]) : std::nullopt;
}

// The chosen one stays, or the one that was saved just now is.
void ShowtimesDialog::showSources()
{
    const QUuid before = m_sources->currentItem() ? m_sources->currentItem()->data(Qt::UserRole).toUuid() : QUuid();
    {
        const QSignalBlocker quiet(m_sources);
        m_sources->clear();
        for (const ShowtimeSource &source : m_desk.sources()) {
            auto *item = new QListWidgetItem(icon(source.definition.url ? Glyph::Globe : Glyph::List), source.definition.name + u'\n' + runText(source, locale()), m_sources);
            item->setData(Qt::UserRole, source.id.uuid());
            if (source.id.uuid() == before || (before.isNull() && source.id == m_desk.savedSource()))
                m_sources->setCurrentItem(item);
        }
        if (!m_sources->currentItem())
            m_sources->setCurrentRow(0);
    }
    showState();
}

void ShowtimesDialog::showState()
{
    const std::optional<ShowtimeSource> source = current();
    const bool looking = m_desk.state() == ShowtimeDesk::State::Looking;
    const bool busy = looking || m_desk.isSaving() || m_desk.state() == ShowtimeDesk::State::Applying;
    m_look->setText(source && source->definition.url ? tr("&Look there") : tr("Choose a fi&le…"));
    for (QPushButton *button : {m_edit, m_remove, m_look})
        button->setEnabled(source && !busy);
    m_sources->setEnabled(m_desk.state() != ShowtimeDesk::State::Applying);
    m_stop->setEnabled(looking);
    m_progress->setVisible(busy);
    const int fresh = m_desk.entries().chosenCount(ShowtimeState::New) + m_desk.entries().chosenCount(ShowtimeState::Deleted);
    m_publish->setEnabled(m_desk.state() == ShowtimeDesk::State::Ready && fresh > 0);
    m_apply->setText(tr("&Take over (%1)").arg(locale().toString(m_desk.entries().chosenCount())));
    m_apply->setEnabled(m_desk.mayApply());
    showFindings();
}

void ShowtimesDialog::showFindings()
{
    m_problems->clear();
    const protocol::ShowtimesPreviewResult &found = m_desk.found();
    const bool isThere = m_desk.state() == ShowtimeDesk::State::Ready || m_desk.state() == ShowtimeDesk::State::Applying;
    m_table->setTimeZone(found.timeZone);
    m_table->setEnabled(m_desk.state() == ShowtimeDesk::State::Ready);
    m_summary->setText(isThere                                             ? countsText(found.counts, locale())
                       : m_desk.state() == ShowtimeDesk::State::Looking    ? tr("Reading the source…")
                       : m_desk.sources().isEmpty()                        ? tr("Add a source: a web address, or files that somebody sends you.")
                                                                           : tr("Choose a source and look what it has."));
    m_partial->setVisible(isThere && !found.whole.value_or(true));
    m_problems->setVisible(isThere && !found.problems.isEmpty());
    if (!isThere)
        return;
    for (const ShowtimeProblem &problem : found.problems)
        new QListWidgetItem(icon(Glyph::Alert, Tone::Warning), faultText(problem), m_problems);
    if (found.moreProblems > 0)
        new QListWidgetItem(tr("and %Ln more", nullptr, found.moreProblems), m_problems);
}

void ShowtimesDialog::edit(const std::optional<ShowtimeSource> &source)
{
    m_banner->clear();
    auto *dialog = new ShowtimeSourceDialog(source ? source->definition : ShowtimeSourceDefinition(), m_events, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, source] {
        if (!source) {
            const QSignalBlocker quiet(m_sources);
            m_sources->setCurrentItem(nullptr); // the new one is chosen then
        }
        m_desk.cancel();
        m_desk.save(dialog->definition(), source);
    });
    dialog->open();
}

void ShowtimesDialog::askToRemove()
{
    const std::optional<ShowtimeSource> source = current();
    if (!source)
        return;
    m_prompter.ask(this, {.title = tr("Remove this source?"), .text = tr("The events that came from %1 stay. Taken over anew, they would be new ones.").arg(isolated(source->definition.name)),
                          .yes = tr("Remove"), .dangerous = true},
                   [this, source](const Answer &answer) {
                       if (answer.yes)
                           m_desk.remove(*source);
                   });
}

void ShowtimesDialog::look()
{
    const std::optional<ShowtimeSource> source = current();
    if (!source || !m_look->isEnabled())
        return;
    m_banner->clear();
    if (source->definition.url) {
        m_desk.look(source->id);
        return;
    }
    auto *dialog = new QFileDialog(this, tr("Choose a programme"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Programmes (*.ics *.csv *.tsv *.txt *.json *.jsonld *.html *.htm)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ShowtimesDialog::lookAt);
    dialog->open();
}

void ShowtimesDialog::lookAt(const QString &path)
{
    const std::optional<ShowtimeSource> source = current();
    QFile file(path);
    if (!source)
        return;
    if (!file.open(QIODevice::ReadOnly))
        m_banner->showMessage(Severity::Error, tr("The file cannot be opened: %1").arg(isolated(file.errorString())));
    else if (file.size() == 0)
        m_banner->showMessage(Severity::Error, errorText({.code = ErrorCode::FileInvalid}));
    else if (file.size() > ShowtimeLimits::kFileBytes)
        m_banner->showMessage(Severity::Error, errorText({.code = ErrorCode::FileTooLarge, .limit = ShowtimeLimits::kFileBytes}));
    else
        m_desk.look(source->id, file.readAll());
}

void ShowtimesDialog::apply()
{
    m_banner->clear();
    const auto go = [this] { m_desk.apply(m_publish->isEnabled() && m_publish->isChecked()); };
    const int gone = m_desk.entries().chosenCount(ShowtimeState::Gone);
    if (gone == 0) {
        go();
        return;
    }
    m_prompter.ask(this, {.title = tr("Take events away?"), .text = tr("%Ln events that the source has no more are deleted; of those with seats sold, held or blocked only the sales are paused.", nullptr, gone),
                          .yes = tr("Take over"), .dangerous = true},
                   [go](const Answer &answer) {
                       if (answer.yes)
                           go();
                   });
}

void ShowtimesDialog::onApplied(const QList<ShowtimeOutcome> &outcomes)
{
    m_banner->showMessage(Severity::Success, outcomeText(outcomes, m_publish->isChecked(), locale()));
}

} // namespace parterre::ui
