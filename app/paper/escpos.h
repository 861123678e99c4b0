// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QImage;

namespace parterre::ui {

// The commands of receipt printers (ESC/POS), one after the other. Words go to the printer as pictures: its own letters know
// few scripts, join no Arabic ones, and differ from maker to maker.
class EscPos
{
public:
    // The printer forgets what was set before.
    void start();
    // At the left edge, black from the middle grey on. At most 65,535 dots wide, and as high as it likes.
    void picture(const QImage &picture);
    // Moves the paper on, past the knife, and leaves a bit of it standing.
    void cut();
    // A pulse on the drawer's first pin.
    void kickDrawer();

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace parterre::ui
