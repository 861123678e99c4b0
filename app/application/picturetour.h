// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/application/program.h"

#include <QDir>
#include <QTimer>

#include <functional>
#include <vector>

namespace parterre::ui {

// Walks through the real screens against a real server and saves a picture of each: for the README, and to look at
// after a change. Holds and books seats there, so it wants a demo house.
class PictureTour : public QObject
{
    Q_OBJECT
public:
    // Of a size that suits a page when none is given.
    PictureTour(Program &program, const QString &folder, const std::optional<QSize> &size = {});

    void start();

Q_SIGNALS:
    // `report` names the pictures, or the step that never came true.
    void finished(bool complete, const QString &report);

private:
    // Does something, then waits until `reached`.
    struct Leg {
        QString name;
        std::function<void()> act;
        std::function<bool()> reached;
    };

    void plan();
    void planLists();
    void planLooks();
    void planAreas();
    void planPlans();
    void planProgramme();
    void planOffline();
    void search(const QString &text);
    void picture(const QString &name, std::function<QWidget *()> what);
    void tick();
    void openEventOnSale();

    Program &m_program;
    QDir m_folder;
    QSize m_size;
    QTimer m_timer;
    std::vector<Leg> m_legs;
    std::size_t m_leg = 0;
    int m_ticks = 0;
    QStringList m_saved;
};

} // namespace parterre::ui
