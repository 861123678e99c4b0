// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace parterre::ui {

// Offers the rows of a list that is read anew from time to time, page by page. What is chosen stays chosen, wherever it is in
// the list afterwards; where Qt would begin with the first row again.
class KeptChoice : public QComboBox
{
    Q_OBJECT
public:
    // By the texts that the model has in this role. It outlives the choice.
    KeptChoice(QAbstractItemModel &model, int keyRole, QWidget *parent = nullptr);

    // At once, or as soon as it is in the list.
    void choose(const QString &key);

private:
    void keep();
    void seek();

    const int m_keyRole;
    QString m_sought; // not found yet
};

} // namespace parterre::ui
