// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/paperoutlet.h"

#include "app/widgets/plaintext.h"

#include <QDir>
#include <QFileDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>

#include <memory>

namespace parterre::ui {

void PaperOutlet::preview(const TicketPages &pages)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setFullPage(true);
    auto *dialog = new QPrintPreviewDialog(printer.get(), &m_owner);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The printer outlives the dialog, whose view still knows it while it goes.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    connect(dialog, &QPrintPreviewDialog::paintRequested, this, [this, pages](QPrinter *device) {
        if (!pages.paint(*device))
            Q_EMIT said(Severity::Error, tr("The printer did not take the pages."));
    });
    dialog->open();
}

void PaperOutlet::askWhere(const QString &title, const QString &filter, const QString &suffix, const QString &name, std::function<Result<void>(const QString &)> write)
{
    auto *dialog = new QFileDialog(&m_owner, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(filter);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, write = std::move(write)](const QString &path) {
        const QString words = isolated(QDir::toNativeSeparators(path));
        if (write(path))
            Q_EMIT said(Severity::Success, tr("Saved as %1.").arg(words));
        else
            Q_EMIT said(Severity::Error, tr("Nothing could be saved as %1. Choose another folder.").arg(words));
    });
    dialog->open();
}

} // namespace parterre::ui
