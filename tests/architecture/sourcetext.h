// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace parterre::architecture {

struct Literal {
    int line = 0;
    QString text;
};

// A C++ source told apart: `code` is the text with comments and the insides of literals blanked out, so that lines
// and columns stay what they were; `literals` are the string literals, raw ones included.
struct SourceText {
    QString code;
    QList<Literal> literals;

    static SourceText parse(const QString &text);
};

int lineAt(const QString &text, qsizetype position);

} // namespace parterre::architecture
