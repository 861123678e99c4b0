// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/commands/numberingsteps.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace parterre::ui {

// Names rows, seats and tables: of what is selected, of a section, or of the whole house. What is chosen is seen in the
// drawing at once.
class NumberingDialog : public QDialog
{
    Q_OBJECT

public:
    // The document outlives the dialog.
    NumberingDialog(DesignDocument &document, SectionId section, QWidget *parent);

    void done(int result) override;

private:
    enum Scope { Selected, OneSection, WholeHouse };

    QWidget *buildRows();
    QWidget *buildSeats();
    void preview();
    [[nodiscard]] steps::NumberingRules rules() const;
    [[nodiscard]] QSet<ElementId> ids() const;

    DesignDocument &m_document;
    const SectionId m_section;
    QComboBox *m_scope;
    QCheckBox *m_rows;
    QComboBox *m_rowStyle;
    QSpinBox *m_rowFirst;
    QLineEdit *m_rowWithout;
    QLineEdit *m_rowPrefix;
    QCheckBox *m_fromBack;
    QCheckBox *m_seats;
    QComboBox *m_order;
    QSpinBox *m_seatFirst;
    QSpinBox *m_seatStep;
    QLineEdit *m_skipped;
    QCheckBox *m_across;
    QCheckBox *m_tables;
};

} // namespace parterre::ui
