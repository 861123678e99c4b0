// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/printerform.h"

#include "app/screens/tilldesk.h"
#include "app/widgets/buttons.h"
#include "app/widgets/formfield.h"
#include "app/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre::ui {

namespace {

constexpr int kLongestAddress = 255;

} // namespace

PrinterForm::PrinterForm(TillDesk &till, QWidget *parent)
    : Card(parent), m_till(till), m_address(new QLineEdit),
      m_addressField(new FormField(tr("Printe&r"), m_address, tr("Its network address or device, like 192.168.0.20 or /dev/usb/lp0. Empty when there is none."))),
      m_width(new QComboBox), m_drawer(new QCheckBox(tr("Open the &drawer when cash is taken or given back"))),
      m_sales(new QCheckBox(tr("Print the tic&kets of each sale"))), m_receipt(new QCheckBox(tr("Print a rece&ipt after them"))),
      m_test(makeButton(tr("&Test print"), ButtonKind::Standard, Glyph::Printer)), m_result(new TextLabel)
{
    m_address->setMaxLength(kLongestAddress);
    m_address->setObjectName(QStringLiteral("printerAddress"));
    m_test->setObjectName(QStringLiteral("testPrint"));
    m_width->addItem(tr("80 mm"), static_cast<int>(RollWidth::Wide));
    m_width->addItem(tr("58 mm"), static_cast<int>(RollWidth::Narrow));
    body()->addWidget(new TextLabel(tr("Receipt printer of this desk"), TextScale::Heading));
    body()->addWidget(m_addressField);
    body()->addWidget(new FormField(tr("P&aper"), m_width));
    for (QCheckBox *box : {m_drawer, m_sales, m_receipt})
        body()->addWidget(box);
    body()->addWidget(m_test, 0, Qt::AlignLeading);
    body()->addWidget(m_result->wrapped());
    showSetup();

    connect(m_address, &QLineEdit::editingFinished, this, &PrinterForm::keep);
    connect(m_width, &QComboBox::activated, this, &PrinterForm::keep);
    for (QCheckBox *box : {m_drawer, m_sales, m_receipt})
        connect(box, &QCheckBox::clicked, this, &PrinterForm::keep);
    connect(m_test, &QPushButton::clicked, this, [this] {
        keep();
        m_result->setTone(Tone::Muted);
        m_result->setText(tr("Printing…"));
        m_till.printTest();
    });
    connect(&m_till, &TillDesk::printed, this, [this](const QString &reference) {
        if (!reference.isEmpty())
            return;
        m_result->setTone(Tone::Success);
        m_result->setText(tr("The printer took the test."));
    });
    connect(&m_till, &TillDesk::said, this, [this](Severity severity, const QString &words) {
        m_result->setTone(toneOf(severity));
        m_result->setText(words);
    });
}

void PrinterForm::showSetup()
{
    const PrinterSetup setup = m_till.setup();
    m_address->setText(setup.address);
    m_width->setCurrentIndex(m_width->findData(static_cast<int>(setup.width)));
    m_drawer->setChecked(setup.opensDrawer);
    m_sales->setChecked(setup.printsSales);
    m_receipt->setChecked(setup.withReceipt);
    m_test->setEnabled(m_till.hasPrinter());
}

void PrinterForm::keep()
{
    const QString address = m_address->text().trimmed();
    const bool isGood = address.isEmpty() || TillPrinter::isAddress(address);
    m_addressField->setError(isGood ? QString() : tr("This names no printer. Write it like 192.168.0.20, till-1:9100 or /dev/usb/lp0."));
    PrinterSetup setup {.address = m_till.setup().address,
                        .width = static_cast<RollWidth>(m_width->currentData().toInt()),
                        .opensDrawer = m_drawer->isChecked(),
                        .printsSales = m_sales->isChecked(),
                        .withReceipt = m_receipt->isChecked()};
    if (isGood)
        setup.address = address;
    m_till.setSetup(setup);
    m_test->setEnabled(isGood && !address.isEmpty());
}

} // namespace parterre::ui
