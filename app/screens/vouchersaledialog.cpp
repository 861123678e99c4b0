// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/vouchersaledialog.h"

#include "app/paper/voucherwords.h"
#include "app/screens/paymentpanel.h"
#include "app/widgets/busyoverlay.h"
#include "app/widgets/buttons.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formats.h"
#include "app/widgets/formfield.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/optionaltime.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimeZone>
#include <QVBoxLayout>

#include <array>

namespace parterre::ui {
namespace {

constexpr int kWidth = 520;
constexpr int kLongestAmount = 20;
constexpr int kLongestNote = 200;
constexpr std::chrono::hours kUsualLife {24 * 365 * 3};
// The usual ones; the server takes any.
constexpr std::array kCurrencies {"EUR", "CHF", "GBP", "USD", "DKK", "NOK", "SEK", "PLN", "CZK", "HUF", "TRY", "AED", "EGP", "SAR", "JPY", "CAD", "AUD"};

QString here()
{
    return QString::fromLatin1(QTimeZone::systemTimeZoneId());
}

QHBoxLayout *buttonRow(const QList<QWidget *> &buttons)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    row->addStretch();
    for (QWidget *button : buttons)
        row->addWidget(button);
    return row;
}

} // namespace

VoucherSaleDialog::VoucherSaleDialog(VoucherDesk &desk, const Clock &clock, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_clock(clock), m_outlet(*this), m_pages(new QStackedWidget), m_banner(new MessageBanner), m_busy(nullptr)
{
    setWindowTitle(tr("Sell a voucher"));
    setWindowModality(Qt::WindowModal);
    setMinimumWidth(kWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->addWidget(m_banner);
    column->addWidget(m_pages);
    m_pages->addWidget(buildForm());
    m_pages->addWidget(buildVoucher());
    m_busy = new BusyOverlay(this);
    connect(&m_desk, &VoucherDesk::busyChanged, this, &VoucherSaleDialog::syncBusy);
    connect(&m_desk, &VoucherDesk::sold, this, &VoucherSaleDialog::onSold);
    connect(&m_desk, &VoucherDesk::saleFailed, this, [this](const Error &error) { m_banner->showMessage(Severity::Error, errorText(error)); });
    connect(&m_outlet, &PaperOutlet::said, m_banner, [this](Severity severity, const QString &words) { m_banner->showMessage(severity, words); });
    syncDue();
    m_amount->setFocus();
}

QWidget *VoucherSaleDialog::buildForm()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kTwoSteps);
    column->addWidget(new TextLabel(tr("Sell a voucher"), TextScale::Title));
    m_amount = new QLineEdit;
    m_amount->setObjectName(QStringLiteral("voucherAmount"));
    m_amount->setMaxLength(kLongestAmount);
    m_amount->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    m_amountField = new FormField(tr("&Worth"), m_amount, tr("0 for an empty one, which a refund goes to."));
    m_currency = new QComboBox;
    m_currency->setAccessibleName(tr("Currency"));
    for (const char *code : kCurrencies)
        m_currency->addItem(QLatin1StringView(code));
    auto *worth = new QHBoxLayout;
    worth->setSpacing(kStep);
    worth->addWidget(m_amountField, 1);
    worth->addWidget(m_currency, 0, Qt::AlignVCenter);
    column->addLayout(worth);
    m_expires = new OptionalTime(tr("Valid &until"));
    m_expires->setTime({}, m_clock.utcNow() + kUsualLife, here());
    column->addWidget(m_expires);
    m_note = new QLineEdit;
    m_note->setObjectName(QStringLiteral("voucherNote"));
    m_note->setMaxLength(kLongestNote);
    m_noteField = new FormField(tr("&Note for the house"), m_note, tr("To find it again; it is not printed."));
    column->addWidget(m_noteField);
    QList<PaymentKind> ways = waysOf(m_desk.role());
    ways.removeOne(PaymentKind::Voucher);
    m_payment = new PaymentPanel(ways);
    column->addWidget(m_payment);
    auto *back = makeButton(tr("Back"));
    m_sell = makeButton(tr("&Sell"), ButtonKind::Primary, Glyph::Cash);
    m_sell->setObjectName(QStringLiteral("sellVoucher"));
    column->addStretch();
    column->addLayout(buttonRow({back, m_sell}));
    connect(m_amount, &QLineEdit::textChanged, this, &VoucherSaleDialog::syncDue);
    connect(m_currency, &QComboBox::currentIndexChanged, this, &VoucherSaleDialog::syncDue);
    connect(m_note, &QLineEdit::textChanged, this, [this] { m_noteField->setError({}); });
    for (const QLineEdit *line : {m_amount, m_note})
        connect(line, &QLineEdit::returnPressed, this, [this] { m_payment->isHidden() ? submit() : m_payment->setFocus(); });
    connect(m_payment, &PaymentPanel::submitted, this, &VoucherSaleDialog::submit);
    connect(m_payment, &PaymentPanel::completed, m_sell, qOverload<>(&QWidget::setFocus));
    connect(m_sell, &QPushButton::clicked, this, &VoucherSaleDialog::submit);
    connect(back, &QPushButton::clicked, this, &VoucherSaleDialog::reject);
    for (QPushButton *button : {back, m_sell})
        button->setAutoDefault(false); // Enter goes on to the next field
    return page;
}

QWidget *VoucherSaleDialog::buildVoucher()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kTwoSteps);
    column->addWidget(new TextLabel(tr("Voucher sold"), TextScale::Title), 0, Qt::AlignHCenter);
    m_shownAmount = new TextLabel({}, TextScale::Heading, Tone::Accent);
    column->addWidget(m_shownAmount, 0, Qt::AlignHCenter);
    m_shownCode = new TextLabel({}, TextScale::Display);
    m_shownCode->setObjectName(QStringLiteral("voucherCode"));
    m_shownCode->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_shownCode, 0, Qt::AlignHCenter);
    column->addWidget((new TextLabel(tr("Print it now, or write the code down: it is shown this once and not kept."), TextScale::Body, Tone::Warning))->wrapped()->aligned(Qt::AlignCenter));
    auto *save = makeButton(tr("Save as PD&F…"), ButtonKind::Standard, Glyph::Save);
    m_print = makeButton(tr("&Print…"), ButtonKind::Primary, Glyph::Printer);
    auto *done = makeButton(tr("&Done"));
    done->setObjectName(QStringLiteral("voucherDone"));
    column->addStretch();
    column->addLayout(buttonRow({save, done, m_print}));
    connect(m_print, &QPushButton::clicked, this, [this] { m_outlet.preview(pages()); });
    connect(save, &QPushButton::clicked, this, [this] {
        m_outlet.askWhere(tr("Save the voucher as PDF"), tr("PDF files (*.pdf)"), QStringLiteral("pdf"), tr("Voucher %1").arg(m_voucher.lastFour),
                          [job = pages()](const QString &path) { return job.writePdf(path); });
    });
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    return page;
}

std::optional<Money> VoucherSaleDialog::amount() const
{
    return parseMoney(m_amount->text(), Currency::fromCode(m_currency->currentText()).value_or(Currency()), locale());
}

void VoucherSaleDialog::syncDue()
{
    m_amountField->setError({});
    const std::optional<Money> money = amount();
    m_payment->setVisible(money && money->amount > 0);
    if (!m_payment->isHidden())
        m_payment->setDue(*money);
}

void VoucherSaleDialog::submit()
{
    if (m_desk.isSelling() || m_pages->currentIndex() != 0)
        return;
    const std::optional<Money> money = amount();
    if (!money) {
        m_amountField->setError(tr("Enter an amount such as %1.").arg(formatMoney({.amount = 5'000, .currency = Currency::fromCode(m_currency->currentText()).value_or(Currency())}, locale())));
        m_amount->setFocus();
        return;
    }
    const QString note = m_note->text().simplified();
    if (const QString fault = cardNumberFault(note); !fault.isEmpty()) {
        m_noteField->setError(fault);
        m_note->setFocus();
        return;
    }
    if (money->amount > 0 && !m_payment->check())
        return;
    m_banner->clear();
    m_desk.sell({.amount = *money,
                 .settlement = money->amount > 0 ? m_payment->settlement() : Settlement(),
                 .expires = m_expires->time(),
                 .note = note.isEmpty() ? std::nullopt : std::optional(note)});
}

void VoucherSaleDialog::syncBusy()
{
    if (!m_desk.isSelling())
        m_busy->stop();
    else
        m_busy->start(m_desk.isChecking() ? tr("The connection broke. Checking whether the voucher was sold; please wait.") : tr("Selling…"));
}

void VoucherSaleDialog::onSold(const Voucher &voucher, const QString &code)
{
    m_voucher = voucher;
    m_code = code;
    m_shownCode->setText(isolated(code));
    m_shownAmount->setText(formatMoney(voucher.balance, locale()));
    m_pages->setCurrentIndex(1);
    m_print->setDefault(true);
    m_print->setFocus();
}

TicketPages VoucherSaleDialog::pages() const
{
    return TicketPages({.title = tr("Voucher %1").arg(m_voucher.lastFour), .voucher = voucherWords(m_voucher, m_code, here(), locale()), .direction = layoutDirection(), .font = font()});
}

void VoucherSaleDialog::reject()
{
    if (!m_desk.isSelling())
        QDialog::reject();
}

} // namespace parterre::ui
