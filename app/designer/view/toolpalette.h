// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/tools/drawing.h"
#include "app/widgets/card.h"
#include "app/widgets/icon.h"

#include <QButtonGroup>

class QGridLayout;

namespace parterre::ui {

// All tools, two side by side, each with a key of its own.
class ToolPalette : public Card
{
    Q_OBJECT

public:
    explicit ToolPalette(QWidget *parent = nullptr);

    void setCurrent(ToolKind kind);
    // What the tool does and how, in a sentence.
    [[nodiscard]] static QString hint(ToolKind kind);

Q_SIGNALS:
    void chosen(parterre::ToolKind kind);

private:
    void addGroup(std::initializer_list<ToolKind> kinds);

    QGridLayout *m_grid;
    QButtonGroup m_group;
    int m_row = 0;
};

} // namespace parterre::ui
