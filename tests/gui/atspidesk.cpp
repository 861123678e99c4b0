// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QSocketNotifier>
#include <QTextStream>

#include <unistd.h>

using namespace parterre;
using namespace parterre::testing;

// A clerk's desk with the map of a small hall before it, for seatmap_atspi.py: says "ready" and stays until its
// standard input ends.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale::c());
    TestDatabases databases;
    const TestHouse house(databases.create(storage::Engine::Sqlite));
    Desk desk(house);
    if (!desk.openAs(Role::Clerk) || !desk.openEvent(house.events().evening))
        qFatal("the map does not open");
    QSocketNotifier end(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&end, &QSocketNotifier::activated, &application, &QApplication::quit);
    QTextStream(stdout) << "ready" << Qt::endl;
    return QApplication::exec();
}
