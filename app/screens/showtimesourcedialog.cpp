// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/showtimesourcedialog.h"

#include "app/widgets/buttons.h"
#include "app/widgets/formats.h"
#include "app/widgets/formfield.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kFieldWidth = 472;
constexpr int kLongestName = 120;

template<class Enum>
void choose(QComboBox &box, Enum value)
{
    box.setCurrentIndex(box.findData(static_cast<int>(value)));
}

template<class Enum>
Enum chosen(const QComboBox &box)
{
    return static_cast<Enum>(box.currentData().toInt());
}

} // namespace

ShowtimeSourceDialog::ShowtimeSourceDialog(const ShowtimeSourceDefinition &definition, const QList<EventSummary> &events, QWidget *parent)
    : QDialog(parent), m_name(new QLineEdit), m_url(new QLineEdit), m_hall(new QLineEdit), m_format(new QComboBox), m_like(new QComboBox), m_schedule(new QComboBox),
      m_mode(new QComboBox), m_nameField(new FormField(tr("&Name of the source"), m_name)), m_likeField(new FormField(tr("New events are &like"), m_like,
      tr("They get its plan, prices, ticket types and sale rules. Times without a zone are by the clock of its house."))),
      m_save(makeButton(tr("&Save"), ButtonKind::Primary, Glyph::Check))
{
    setWindowTitle(tr("Source of showtimes"));
    setWindowModality(Qt::WindowModal);
    m_nameField->setMinimumWidth(kFieldWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->setSizeConstraint(QLayout::SetFixedSize);
    column->addWidget(new TextLabel(windowTitle(), TextScale::Heading));
    column->addWidget(m_nameField);
    column->addWidget(new FormField(tr("&Address"), m_url, tr("https://…, fetched by the server. Leave it empty to choose a file each time.")));
    column->addWidget(new FormField(tr("&Format"), m_format));
    column->addWidget(m_likeField);
    column->addWidget(new FormField(tr("Only in this &hall"), m_hall, tr("As the source calls it. Leave it empty for everything.")));
    auto *row = new QHBoxLayout;
    row->setSpacing(kTwoSteps);
    row->addWidget(new FormField(tr("Looked at by i&tself"), m_schedule), 1);
    row->addWidget(new FormField(tr("What is ne&w then"), m_mode), 1);
    column->addLayout(row);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kStep);
    auto *back = makeButton(tr("Back"));
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    for (const auto &[widget, name] : {std::pair<QWidget *, const char *> {m_name, "sourceName"}, {m_url, "sourceUrl"}, {m_hall, "sourceHall"}, {m_format, "sourceFormat"}, {m_like, "sourceTemplate"},
                                       {m_schedule, "sourceSchedule"}, {m_mode, "sourceMode"}, {m_save, "saveSource"}})
        widget->setObjectName(QLatin1StringView(name));
    m_name->setMaxLength(kLongestName);
    m_url->setMaxLength(ShowtimeLimits::kUrlLength);
    m_hall->setMaxLength(ShowtimeLimits::kHallLength);
    m_like->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // as wide as the rest, however long a name is
    m_save->setDefault(true);
    fillChoices(events);
    showDefinition(definition);
    connect(m_url, &QLineEdit::textChanged, this, &ShowtimeSourceDialog::showChoices);
    connect(m_schedule, &QComboBox::currentIndexChanged, this, &ShowtimeSourceDialog::showChoices);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ShowtimeSourceDialog::tryToAccept);
    m_name->setFocus();
}

void ShowtimeSourceDialog::fillChoices(const QList<EventSummary> &events)
{
    for (const auto &[format, text] : {std::pair {ShowtimeFormat::Automatic, tr("Whatever it says it is")}, {ShowtimeFormat::Calendar, tr("Calendar (iCalendar)")},
                                       {ShowtimeFormat::Csv, tr("Table (CSV)")}, {ShowtimeFormat::JsonLd, tr("Web page or JSON with schema.org events")}})
        m_format->addItem(text, static_cast<int>(format));
    for (const auto &[schedule, text] : {std::pair {ShowtimeSchedule::Never, tr("Never")}, {ShowtimeSchedule::Hourly, tr("Every hour")}, {ShowtimeSchedule::Daily, tr("Every day")}})
        m_schedule->addItem(text, static_cast<int>(schedule));
    m_mode->addItem(tr("is only told"), static_cast<int>(ShowtimeMode::Look));
    m_mode->addItem(tr("becomes a draft"), static_cast<int>(ShowtimeMode::Create));
    for (const EventSummary &event : events)
        m_like->addItem(tr("%1, %2").arg(isolated(event.name), isolated(formatDateTime(event.start, event.timeZone, locale()))), event.id.uuid());
}

void ShowtimeSourceDialog::showDefinition(const ShowtimeSourceDefinition &definition)
{
    m_name->setText(definition.name);
    m_url->setText(definition.url.value_or(QString()));
    m_hall->setText(definition.hall);
    choose(*m_format, definition.format);
    choose(*m_schedule, definition.schedule);
    choose(*m_mode, definition.mode);
    if (definition.like && m_like->findData(definition.like->uuid()) < 0)
        m_like->insertItem(0, tr("As before"), definition.like->uuid()); // of an event that is not in the list
    m_like->setCurrentIndex(definition.like ? m_like->findData(definition.like->uuid()) : -1);
    showChoices();
}

void ShowtimeSourceDialog::showChoices()
{
    const bool hasUrl = !m_url->text().trimmed().isEmpty();
    m_schedule->setEnabled(hasUrl);
    m_mode->setEnabled(hasUrl && chosen<ShowtimeSchedule>(*m_schedule) != ShowtimeSchedule::Never);
}

ShowtimeSourceDefinition ShowtimeSourceDialog::definition() const
{
    ShowtimeSourceDefinition definition {.name = m_name->text().trimmed(), .format = chosen<ShowtimeFormat>(*m_format), .hall = m_hall->text().trimmed(), .mode = chosen<ShowtimeMode>(*m_mode)};
    if (const QString url = m_url->text().trimmed(); !url.isEmpty()) {
        definition.url = url;
        definition.schedule = chosen<ShowtimeSchedule>(*m_schedule);
    }
    if (m_like->currentIndex() >= 0)
        definition.like = EventId(m_like->currentData().toUuid());
    return definition;
}

void ShowtimeSourceDialog::tryToAccept()
{
    const ShowtimeSourceDefinition wanted = definition();
    m_nameField->setError(wanted.name.isEmpty() ? tr("Give it a name.") : QString());
    m_likeField->setError(wanted.like ? QString() : tr("Choose an event that new ones are made like."));
    if (wanted.name.isEmpty())
        m_name->setFocus();
    else if (!wanted.like)
        m_like->setFocus();
    else
        accept();
}

} // namespace parterre::ui
