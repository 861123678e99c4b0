// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/statementcatalog.h"

#include <QDir>
#include <QFile>

static void initStatementResources()
{
    Q_INIT_RESOURCE(storage); // a static library's resources are not registered by themselves
}

namespace parterre::storage {

using namespace Qt::StringLiterals;

const StatementCatalog &StatementCatalog::of(Engine engine)
{
    static const StatementCatalog sqlite(Engine::Sqlite);
    static const StatementCatalog postgresql(Engine::Postgresql);
    return engine == Engine::Sqlite ? sqlite : postgresql;
}

StatementCatalog::StatementCatalog(Engine engine)
{
    initStatementResources();
    const QString common = u":/parterre/storage/statements"_s;
    readFolder(common);
    readFolder(common + u'/' + engineName(engine));
}

void StatementCatalog::readFolder(const QString &folder)
{
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.sql"_s}, QDir::Files, QDir::Name))
        readFile(file.filePath(), file.completeBaseName());
}

void StatementCatalog::readFile(const QString &path, const QString &noun)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly | QIODevice::Text);
    Q_ASSERT(opened);
    Statement *current = nullptr;
    const QStringList lines = opened ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
    for (const QString &line : lines) {
        const bool direct = line.startsWith("-- direct: "_L1);
        if (direct || line.startsWith("-- name: "_L1)) {
            const std::string name = (noun + u'.' + line.section(u": "_s, 1).trimmed()).toStdString();
            current = &m_statements.insert_or_assign(name, Statement {.name = name, .sql = {}, .direct = direct}).first->second;
        } else if (current && !line.trimmed().isEmpty() && !line.startsWith("--"_L1)) {
            current->sql += line + u'\n';
        }
    }
}

const StatementCatalog::Statement &StatementCatalog::statement(std::string_view name) const
{
    const auto found = m_statements.find(name);
    Q_ASSERT_X(found != m_statements.end(), "StatementCatalog", std::string(name).c_str());
    return found->second;
}

QString engineName(Engine engine)
{
    return engine == Engine::Sqlite ? u"sqlite"_s : u"postgresql"_s;
}

} // namespace parterre::storage
