// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/discountform.h"

#include "app/screens/bundleparts.h"
#include "app/screens/keychoice.h"
#include "app/widgets/amountspin.h"
#include "app/widgets/currencies.h"
#include "app/widgets/formfield.h"
#include "app/widgets/optionaltime.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"
#include "app/widgets/tones.h"
#include "shared/domain/eventrules.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimeZone>

#include <algorithm>
#include <span>

namespace parterre::ui {
namespace {

constexpr int kPercent = 0; // of the choice of the way

// A number that may be left open: 0 is shown as "any".
QSpinBox *openSpin(qint32 most)
{
    auto *spin = new QSpinBox;
    spin->setRange(0, most);
    spin->setSpecialValueText(DiscountForm::tr("any number"));
    return spin;
}

std::optional<qint32> numberOf(const QSpinBox *spin)
{
    return spin->value() > 0 ? std::optional(spin->value()) : std::nullopt;
}

} // namespace

DiscountForm::DiscountForm(DiscountChoices &choices, const std::optional<Event> &event, QWidget *parent)
    : QWidget(parent), m_choices(choices), m_name(new QLineEdit), m_kind(new QComboBox), m_way(new QComboBox), m_share(new ShareSpin), m_amountRow(new QWidget), m_amount(new AmountSpin(EventLimits::kPrice)), m_currency(new QComboBox),
      m_scope(new QComboBox), m_types(new KeyChoice(tr("Ticket t&ypes; none ticked: all"), tr("Another ticket type, by its key"))), m_categories(new KeyChoice(tr("&Categories; none ticked: all"), tr("Another category, by its key"))),
      m_from(new OptionalTime(tr("&From"))), m_until(new OptionalTime(tr("&Until"))), m_zone(new TextLabel(QString(), TextScale::Caption, Tone::Muted)), m_code(new QLineEdit), m_maxUses(openSpin(DiscountLimits::kUses)),
      m_maxTickets(openSpin(DiscountLimits::kTickets)), m_minTickets(new QSpinBox), m_firstTickets(openSpin(DiscountLimits::kUses)), m_parts(new BundleParts),
      m_minEvents(openSpin(DiscountLimits::kTickets))
{
    m_name->setObjectName(QStringLiteral("discountName"));
    m_name->setMaxLength(DiscountLimits::kNameLength);
    m_code->setObjectName(QStringLiteral("discountCode"));
    m_code->setMaxLength(DiscountLimits::kCodeLength);
    m_kind->setObjectName(QStringLiteral("discountKind"));
    m_scope->setObjectName(QStringLiteral("discountScope"));
    m_types->setObjectName(QStringLiteral("discountTypes"));
    m_categories->setObjectName(QStringLiteral("discountCategories"));
    m_maxUses->setObjectName(QStringLiteral("discountUses"));
    m_firstTickets->setObjectName(QStringLiteral("discountFirstTickets"));
    m_share->setObjectName(QStringLiteral("discountShare"));
    m_amount->setObjectName(QStringLiteral("discountAmount"));
    m_way->setObjectName(QStringLiteral("discountWay"));
    m_currency->setObjectName(QStringLiteral("discountCurrency"));
    m_minTickets->setRange(2, DiscountLimits::kTickets);
    for (const DiscountKind kind : {DiscountKind::Code, DiscountKind::Group, DiscountKind::EarlyBird, DiscountKind::Bundle})
        m_kind->addItem(wordOf(kind), static_cast<int>(kind));
    m_way->addItem(tr("Percent off each ticket"));
    m_way->addItem(tr("Amount off each ticket"));
    fillScopes(event);
    buildGrid();
    connectFields();
    syncKind();
    showChoices();
}

void DiscountForm::buildGrid()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kTwoSteps);
    grid->setVerticalSpacing(kStep);
    grid->addWidget(new FormField(tr("&Name, as customers read it"), m_name), 0, 0);
    grid->addWidget(new FormField(tr("&Kind"), m_kind), 0, 1);
    grid->addWidget(new FormField(tr("&Takes off"), m_way), 1, 0);
    grid->addWidget(m_share, 1, 1, Qt::AlignBottom);
    m_amountRow->setLayout(buildAmount());
    grid->addWidget(m_amountRow, 1, 1, Qt::AlignBottom);
    m_share->setAccessibleName(tr("Percent off each ticket"));
    grid->addWidget(new FormField(tr("Is valid f&or"), m_scope), 2, 0, 1, 2);
    grid->addWidget(m_types, 3, 0);
    grid->addWidget(m_categories, 3, 1);
    grid->addWidget(m_from, 4, 0);
    grid->addWidget(m_until, 4, 1);
    grid->addWidget(m_zone->wrapped(), 5, 0, 1, 2);
    auto *parts = new FormField(tr("Sets of one event"), m_parts);
    m_ofKinds.append({parts, DiscountKind::Bundle});
    grid->addWidget(parts, 6, 0, 1, 2);
    const std::tuple<QString, QWidget *, DiscountKind> ofKinds[] {{tr("Code"), m_code, DiscountKind::Code},
                                                                  {tr("Bookings that may use it"), m_maxUses, DiscountKind::Code},
                                                                  {tr("Tickets of a booking it is good for"), m_maxTickets, DiscountKind::Code},
                                                                  {tr("From so many tickets of an event on"), m_minTickets, DiscountKind::Group},
                                                                  {tr("For the first tickets sold of an event"), m_firstTickets, DiscountKind::EarlyBird},
                                                                  {tr("Or tickets for so many events"), m_minEvents, DiscountKind::Bundle}};
    QHash<DiscountKind, int> cells; // taken; those of one kind lie over those of another, which are hidden then
    for (const auto &[words, widget, ofKind] : ofKinds) {
        auto *field = new FormField(words, widget);
        m_ofKinds.append({field, ofKind});
        if (widget == m_maxUses)
            m_usesField = field;
        if (widget == m_firstTickets)
            field->setHint(tr("As long as fewer are sold or reserved at the moment. What is cancelled, exchanged or given free may be sold with it again."));
        const int cell = cells[ofKind]++;
        grid->addWidget(field, 7 + cell / 2, cell % 2, 1, widget == m_firstTickets ? 2 : 1); // which has more to say
    }
}

QLayout *DiscountForm::buildAmount()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kStep);
    m_amount->setAccessibleName(tr("Amount off each ticket"));
    m_currency->setAccessibleName(tr("Currency"));
    m_currency->setPlaceholderText(tr("Currency…"));
    row->addWidget(m_amount, 1);
    row->addWidget(m_currency);
    return row;
}

void DiscountForm::fillScopes(const std::optional<Event> &event)
{
    m_scope->addItem(tr("The whole house"), static_cast<int>(Scope::House));
    if (event && event->summary.series) {
        m_series = event->summary.series;
        m_scope->addItem(tr("The series of %1").arg(event->summary.name), static_cast<int>(Scope::Series));
    }
    if (event) {
        m_event = event->summary.id;
        m_eventZone = event->summary.timeZone;
        if (!event->prices.isEmpty())
            m_eventCurrency = event->prices.constFirst().price.currency;
        m_scope->addItem(tr("%1 alone").arg(event->summary.name), static_cast<int>(Scope::Event));
    }
}

void DiscountForm::connectFields()
{
    for (QLineEdit *edit : {m_name, m_code})
        connect(edit, &QLineEdit::textChanged, this, &DiscountForm::edited);
    for (KeyChoice *choice : {m_types, m_categories})
        connect(choice, &KeyChoice::edited, this, &DiscountForm::edited);
    connect(m_parts, &BundleParts::edited, this, &DiscountForm::edited);
    for (QSpinBox *spin : {m_maxUses, m_maxTickets, m_minTickets, m_firstTickets, m_minEvents})
        connect(spin, &QSpinBox::valueChanged, this, &DiscountForm::edited);
    for (QDoubleSpinBox *spin : {static_cast<QDoubleSpinBox *>(m_share), static_cast<QDoubleSpinBox *>(m_amount)})
        connect(spin, &QDoubleSpinBox::valueChanged, this, &DiscountForm::edited);
    for (OptionalTime *time : {m_from, m_until})
        connect(time, &OptionalTime::edited, this, &DiscountForm::edited);
    for (QComboBox *choice : {m_kind, m_way})
        connect(choice, &QComboBox::currentIndexChanged, this, &DiscountForm::syncKind);
    connect(m_currency, &QComboBox::currentIndexChanged, this, [this] {
        if (const std::optional<Currency> chosen = currency())
            m_amount->setCurrency(*chosen);
        Q_EMIT edited();
    });
    connect(m_scope, &QComboBox::currentIndexChanged, this, [this] {
        if (signalsBlocked())
            return; // show() asks when all of it is there
        syncScope();
        askChoices();
        Q_EMIT edited();
    });
    connect(&m_choices, &DiscountChoices::changed, this, &DiscountForm::showChoices);
    connect(m_maxUses, &QSpinBox::valueChanged, this, [this] { m_usesField->setError({}); });
    setFocusProxy(m_name);
}

void DiscountForm::setCurrencies(const QList<Currency> &currencies)
{
    m_currencies = currencies;
    fillCurrencies();
    Q_EMIT edited();
}

std::optional<Currency> DiscountForm::currency() const
{
    return Currency::fromCode(m_currency->currentText());
}

bool DiscountForm::isForEvent() const
{
    const int scope = m_scope->currentData().toInt();
    return scope == static_cast<int>(Scope::Event) || scope == static_cast<int>(Scope::Series);
}

// An event has one currency. Elsewhere it is for whoever makes the discount to say, unless there is only one.
void DiscountForm::fillCurrencies()
{
    QStringList codes;
    const auto offer = [&codes](const Currency &currency) {
        if (!codes.contains(currency.code()))
            codes.append(currency.code());
    };
    if (m_shown.amount)
        offer(m_shown.amount->currency);
    if (m_eventCurrency)
        offer(*m_eventCurrency);
    if (!isForEvent() || !m_eventCurrency)
        std::for_each(m_currencies.begin(), m_currencies.end(), offer);
    for (const char *usual : codes.isEmpty() ? std::span<const char *const>(kUsualCurrencies) : std::span<const char *const>())
        codes.append(QLatin1StringView(usual));
    const QString chosen = m_currency->currentText();
    const QSignalBlocker quiet(m_currency);
    m_currency->clear();
    m_currency->addItems(codes);
    m_currency->setCurrentIndex(codes.size() == 1 ? 0 : static_cast<int>(codes.indexOf(chosen)));
    m_currency->setEnabled(codes.size() > 1);
    if (const std::optional<Currency> now = currency())
        m_amount->setCurrency(*now);
}

void DiscountForm::syncScope()
{
    fillCurrencies();
    const bool isThere = isForEvent() && !m_eventZone.isEmpty();
    const QString zone = isThere ? m_eventZone : QString::fromLatin1(QTimeZone::systemTimeZoneId());
    for (OptionalTime *time : {m_from, m_until})
        time->setTimeZone(zone);
    m_zone->setText(isThere ? tr("By the clock of the house, %1").arg(isolated(zone)) : tr("By the clock of this computer, %1").arg(isolated(zone)));
}

// Of what the discount is valid for.
void DiscountForm::askChoices()
{
    const Discount wanted = discount();
    m_choices.ask({.series = wanted.series, .event = wanted.event});
}

void DiscountForm::showChoices()
{
    for (KeyChoice *choice : {m_types, m_categories})
        choice->setLoading(m_choices.isLoading());
    m_types->setOffered(m_choices.ticketTypes());
    m_categories->setOffered(m_choices.categories());
    m_parts->setOffered(m_choices.ticketTypes());
}

QString DiscountForm::wordOf(DiscountKind kind)
{
    switch (kind) {
    case DiscountKind::Code: return tr("With a code");
    case DiscountKind::Group: return tr("For groups");
    case DiscountKind::EarlyBird: return tr("Early bird");
    case DiscountKind::Bundle: return tr("Bundle");
    }
    Q_UNREACHABLE();
}

void DiscountForm::markUses(qint64 uses)
{
    m_usesField->setError(uses == 1 ? tr("1 booking uses it already.") : tr("%Ln bookings use it already.", nullptr, static_cast<int>(uses)));
    m_maxUses->setFocus();
}

DiscountKind DiscountForm::kind() const
{
    return static_cast<DiscountKind>(m_kind->currentData().toInt());
}

void DiscountForm::syncKind()
{
    for (const auto &[field, ofKind] : std::as_const(m_ofKinds))
        field->setVisible(ofKind == kind());
    m_share->setVisible(m_way->currentIndex() == kPercent);
    m_amountRow->setVisible(m_way->currentIndex() != kPercent);
    Q_EMIT edited();
}

void DiscountForm::show(const Discount &discount, Instant now)
{
    const QSignalBlocker quiet(this);
    const QString here = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    m_shown = discount;
    m_name->setText(discount.name);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(static_cast<int>(discount.kind))));
    m_way->setCurrentIndex(discount.amount ? 1 : kPercent);
    m_share->setShare(discount.share);
    m_amount->setAmount(discount.amount ? discount.amount->amount : 0);
    while (m_scope->findData(-1) >= 0)
        m_scope->removeItem(m_scope->findData(-1));
    const bool isElsewhere = (discount.event && discount.event != m_event) || (discount.series && discount.series != m_series);
    if (isElsewhere)
        m_scope->addItem(discount.event ? tr("Another event") : tr("Another series"), -1);
    const Scope scope = discount.event ? Scope::Event : discount.series ? Scope::Series : Scope::House;
    m_scope->setCurrentIndex(m_scope->findData(isElsewhere ? -1 : static_cast<int>(scope)));
    m_currency->setCurrentIndex(-1);
    fillCurrencies();
    if (discount.amount)
        m_currency->setCurrentText(discount.amount->currency.code());
    m_types->setKeys(discount.ticketTypes);
    m_categories->setKeys(discount.categories);
    m_from->setTime(discount.from, now, here);
    m_until->setTime(discount.until, now + std::chrono::hours(24 * 14), here);
    syncScope();
    m_code->setText(discount.code.value_or(QString()));
    m_maxUses->setValue(discount.maxUses.value_or(0));
    m_usesField->setError({});
    m_maxTickets->setValue(discount.maxTickets.value_or(0));
    m_minTickets->setValue(discount.minTickets.value_or(10));
    m_firstTickets->setValue(discount.firstTickets.value_or(0));
    m_parts->setParts(discount.parts);
    m_minEvents->setValue(discount.minEvents.value_or(0));
    syncKind();
    askChoices();
}

Discount DiscountForm::discount() const
{
    Discount discount {.id = m_shown.id,
                       .name = m_name->text().simplified(),
                       .kind = kind(),
                       .ticketTypes = m_types->keys(),
                       .categories = m_categories->keys(),
                       .from = m_from->time(),
                       .until = m_until->time(),
                       .version = m_shown.version};
    if (m_way->currentIndex() == kPercent)
        discount.share = m_share->share();
    else if (const std::optional<Currency> chosen = currency()) // without one it takes nothing off
        discount.amount = Money {.amount = m_amount->amount(), .currency = *chosen};
    const int scope = m_scope->currentData().toInt();
    if (scope == -1) {
        discount.event = m_shown.event;
        discount.series = m_shown.series;
    } else if (scope == static_cast<int>(Scope::Series)) {
        discount.series = m_series;
    } else if (scope == static_cast<int>(Scope::Event)) {
        discount.event = m_event;
    }
    switch (discount.kind) {
    case DiscountKind::Code:
        discount.code = m_code->text().simplified();
        discount.maxUses = numberOf(m_maxUses);
        discount.maxTickets = numberOf(m_maxTickets);
        break;
    case DiscountKind::Group: discount.minTickets = m_minTickets->value(); break;
    case DiscountKind::EarlyBird: discount.firstTickets = numberOf(m_firstTickets); break;
    case DiscountKind::Bundle:
        discount.parts = m_parts->parts();
        discount.minEvents = numberOf(m_minEvents);
        break;
    }
    return discount;
}

} // namespace parterre::ui
