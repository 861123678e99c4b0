// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/heldbackquestion.h"

#include "app/widgets/plaintext.h"
#include "app/widgets/prompter.h"

#include <QCoreApplication>

namespace parterre::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::HeldBackQuestion)
};

} // namespace

void askAboutHeldBack(QWidget *parent, Prompter &prompter, const QString &label, const QString &reason, const std::function<void()> &agreed)
{
    const QString text = reason.isEmpty() ? Words::tr("Some of these places of %1 are held back. What you do not sell is held back again.").arg(isolated(label))
                                          : Words::tr("The house holds %1 back: %2. If you do not sell it, it is held back again.").arg(isolated(label), isolated(reason));
    const Question question {.title = Words::tr("Take what is held back?"), .text = text, .yes = Words::tr("Hold it for sale")};
    prompter.ask(parent, question, [agreed](const Answer &answer) {
        if (answer.yes)
            agreed();
    });
}

} // namespace parterre::ui
