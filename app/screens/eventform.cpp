// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/eventform.h"

#include "app/screens/eventwords.h"
#include "app/screens/posterfield.h"
#include "app/screens/pricegrid.h"
#include "app/screens/pricerulesform.h"
#include "app/screens/salerulesform.h"
#include "app/widgets/currencies.h"
#include "app/widgets/eventcarddelegate.h"
#include "app/widgets/formfield.h"
#include "app/widgets/optionaltime.h"
#include "app/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kDescriptionHeight = 96;
constexpr int kTextMargin = 7; // as far from the frame as a line of its own

// Of a combo box of plans.
PlanVersionRef planAt(const QComboBox &plans)
{
    return plans.currentData().value<PlanSummary>().ref;
}

QHBoxLayout *pair(QWidget *first, QWidget *second)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(kTwoSteps);
    row->addWidget(first, 1, Qt::AlignTop); // beside one that has more to say
    row->addWidget(second, 1, Qt::AlignTop);
    return row;
}

} // namespace

EventForm::EventForm(EventDesk &desk, VenueListModel &venues, PosterPictures &pictures, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_venues(venues), m_name(new QLineEdit), m_description(new QPlainTextEdit), m_kind(new QComboBox), m_poster(new PosterField(desk, pictures)), m_start(makeTimeField()),
      m_duration(new QSpinBox), m_joins(new QCheckBox(tr("One more date of the series"))), m_house(new QComboBox), m_plan(new QComboBox), m_rules(new SaleRulesForm), m_currency(new QComboBox), m_prices(new PriceGrid(desk.prices())), m_priceRules(new PriceRulesForm),
      m_nameField(nullptr), m_descriptionField(nullptr), m_startField(nullptr), m_planField(nullptr), m_priceError(new TextLabel({}, TextScale::Caption, Tone::Danger))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kTwoSteps);
    column->addWidget(buildWhat());
    column->addWidget(buildWhen());
    column->addWidget(m_rules);
    column->addWidget(buildPrices());
    column->addWidget(m_priceRules);
    column->addStretch();
    setFocusProxy(m_name);
    connect(m_name, &QLineEdit::textChanged, this, &EventForm::edit);
    connect(m_description, &QPlainTextEdit::textChanged, this, &EventForm::edit);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &EventForm::edit);
    connect(m_start, &QDateTimeEdit::dateTimeChanged, this, &EventForm::edit);
    connect(m_duration, &QSpinBox::valueChanged, this, &EventForm::edit);
    connect(m_currency, &QComboBox::currentIndexChanged, this, &EventForm::edit);
    connect(m_rules, &SaleRulesForm::edited, this, &EventForm::edit);
    connect(m_priceRules, &PriceRulesForm::edited, this, &EventForm::edit);
    connect(m_house, &QComboBox::activated, this, &EventForm::chooseHouse);
    connect(m_plan, &QComboBox::activated, this, &EventForm::choosePlan);
    connect(&m_venues, &QAbstractItemModel::modelReset, this, &EventForm::showPlans);
    connect(&m_venues, &QAbstractItemModel::rowsInserted, this, &EventForm::showPlans);
    connect(&m_desk.prices(), &QAbstractItemModel::modelReset, this, &EventForm::showPlans);
}

Card *EventForm::buildWhat()
{
    auto *card = new Card;
    m_name->setMaxLength(EventLimits::kNameLength);
    m_name->setObjectName(QStringLiteral("eventName"));
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(kDescriptionHeight);
    m_description->viewport()->setAutoFillBackground(false); // the frame is round
    m_description->document()->setDocumentMargin(kTextMargin);
    m_description->setObjectName(QStringLiteral("eventDescription"));
    for (const EventCategory category : {EventCategory::Movie, EventCategory::Concert, EventCategory::Play, EventCategory::Sport, EventCategory::Other})
        m_kind->addItem(categoryName(category), static_cast<int>(category));
    m_nameField = new FormField(tr("&Name"), m_name);
    m_descriptionField = new FormField(tr("&Description"), m_description);
    card->body()->addWidget(new TextLabel(tr("What"), TextScale::Heading));
    auto *row = new QHBoxLayout;
    row->setSpacing(kTwoSteps);
    row->addWidget(m_nameField, 3);
    row->addWidget(new FormField(tr("K&ind of event"), m_kind), 1);
    card->body()->addLayout(row);
    card->body()->addWidget(m_descriptionField);
    card->body()->addWidget(new FormField(tr("Poster"), m_poster));
    return card;
}

Card *EventForm::buildWhen()
{
    auto *card = new Card;
    m_start->setObjectName(QStringLiteral("eventStart"));
    m_duration->setRange(0, EventLimits::kDurationMinutes);
    m_duration->setSingleStep(5);
    m_duration->setSpecialValueText(tr("unknown"));
    m_house->setModel(&m_venues);
    m_house->setObjectName(QStringLiteral("eventHouse"));
    m_plan->setObjectName(QStringLiteral("eventPlan"));
    m_startField = new FormField(tr("&Start, by the clock of the house"), m_start);
    m_planField = new FormField(tr("P&lan"), m_plan);
    card->body()->addWidget(new TextLabel(tr("When and where"), TextScale::Heading));
    card->body()->addLayout(pair(m_startField, new FormField(tr("D&uration (minutes)"), m_duration)));
    card->body()->addLayout(pair(new FormField(tr("&House"), m_house), m_planField));
    m_joins->setObjectName(QStringLiteral("joinsSeries"));
    m_joins->setToolTip(tr("It is changed, published and paused with the other dates then, where you choose so."));
    card->body()->addWidget(m_joins);
    connect(m_joins, &QCheckBox::toggled, this, [this](bool joins) { m_desk.setJoinsSeries(joins); });
    return card;
}

Card *EventForm::buildPrices()
{
    auto *card = new Card;
    for (const char *code : kUsualCurrencies)
        m_currency->addItem(QLatin1StringView(code));
    m_currency->setAccessibleName(tr("Currency"));
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Prices"), TextScale::Heading), 1);
    head->addWidget(m_currency);
    card->body()->addLayout(head);
    m_priceError->wrapped()->setVisible(false);
    card->body()->addWidget(m_priceError);
    card->body()->addWidget(m_prices);
    return card;
}

void EventForm::showAll()
{
    const QScopedValueRollback showing(m_showing, true);
    const EventDefinition event = m_desk.definition();
    m_timeZone = timeZone();
    m_name->setText(event.name);
    m_description->setPlainText(event.description);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(static_cast<int>(event.category))));
    showIn(*m_start, event.start, m_timeZone);
    m_duration->setValue(event.durationMinutes);
    m_joins->setVisible(m_desk.mayJoinSeries());
    m_joins->setChecked(m_desk.joinsSeries());
    m_rules->show(event.rules, event.start, m_timeZone);
    if (m_currency->findText(event.currency.code()) < 0)
        m_currency->addItem(event.currency.code());
    m_currency->setCurrentText(event.currency.code());
    m_priceRules->show(event.priceRules, event.currency);
    m_poster->showPoster();
    showPlans();
    showProblems({});
}

std::optional<Venue> EventForm::house() const
{
    const PlanId plan = m_desk.definition().plan;
    for (const Venue &venue : m_venues.rows()) {
        if (std::any_of(venue.plans.begin(), venue.plans.end(), [&plan](const PlanSummary &known) { return known.ref.id == plan; }))
            return venue;
    }
    return std::nullopt;
}

QString EventForm::timeZone() const
{
    if (const auto venue = house())
        return venue->timeZone;
    return m_desk.stored() ? m_desk.stored()->summary.timeZone : QString();
}

// The plans of the house; the version the event has may be older than the newest.
void EventForm::showPlans()
{
    const auto venue = house();
    if (m_desk.state() != EventDesk::State::Editing || !venue)
        return;
    const EventDefinition event = m_desk.definition();
    m_house->setCurrentIndex(static_cast<int>(m_venues.rows().indexOf(*venue)));
    m_plan->clear();
    for (const PlanSummary &plan : venue->plans) {
        if (plan.ref.id == event.plan && plan.ref.version != event.planVersion) {
            const PlanSummary own {.ref = {.id = event.plan, .version = event.planVersion, .hash = m_desk.stored() ? m_desk.stored()->plan.hash : QString()}};
            m_plan->addItem(tr("%1, version %2").arg(plan.name).arg(event.planVersion), QVariant::fromValue(own));
        }
        m_plan->addItem(tr("%1, version %2").arg(plan.name).arg(plan.ref.version), QVariant::fromValue(plan));
    }
    for (int i = 0; i < m_plan->count(); ++i) {
        const PlanVersionRef ref = m_plan->itemData(i).value<PlanSummary>().ref;
        if (ref.id == event.plan && ref.version == event.planVersion)
            m_plan->setCurrentIndex(i);
    }
    const bool mayChoose = m_desk.mayChoosePlan();
    m_house->setEnabled(mayChoose);
    m_plan->setEnabled(mayChoose);
    m_planField->setHint(mayChoose ? QString() : tr("It stays as it is, because seats are held or sold."));
}

void EventForm::edit()
{
    if (m_showing)
        return;
    EventDefinition event = m_desk.definition();
    event.name = m_name->text().simplified();
    event.description = m_description->toPlainText().trimmed();
    event.category = static_cast<EventCategory>(m_kind->currentData().toInt());
    event.start = timeIn(*m_start, m_timeZone);
    event.durationMinutes = m_duration->value();
    event.rules = m_rules->rules();
    event.currency = Currency::fromCode(m_currency->currentText()).value_or(event.currency);
    {
        const QSignalBlocker quiet(m_priceRules);
        m_priceRules->setCurrency(event.currency);
    }
    event.priceRules = m_priceRules->rules();
    m_desk.edit(event);
    m_poster->showPoster();
}

void EventForm::chooseHouse()
{
    const Venue venue = m_venues.row(m_house->currentIndex());
    if (venue.plans.isEmpty()) {
        showPlans();
        m_planField->setHint(tr("%1 has no plan yet. Publish one first.").arg(venue.name));
        return;
    }
    m_desk.choosePlan(venue.plans.constFirst().ref);
}

void EventForm::choosePlan()
{
    m_desk.choosePlan(planAt(*m_plan));
}

FormField *EventForm::fieldOf(const EventProblem &problem) const
{
    if (problem.where == u"name")
        return m_nameField;
    if (problem.where == u"description")
        return m_descriptionField;
    return problem.where == u"start" ? m_startField : nullptr;
}

void EventForm::showProblems(const QList<EventProblem> &problems)
{
    for (FormField *field : {m_nameField, m_descriptionField, m_startField})
        field->setError({});
    QString prices;
    QString window;
    for (const EventProblem &problem : problems) {
        if (FormField *field = fieldOf(problem))
            field->setError(problemText(problem));
        else if (problem.where.startsWith(QStringLiteral("rules")))
            window = problemText(problem);
        else
            prices = problemText(problem);
    }
    m_rules->setError(window);
    m_priceError->setText(prices);
    m_priceError->setVisible(!prices.isEmpty());
}

void EventForm::setFocusOn(const EventProblem &problem)
{
    if (FormField *field = fieldOf(problem))
        field->control()->setFocus();
    else if (problem.where.startsWith(QStringLiteral("rules")))
        m_rules->setFocus();
    else
        m_prices->setFocus();
}

} // namespace parterre::ui
