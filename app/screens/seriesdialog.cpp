// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/seriesdialog.h"

#include "app/screens/seriestable.h"
#include "app/widgets/busyoverlay.h"
#include "app/widgets/buttons.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formfield.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/optionaltime.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kPatternWidth = 344;
constexpr int kDatesWidth = 460;
constexpr int kDatesHeight = 380;
constexpr int kLargestInterval = 99;
constexpr int kDaysOfAWeek = 7;
constexpr int kDaysInARow = 4;
constexpr int kAfterDates = 0; // of the choice how it ends

QDateTime wallOf(const LocalTime &local)
{
    return QDateTime(local.date, local.time, Qt::UTC);
}

QString datesText(int dates)
{
    return dates == 1 ? SeriesDialog::tr("1 date") : SeriesDialog::tr("%Ln dates", nullptr, dates);
}

QString conflictsText(int dates)
{
    return dates == 1 ? SeriesDialog::tr("1 while something else is in the hall") : SeriesDialog::tr("%Ln while something else is in the hall", nullptr, dates);
}

QString weekdayName(const QDate &date)
{
    return QLocale().standaloneDayName(date.dayOfWeek());
}

} // namespace

SeriesDialog::SeriesDialog(SeriesDesk &desk, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_banner(new MessageBanner), m_first(makeTimeField()), m_repeat(new QComboBox), m_interval(new QSpinBox),
      m_intervalField(new FormField({}, m_interval)), m_weekdays(buildWeekdays()), m_end(new QComboBox), m_count(new QSpinBox), m_until(new QDateEdit), m_rule(new QLineEdit),
      m_ruleField(new FormField(tr("Rule (RFC 5545)"), m_rule)), m_table(new SeriesTable(desk.dates())), m_summary(new TextLabel({}, TextScale::Caption, Tone::Muted)),
      m_create(makeButton({}, ButtonKind::Primary, Glyph::Check)), m_busy(nullptr)
{
    setWindowTitle(tr("Several dates"));
    setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->addWidget((new TextLabel(tr("Several dates of %1").arg(isolated(desk.name())), TextScale::Heading))->wrapped());
    column->addWidget((new TextLabel(tr("Each becomes a draft like the event in the form, and an event of its own afterwards. Sales begin at the same moment for all; they end as long before each start as before the first."),
                                     TextScale::Caption, Tone::Muted))
                          ->wrapped());
    column->addWidget(m_banner);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(kThreeSteps);
    sides->addWidget(buildPattern());
    sides->addWidget(buildDates(), 1);
    column->addLayout(sides, 1);
    column->addLayout(makeAnswerRow(*this, m_create));
    m_create->setObjectName(QStringLiteral("createSeries"));
    connect(m_create, &QPushButton::clicked, &m_desk, &SeriesDesk::create);
    m_busy = new BusyOverlay(this);
    connect(&m_desk, &SeriesDesk::changed, this, &SeriesDialog::showDates);
    connect(&m_desk, &SeriesDesk::created, this, &QDialog::accept);
    connect(&m_desk, &SeriesDesk::failed, this, [this](const Error &error) { m_banner->showMessage(Severity::Error, errorText(error)); });
    showPattern();
    showDates();
    m_first->setFocus();
    // Room for what wraps, which a size hint does not know.
    const int width = sizeHint().width();
    resize(width, layout()->totalHeightForWidth(width) + kThreeSteps);
}

QWidget *SeriesDialog::buildPattern()
{
    auto *side = new QWidget;
    side->setFixedWidth(kPatternWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kTwoSteps);
    for (const Repeat repeat : {Repeat::Daily, Repeat::Weekly, Repeat::MonthlyOnDay, Repeat::MonthlyOnWeekday, Repeat::MonthlyOnLastWeekday, Repeat::Text})
        m_repeat->addItem(QString(), static_cast<int>(repeat));
    m_interval->setRange(1, kLargestInterval);
    m_count->setRange(1, SeriesLimits::kDates);
    m_count->setAccessibleName(tr("Number of dates"));
    m_until->setCalendarPopup(true);
    m_until->setAccessibleName(tr("Last day"));
    m_end->addItems({tr("After so many dates"), tr("On a day")});
    m_rule->setMaxLength(SeriesLimits::kRuleLength);
    for (const auto &[widget, name] : {std::pair<QWidget *, const char *> {m_first, "seriesFirst"}, {m_repeat, "seriesRepeat"}, {m_interval, "seriesInterval"}, {m_end, "seriesEnd"},
                                       {m_count, "seriesCount"}, {m_until, "seriesUntil"}, {m_rule, "seriesRule"}})
        widget->setObjectName(QLatin1StringView(name));
    column->addWidget(new FormField(tr("&First date, by the clock of the house"), m_first));
    column->addWidget(new FormField(tr("&Repeated"), m_repeat));
    column->addWidget(m_intervalField);
    column->addWidget(m_weekdays);
    auto *end = new QHBoxLayout;
    end->setSpacing(kStep);
    end->addWidget(new FormField(tr("&Ends"), m_end), 1);
    end->addWidget(m_count, 0, Qt::AlignBottom);
    end->addWidget(m_until, 0, Qt::AlignBottom);
    column->addLayout(end);
    column->addWidget(m_ruleField);
    column->addStretch();
    connect(m_first, &QDateTimeEdit::dateTimeChanged, this, &SeriesDialog::edit);
    connect(m_until, &QDateEdit::dateChanged, this, &SeriesDialog::edit);
    connect(m_rule, &QLineEdit::textEdited, this, &SeriesDialog::edit);
    for (QComboBox *choice : {m_repeat, m_end})
        connect(choice, &QComboBox::currentIndexChanged, this, &SeriesDialog::edit);
    for (QSpinBox *number : {m_interval, m_count})
        connect(number, &QSpinBox::valueChanged, this, &SeriesDialog::edit);
    return side;
}

QWidget *SeriesDialog::buildWeekdays()
{
    auto *days = new QWidget;
    auto *grid = new QGridLayout(days);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kStep);
    const QLocale locale;
    for (int i = 0; i < kDaysOfAWeek; ++i) {
        const int day = (locale.firstDayOfWeek() - 1 + i) % kDaysOfAWeek + 1;
        auto *box = new QCheckBox(locale.standaloneDayName(day, QLocale::ShortFormat));
        box->setAccessibleName(locale.standaloneDayName(day));
        box->setObjectName(QStringLiteral("weekday%1").arg(day));
        connect(box, &QCheckBox::toggled, this, &SeriesDialog::edit);
        m_days.append({static_cast<Qt::DayOfWeek>(day), box});
        grid->addWidget(box, i / kDaysInARow, i % kDaysInARow);
    }
    return days;
}

QWidget *SeriesDialog::buildDates()
{
    auto *side = new QWidget;
    side->setMinimumSize(kDatesWidth, kDatesHeight);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    m_table->setObjectName(QStringLiteral("seriesDates"));
    m_summary->setObjectName(QStringLiteral("seriesSummary"));
    m_summary->wrapped();
    column->addWidget(m_table, 1);
    column->addWidget(m_summary);
    column->addWidget((new TextLabel(tr("Untick what is left out. Type another time where a date begins otherwise."), TextScale::Caption, Tone::Muted))->wrapped());
    return side;
}

void SeriesDialog::showPattern()
{
    const QScopedValueRollback showing(m_showing, true);
    const SeriesPattern &pattern = m_desk.pattern();
    m_first->setDateTime(wallOf(pattern.first));
    m_repeat->setCurrentIndex(m_repeat->findData(static_cast<int>(pattern.repeat)));
    m_interval->setValue(pattern.interval);
    for (const auto &[day, box] : std::as_const(m_days))
        box->setChecked(pattern.weekdays.contains(day));
    m_end->setCurrentIndex(pattern.count ? kAfterDates : kAfterDates + 1);
    m_count->setValue(pattern.count.value_or(m_count->value()));
    m_until->setDate(pattern.until);
    showChoices();
}

void SeriesDialog::showChoices()
{
    const SeriesPattern &pattern = m_desk.pattern();
    const QDate first = pattern.first.date;
    const auto name = [this](Repeat repeat, const QString &text) { m_repeat->setItemText(m_repeat->findData(static_cast<int>(repeat)), text); };
    name(Repeat::Daily, tr("Daily"));
    name(Repeat::Weekly, tr("Weekly"));
    name(Repeat::MonthlyOnDay, tr("Monthly, on day %1").arg(QLocale().toString(first.day())));
    name(Repeat::MonthlyOnWeekday, tr("Monthly, on %1 no. %2").arg(weekdayName(first), QLocale().toString(weekOfMonth(first))));
    name(Repeat::MonthlyOnLastWeekday, tr("Monthly, on the last %1").arg(weekdayName(first)));
    name(Repeat::Text, tr("By a rule of your own"));
    switch (pattern.repeat) {
    case Repeat::Daily: m_intervalField->setLabel(tr("Every so many da&ys")); break;
    case Repeat::Weekly: m_intervalField->setLabel(tr("Every so many &weeks")); break;
    case Repeat::MonthlyOnDay:
    case Repeat::MonthlyOnWeekday:
    case Repeat::MonthlyOnLastWeekday: m_intervalField->setLabel(tr("Every so many &months")); break;
    case Repeat::Text: break;
    }
    const bool isText = pattern.repeat == Repeat::Text;
    m_intervalField->setVisible(!isText);
    m_weekdays->setVisible(pattern.repeat == Repeat::Weekly);
    m_end->parentWidget()->setVisible(!isText);
    m_count->setVisible(!isText && pattern.count);
    m_until->setVisible(!isText && !pattern.count);
    m_rule->setReadOnly(!isText);
    if (!isText || m_rule->text().isEmpty())
        m_rule->setText(ruleOf(pattern));
}

void SeriesDialog::edit()
{
    if (m_showing)
        return;
    const SeriesPattern before = m_desk.pattern();
    SeriesPattern pattern = before;
    pattern.first = {.date = m_first->date(), .time = m_first->time()};
    pattern.repeat = static_cast<Repeat>(m_repeat->currentData().toInt());
    pattern.interval = m_interval->value();
    pattern.weekdays.clear();
    for (const auto &[day, box] : std::as_const(m_days)) {
        if (box->isChecked())
            pattern.weekdays.append(day);
    }
    // A weekday that nobody chose goes along with the first date.
    const auto weekdayOf = [](const SeriesPattern &of) { return QList<Qt::DayOfWeek> {static_cast<Qt::DayOfWeek>(of.first.date.dayOfWeek())}; };
    if (pattern.weekdays == weekdayOf(before) && pattern.first.date != before.first.date)
        pattern.weekdays = weekdayOf(pattern);
    pattern.count = m_end->currentIndex() == kAfterDates ? std::optional(m_count->value()) : std::nullopt;
    pattern.until = m_until->date();
    pattern.text = m_rule->text(); // which is the rule so far when somebody goes on by hand
    m_desk.setPattern(pattern);
    showPattern();
}

void SeriesDialog::showDates()
{
    const SeriesDatesModel &dates = m_desk.dates();
    const std::optional<Error> &refusal = m_desk.refusal();
    m_ruleField->setError(refusal && !m_desk.isAsking() ? errorText(*refusal) : QString());
    const int chosen = dates.chosenCount();
    QStringList facts {datesText(chosen)};
    if (dates.existingCount() > 0)
        facts.append(tr("1 is there already"));
    if (const int conflicts = dates.conflictCount(); conflicts > 0)
        facts.append(conflictsText(conflicts));
    m_summary->setText(m_desk.isAsking() ? tr("One moment…") : refusal ? QString() : facts.join(QStringLiteral("  ·  ")));
    m_summary->setTone(dates.conflictCount() > 0 ? Tone::Warning : Tone::Muted);
    m_table->setEnabled(!refusal);
    m_create->setText(chosen == 1 ? tr("Make 1 draft") : tr("Make %Ln drafts", nullptr, chosen));
    m_create->setEnabled(m_desk.mayCreate());
    if (m_desk.isCreating())
        m_busy->start(tr("Making the events…"));
    else
        m_busy->stop();
}

} // namespace parterre::ui
