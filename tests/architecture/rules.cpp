// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules.h"

#include "sourcetext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parterre::architecture {

namespace {

struct Room {
    QString folder;
    QStringList mayInclude; // other rooms, or single headers of them
    QStringList qtModules;
};

// The arrows. What is not here is not allowed; a room may always include itself.
const QList<Room> &table()
{
    static const QStringList core {u"shared/core"_s};
    static const QStringList nouns {u"shared/core"_s, u"shared/domain"_s};
    static const QStringList shared {u"shared/core"_s, u"shared/domain"_s, u"shared/protocol"_s, u"shared/planio"_s};
    static const QStringList backend {u"backend/calendar"_s, u"backend/ledger"_s, u"backend/mail"_s, u"backend/payments"_s, u"backend/storage"_s, u"backend/services"_s,
        u"backend/transport"_s, u"backend/api"_s};
    static const QStringList app {u"app/net"_s, u"app/state"_s, u"app/seatmap"_s, u"app/widgets"_s, u"app/paper"_s, u"app/screens"_s,
        u"app/designer/model"_s, u"app/designer/desk"_s, u"app/designer/view"_s};
    static const QStringList qtCore {u"QtCore"_s};
    static const QStringList qtSockets {u"QtCore"_s, u"QtNetwork"_s, u"QtWebSockets"_s};
    static const QStringList qtShapes {u"QtCore"_s, u"QtGui"_s}; // points, rectangles and the history; nothing is painted
    static const QStringList qtPixels {u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtSvg"_s};
    static const QList<Room> rooms {
        {u"shared/core"_s, {}, qtCore},
        {u"shared/domain"_s, core, qtCore},
        {u"shared/protocol"_s, nouns, qtCore},
        {u"shared/planio"_s, nouns + QStringList {u"shared/protocol"_s}, qtCore},
        {u"backend/calendar"_s, nouns + QStringList {u"shared/planio"_s}, qtCore},
        {u"backend/ledger"_s, nouns, qtCore},
        {u"backend/mail"_s, nouns, qtCore},
        {u"backend/payments"_s, core, {u"QtCore"_s, u"QtNetwork"_s}},
        {u"backend/storage"_s, nouns, {u"QtCore"_s, u"QtSql"_s}},
        // Of who takes payments, and of who carries mail, it knows the interface alone.
        {u"backend/services"_s, nouns + QStringList {u"shared/planio"_s, u"backend/calendar"_s, u"backend/ledger"_s, u"backend/storage"_s,
            u"backend/payments/paymentprovider.h"_s, u"backend/mail/mailcarrier.h"_s, u"backend/mail/letter.h"_s}, qtCore},
        {u"backend/transport"_s, shared, qtSockets},
        // The interface between the two is all that api knows of transport.
        {u"backend/api"_s, shared + QStringList {u"backend/services"_s, u"backend/transport/transport.h"_s, u"backend/transport/http.h"_s, u"backend/payments/paymentprovider.h"_s}, qtCore},
        {u"backend/server"_s, shared + backend, qtSockets},
        {u"app/net"_s, shared, qtSockets},
        {u"app/state"_s, shared + QStringList {u"app/net"_s}, qtCore},
        {u"app/widgets"_s, shared, qtPixels},
        {u"app/seatmap"_s, shared + QStringList {u"app/state"_s, u"app/widgets"_s}, qtPixels},
        {u"app/designer/model"_s, shared, qtShapes},
        {u"app/designer/commands"_s, shared + QStringList {u"app/designer/model"_s}, qtShapes},
        {u"app/designer/tools"_s, shared + QStringList {u"app/designer/commands"_s, u"app/designer/model"_s}, qtShapes},
        {u"app/designer/desk"_s, shared + QStringList {u"app/designer/model"_s, u"app/state"_s, u"app/net"_s}, qtShapes},
        {u"app/designer/view"_s, shared + QStringList {u"app/designer/commands"_s, u"app/designer/desk"_s, u"app/designer/model"_s, u"app/designer/tools"_s,
            u"app/state"_s, u"app/seatmap"_s, u"app/widgets"_s}, qtPixels + QStringList {u"QtPdf"_s}},
        {u"app/paper"_s, shared + QStringList {u"app/state"_s, u"app/widgets"_s}, qtPixels},
        {u"app/screens"_s, shared + QStringList {u"app/state"_s, u"app/seatmap"_s, u"app/paper"_s, u"app/widgets"_s}, qtPixels + QStringList {u"QtPrintSupport"_s}},
        {u"app/application"_s, shared + app, qtPixels + QStringList {u"QtNetwork"_s}},
    };
    return rooms;
}

// Libraries that are not Qt, by the start of their header's name, and who may use them.
struct Foreign {
    QString header;
    QString library;
    QStringList rooms;
};

const QList<Foreign> &foreignTable()
{
    static const QList<Foreign> foreign {
        {u"sodium"_s, u"sodium"_s, {u"backend/services"_s, u"backend/server"_s, u"app/net"_s}},
        {u"librsvg/"_s, u"librsvg"_s, {u"shared/planio"_s}},
        {u"cairo"_s, u"cairo"_s, {u"shared/planio"_s}},
        {u"curl/"_s, u"CURL::libcurl"_s, {u"backend/mail"_s}},
        {u"libical/"_s, u"libical"_s, {u"backend/calendar"_s}},
        {u"qrcodegen/"_s, u"qrcodegencpp"_s, {u"app/paper"_s}},
        {u"qt6keychain/"_s, u"Qt6Keychain::Qt6Keychain"_s, {u"app/net"_s, u"app/application"_s}},
    };
    return foreign;
}

// Files that are longer than the rule and stay so, each with its reason.
const QStringList &longFiles()
{
    static const QStringList files {
        u"shared/protocol/codec.h"_s, // templates that only .cpp files of its own room include: a .cpp in all but name
    };
    return files;
}

const Room *roomOf(const QString &path)
{
    const auto &all = table();
    const auto found = std::ranges::find_if(all, [&](const Room &room) { return path.startsWith(room.folder + u'/'); });
    return found == all.end() ? nullptr : &*found;
}

QList<Finding> matches(const QString &path, const QString &text, const QRegularExpression &pattern, const QString &what)
{
    QList<Finding> findings;
    for (auto all = pattern.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        findings.append({path, lineAt(text, match.capturedStart()), what.arg(match.captured().simplified())});
    }
    return findings;
}

QString stem(const QString &path)
{
    return path.left(path.lastIndexOf(u'.'));
}

// Why this file of this room may not include this project header; empty where it may.
QString objectionToProject(const Room &room, const QString &path, const QString &header)
{
    if (header.endsWith(u".moc"))
        return {};
    const Room *other = roomOf(header);
    if (!other)
        return u"\"%1\" names no room; project headers are included by their path from the root"_s.arg(header);
    if (other->folder != room.folder && !room.mayInclude.contains(other->folder) && !room.mayInclude.contains(header))
        return u"%1 may not include %2 (\"%3\")"_s.arg(room.folder, other->folder, header);
    if (room.folder == u"app/screens" && header.endsWith(u"screen.h") && stem(header) != stem(path))
        return u"a screen includes a screen (\"%1\")"_s.arg(header);
    return {};
}

QString objectionToLibrary(const Room &room, const QString &header, const QtHeaders &qtHeaders)
{
    for (const Foreign &foreign : foreignTable()) {
        if (header.startsWith(foreign.header) && !foreign.rooms.contains(room.folder))
            return u"%1 may not use %2 (<%3>)"_s.arg(room.folder, foreign.library, header);
    }
    const qsizetype slash = header.indexOf(u'/');
    const QString module = header.startsWith(u"Qt") && slash > 0 ? header.left(slash) : qtHeaders.value(header);
    if (!module.isEmpty() && !room.qtModules.contains(module))
        return u"%1 may not use %2 (<%3>)"_s.arg(room.folder, module, header);
    static const QStringList machinery {u"QObject"_s, u"QTimer"_s, u"QThread"_s, u"QMutex"_s};
    if (room.folder == u"backend/ledger" && machinery.contains(header.mid(slash + 1)))
        return u"the ledger is plain C++ without signals, timers and threads (<%1>)"_s.arg(header);
    return {};
}

} // namespace

QStringList rooms()
{
    QStringList folders;
    for (const Room &room : table())
        folders.append(room.folder);
    return folders;
}

QList<Finding> checkIncludes(const QString &path, const QString &text, const QtHeaders &qtHeaders)
{
    const Room *room = roomOf(path);
    if (!room)
        return path.contains(u'/') ? QList<Finding> {{path, 1, u"this folder is no room; add it to the table of arrows"_s}} : QList<Finding> {};
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"_s, QRegularExpression::MultilineOption);
    QList<Finding> findings;
    const QString code = SourceText::parse(text).code;
    for (auto all = include.globalMatch(code); all.hasNext();) {
        const auto match = all.next();
        const QString header = match.captured(2);
        const QString objection = match.captured(1) == u"\"" ? objectionToProject(*room, path, header)
                                                             : objectionToLibrary(*room, header, qtHeaders);
        if (!objection.isEmpty())
            findings.append({path, lineAt(code, match.capturedStart(2)), objection});
    }
    return findings;
}

QList<Finding> checkSize(const QString &path, const QString &text)
{
    const qsizetype limit = path.endsWith(u".h") ? 200 : 500;
    const qsizetype lines = text.count(u'\n');
    if (lines <= limit || longFiles().contains(path))
        return {};
    return {{path, int(lines), u"%1 lines; more than %2 hide a second thing"_s.arg(lines).arg(limit)}};
}

QList<Finding> checkPreamble(const QString &path, const QString &text)
{
    QList<Finding> findings;
    if (!text.startsWith(u"// SPDX-License-Identifier: GPL-3.0-or-later\n"))
        findings.append({path, 1, u"the first line is not the SPDX line"_s});
    if (path.endsWith(u".h") && !text.contains(u"\n#pragma once\n"))
        findings.append({path, 1, u"no #pragma once"_s});
    return findings;
}

QList<Finding> checkMarkers(const QString &path, const QString &text)
{
    // Written so that this file passes its own rule.
    static const QRegularExpression marker(u"\\b(TO" "DO|FIX" "ME|XX" "X|HA" "CK)\\b"_s);
    return matches(path, text, marker, u"left-over marker %1"_s);
}

QList<Finding> checkSqlText(const QString &path, const QString &text)
{
    static const QRegularExpression sql(u"\\b(SELECT\\s|INSERT\\s+INTO\\b|UPDATE\\s+\\w+\\s+SET\\b|DELETE\\s+FROM\\b)"_s);
    QList<Finding> findings;
    for (const Literal &literal : SourceText::parse(text).literals) {
        if (sql.match(literal.text).hasMatch())
            findings.append({path, literal.line, u"SQL in C++: \"%1\""_s.arg(literal.text.left(60).simplified())});
    }
    return findings;
}

QList<Finding> checkNestedLoops(const QString &path, const QString &text)
{
    // An event dispatcher declares the function of this name; that is no call.
    static const QRegularExpression loop(u"\\bprocessEvents\\((?!QEventLoop::ProcessEventsFlags \\w)|\\bQEventLoop\\s+\\w+\\s*[;({]"_s);
    return matches(path, SourceText::parse(text).code, loop, u"nested event loop: %1"_s);
}

QList<Finding> checkLinks(const QString &room, const QStringList &linked)
{
    const auto &all = table();
    const auto self = std::ranges::find(all, room, &Room::folder);
    QList<Finding> findings;
    const auto object = [&](const QString &library) {
        findings.append({room, 0, u"%1 links %2"_s.arg(room, library)});
    };
    // Through another room libraries come in that this room's own headers may not name (SQL behind a service); what
    // never comes in is the other side, and a Qt module that none of the rooms behind it may use.
    QStringList qtModules = self->qtModules;
    for (const Room &other : all) {
        if (!linked.contains(u"parterre_"_s + other.folder.section(u'/', 1)))
            continue;
        const QString side = other.folder.section(u'/', 0, 0);
        if (side != u"shared" && side != room.section(u'/', 0, 0))
            object(other.folder);
        else
            qtModules += other.qtModules;
    }
    for (const QString &library : linked) {
        if (library.startsWith(u"Qt6::") && !qtModules.contains(u"Qt"_s + library.mid(5)))
            object(library);
    }
    return findings;
}

} // namespace parterre::architecture
