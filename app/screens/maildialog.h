// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/maildesk.h"

#include <QDialog>

class QLineEdit;
class QListView;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QStandardItemModel;

namespace parterre::ui {

class FormField;
class MessageBanner;
class TextLabel;

// Asks to whom a booking's tickets go and what is said with them, and shows what was sent before. Stays open after a mail, so
// that one sees what becomes of it. Sends nothing itself.
class MailDialog : public QDialog
{
    Q_OBJECT
public:
    // The draft as it stands there at first. `isSetUp`: whether the house sends mail.
    MailDialog(const QString &reference, const MailDraft &draft, bool isSetUp, QWidget *parent = nullptr);

    void setMails(const QList<Mail> &mails);
    // While something is on its way to the server; nothing: no more.
    void setProgress(std::optional<int> percent);
    void showSent(const Mail &mail);
    void showError(const Error &error);

Q_SIGNALS:
    void sendRequested(const parterre::MailDraft &draft); // good as far as one can see
    void stopRequested();

private:
    void submit();

    MessageBanner *m_banner;
    QLineEdit *m_to;
    QLineEdit *m_subject;
    QPlainTextEdit *m_body;
    FormField *m_toField;
    FormField *m_subjectField;
    FormField *m_bodyField;
    TextLabel *m_before;
    QListView *m_list;
    QStandardItemModel *m_mails;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_send;
    const bool m_isSetUp;
};

} // namespace parterre::ui
