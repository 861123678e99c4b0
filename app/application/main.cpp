// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/options.h"
#include "app/application/picturetour.h"
#include "app/application/program.h"
#include "app/net/keychaintokenstore.h"

#include <QApplication>
#include <QTextStream>

using namespace parterre;

namespace {

constexpr int kUsageError = 2;

int printed(FILE *where, const QString &text, int code)
{
    QTextStream(where) << text << Qt::endl;
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("parterre"));
    QApplication::setOrganizationName(QStringLiteral("parterre"));
    QApplication::setApplicationDisplayName(QStringLiteral("Parterre"));
    QApplication::setApplicationVersion(QStringLiteral(PARTERRE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.parterre.Parterre"));
    QApplication::setQuitOnLastWindowClosed(false); // the server is told first

    const auto options = ui::readOptions(QApplication::arguments());
    if (!options)
        return printed(stderr, QStringLiteral("parterre: %1\nTry --help.").arg(options.error().detail), kUsageError);
    if (options->help)
        return printed(stdout, ui::helpText(), 0);
    if (options->version)
        return printed(stdout, QStringLiteral("parterre " PARTERRE_VERSION), 0);

    const SystemClock clock;
    UuidV7Generator ids(clock);
    net::KeychainTokenStore tokens;
    ui::Program program(application, *options, tokens, clock, ids);
    QObject::connect(&program, &ui::Program::finished, &application, &QApplication::quit);
    if (const auto started = program.start(); !started) {
        if (!options->server.isEmpty())
            return printed(stderr, QStringLiteral("parterre: --server: %1").arg(started.error().detail), kUsageError);
    }
    std::unique_ptr<ui::PictureTour> tour;
    if (!options->screenshotFolder.isEmpty()) {
        tour = std::make_unique<ui::PictureTour>(program, options->screenshotFolder, options->size);
        QObject::connect(tour.get(), &ui::PictureTour::finished, &application, [](bool complete, const QString &report) {
            QApplication::exit(printed(complete ? stdout : stderr, report, complete ? 0 : 1));
        });
        tour->start();
    }
    return QApplication::exec();
}
