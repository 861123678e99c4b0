// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/maildialog.h"

#include "app/screens/mailwords.h"
#include "app/widgets/buttons.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/formfield.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/notedelegate.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"
#include "shared/domain/mailaddress.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTextDocument>
#include <QVBoxLayout>

namespace parterre::ui {

namespace {

constexpr int kWidth = 520;
constexpr int kBodyHeight = 150;
constexpr int kListHeight = 170;
constexpr int kTextMargin = 7; // as far from the frame as a line of its own

} // namespace

MailDialog::MailDialog(const QString &reference, const MailDraft &draft, bool isSetUp, QWidget *parent)
    : QDialog(parent), m_banner(new MessageBanner), m_to(new QLineEdit(draft.to)), m_subject(new QLineEdit(draft.subject)), m_body(new QPlainTextEdit(draft.body)),
      m_toField(new FormField(tr("T&o"), m_to, tr("One address, like ada@example.org"))), m_subjectField(new FormField(tr("S&ubject"), m_subject)),
      m_bodyField(new FormField(tr("&Text"), m_body)), m_before(new TextLabel(tr("Sent before"), TextScale::Heading)), m_list(new QListView),
      m_mails(new QStandardItemModel(this)), m_progress(new QProgressBar), m_stop(makeButton(tr("Ca&ncel"))),
      m_send(makeButton(tr("&Send"), ButtonKind::Primary, Glyph::Mail)), m_isSetUp(isSetUp)
{
    setWindowTitle(tr("Tickets of booking %1 by mail").arg(isolated(reference)));
    setWindowModality(Qt::WindowModal);
    setMinimumWidth(kWidth);
    m_to->setObjectName(QStringLiteral("mailTo"));
    m_subject->setObjectName(QStringLiteral("mailSubject"));
    m_body->setObjectName(QStringLiteral("mailBody"));
    m_send->setObjectName(QStringLiteral("sendMail"));
    m_stop->setObjectName(QStringLiteral("stopMail"));
    m_list->setObjectName(QStringLiteral("mailsBefore"));
    m_to->setMaxLength(MailLimits::kAddress);
    m_subject->setMaxLength(MailLimits::kSubject);
    m_body->setTabChangesFocus(true);
    m_body->setMinimumHeight(kBodyHeight);
    m_body->viewport()->setAutoFillBackground(false); // the frame is round
    m_body->document()->setDocumentMargin(kTextMargin);
    // What was sent is heard of when the window is there: it must not grow then, on its way to its place.
    for (QWidget *late : {static_cast<QWidget *>(m_before), static_cast<QWidget *>(m_list)}) {
        QSizePolicy policy = late->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        late->setSizePolicy(policy);
    }
    m_progress->setAccessibleName(tr("Sending"));
    m_list->setModel(m_mails);
    showAsNotes(*m_list);
    m_list->setAccessibleName(tr("Sent before"));
    m_list->setMinimumHeight(kListHeight);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kThreeSteps, kThreeSteps, kThreeSteps, kThreeSteps);
    column->setSpacing(kTwoSteps);
    column->addWidget(m_banner);
    for (FormField *field : {m_toField, m_subjectField, m_bodyField})
        column->addWidget(field);
    column->addWidget((new TextLabel(tr("The tickets go with it as PDF, with the codes that are valid now. Prints stay valid, too."), TextScale::Caption, Tone::Muted))->wrapped());
    column->addWidget(m_before);
    column->addWidget(m_list, 1);
    auto *close = makeButton(tr("&Close"));
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    row->addStretch();
    row->addWidget(close);
    row->addWidget(m_send);
    column->addLayout(row);
    for (QPushButton *button : {close, m_stop})
        button->setAutoDefault(false);
    m_send->setDefault(true);

    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_stop, &QPushButton::clicked, this, &MailDialog::stopRequested);
    connect(m_send, &QPushButton::clicked, this, &MailDialog::submit);
    connect(m_to, &QLineEdit::textChanged, m_toField, [this] { m_toField->setError({}); });
    connect(m_subject, &QLineEdit::textChanged, m_subjectField, [this] { m_subjectField->setError({}); });
    connect(m_body, &QPlainTextEdit::textChanged, m_bodyField, [this] { m_bodyField->setError({}); });
    setMails({});
    setProgress({});
    if (!isSetUp) {
        m_banner->setClosable(false);
        m_banner->showMessage(Severity::Info, errorText(Error {.code = ErrorCode::MailNotSetUp}));
    }
    m_to->setFocus();
}

void MailDialog::setMails(const QList<Mail> &mails)
{
    m_mails->clear();
    for (const Mail &mail : mails) {
        auto *item = new QStandardItem(mailNote(mail, locale()));
        item->setEditable(false);
        m_mails->appendRow(item);
    }
    m_before->setVisible(!mails.isEmpty());
    m_list->setVisible(!mails.isEmpty());
}

void MailDialog::setProgress(std::optional<int> percent)
{
    m_progress->setVisible(percent.has_value());
    m_stop->setVisible(percent.has_value());
    m_progress->setValue(percent.value_or(0));
    m_send->setEnabled(m_isSetUp && !percent);
    for (FormField *field : {m_toField, m_subjectField, m_bodyField})
        field->setEnabled(m_isSetUp && !percent);
}

void MailDialog::showSent(const Mail &mail)
{
    setProgress({});
    m_banner->showMessage(Severity::Success, tr("The tickets are on their way to %1.").arg(isolated(mail.to)));
}

void MailDialog::showError(const Error &error)
{
    setProgress({});
    if (error.code == ErrorCode::NoAddress) {
        m_toField->setError(errorText(error));
        m_to->setFocus();
        return;
    }
    // Elsewhere that is about one ticket, and somebody else's to see to.
    m_banner->showMessage(Severity::Error, error.code == ErrorCode::TicketReleased ? tr("All seats of this booking were given free because nobody had come. There are no tickets to send.") : errorText(error));
}

void MailDialog::submit()
{
    const MailDraft draft {.to = m_to->text().trimmed(), .subject = m_subject->text().simplified(), .body = m_body->toPlainText().trimmed()};
    QWidget *wrong = nullptr;
    const auto object = [&wrong](FormField &field, const QString &why) {
        field.setError(why);
        if (!wrong)
            wrong = field.control();
    };
    if (!mailAddress(draft.to))
        object(*m_toField, errorText(Error {.code = ErrorCode::NoAddress}));
    if (const QString fault = draft.subject.isEmpty() ? tr("Say what the mail is about.") : cardNumberFault(draft.subject); !fault.isEmpty())
        object(*m_subjectField, fault);
    if (draft.body.isEmpty())
        object(*m_bodyField, tr("Write a few words."));
    else if (draft.body.size() > MailLimits::kBody)
        object(*m_bodyField, tr("This is too long: at most %n characters.", nullptr, MailLimits::kBody));
    else if (const QString fault = cardNumberFault(draft.body); !fault.isEmpty())
        object(*m_bodyField, fault);
    if (wrong) {
        wrong->setFocus();
        return;
    }
    m_banner->clear();
    setProgress(0);
    Q_EMIT sendRequested(draft);
}

} // namespace parterre::ui
