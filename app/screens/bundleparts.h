// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/namedkey.h"
#include "shared/domain/discount.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QScrollArea;
class QSpinBox;
class QToolButton;

namespace parterre::ui {

// What a set is made of: so many tickets of one type, a line for each. A type that is not offered may be typed as its key.
class BundleParts : public QWidget
{
    Q_OBJECT
public:
    explicit BundleParts(QWidget *parent = nullptr);

    void setOffered(const QList<NamedKey> &types);
    void setParts(const QList<BundlePart> &parts);
    // A type that is not chosen yet is empty.
    [[nodiscard]] const QList<BundlePart> &parts() const { return m_parts; }

Q_SIGNALS:
    void edited();

private:
    struct Line {
        QWidget *widget; // has the others
        QSpinBox *count;
        QComboBox *type;
        QToolButton *remove;
    };

    [[nodiscard]] Line makeLine(qsizetype at);
    void addNext();
    void remove(qsizetype at);
    void setType(qsizetype at, const QString &key);
    void setCount(qsizetype at, int count);
    void showLines();
    void showType(qsizetype at);

    QList<NamedKey> m_types;
    QList<BundlePart> m_parts;
    QList<Line> m_lines; // as many as there can be, so that the keyboard goes through them in order
    QScrollArea *m_area;
    QPushButton *m_add;
};

} // namespace parterre::ui
