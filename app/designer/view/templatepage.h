// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/desk/designdesk.h"
#include "app/designer/model/templates.h"

#include <QWidget>

#include <functional>

class QListWidget;

namespace parterre::ui {

// What a drawing begins with: one that was not finished, a draft, an empty plan, or a stock house, each with a picture.
class TemplatePage : public QWidget
{
    Q_OBJECT

public:
    // The desk outlives the page.
    explicit TemplatePage(DesignDesk &desk, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const parterre::Design &design);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showUnfinished();
    void addWork(const QString &name, const QString &about, const std::function<void()> &goOn, const std::function<void()> &discard);
    void paintPictures();

    DesignDesk &m_desk;
    QWidget *m_unfinished;
    QListWidget *m_list;
    bool m_painted = false;
};

} // namespace parterre::ui
