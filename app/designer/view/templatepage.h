// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/templates.h"

#include <QWidget>

class QListWidget;

namespace parterre::ui {

// What a drawing begins with: an empty plan or a stock house, each with a picture.
class TemplatePage : public QWidget
{
    Q_OBJECT

public:
    explicit TemplatePage(QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const parterre::Design &design);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintPictures();

    QListWidget *m_list;
    bool m_painted = false;
};

} // namespace parterre::ui
