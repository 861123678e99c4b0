// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"

#include <QWidget>

#include <functional>

namespace parterre {
struct AttributeName;
} // namespace parterre

namespace parterre::ui {

// What the selected seats are: their category and attributes, the number of a single one, and two to be joined.
class SeatFields final : public QWidget
{
    Q_OBJECT

public:
    // Has the fields for as many seats as are selected now, with three for any larger number. The document outlives it.
    explicit SeatFields(DesignDocument &document, QWidget *parent = nullptr);

    // Those that are selected now.
    void showSeats();

private:
    // What the seats have in common.
    struct Summary {
        SeatRef first = {};
        qsizetype seats = 0;
        QString category = {};
        bool oneCategory = true;
        SeatAttributes inAll = SeatAttributes::fromInt(-1), inSome = {};
    };

    [[nodiscard]] Summary summary() const;
    void addCategory();
    void addNumber();
    void addCompanionButton();
    void addAttribute(const AttributeName &attribute);

    DesignDocument &m_document;
    QList<std::function<void(const Summary &)>> m_shows;
};

} // namespace parterre::ui
