// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/contact.h"

#include <QWidget>

class QLineEdit;

namespace parterre::ui {

class FormField;

// Whom tickets are for, and how to reach them: a name, and if they like an address and a number.
class ContactForm : public QWidget
{
    Q_OBJECT
public:
    explicit ContactForm(QWidget *parent = nullptr);

    void setContact(const Contact &contact);
    // At first it is.
    void setNameNeeded(bool needed);
    [[nodiscard]] Contact contact() const;
    // Shows what is wrong, if anything is.
    bool check();

Q_SIGNALS:
    void submitted(); // Enter

private:
    struct Entry {
        QLineEdit *edit;
        FormField *field;
        QString (*faultIn)(const Contact &contact); // empty: none
    };

    [[nodiscard]] QString faultOf(const Entry &entry) const; // empty: none
    // Says of what was left what is wrong with it, and of what is wrong whether it still is.
    void judgeWhileTyping(const Entry &entry);

    QLineEdit *m_name;
    QLineEdit *m_email;
    QLineEdit *m_phone;
    QList<Entry> m_entries;
    bool m_needsName = true;
};

} // namespace parterre::ui
