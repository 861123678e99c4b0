// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDir &root()
{
    static const QDir folder(QStringLiteral(PARTERRE_SOURCE_DIR));
    return folder;
}

QStringList filesBelow(const QString &folder, const QStringList &patterns)
{
    QStringList files;
    for (QDirIterator found(root().filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories); found.hasNext();)
        files.append(root().relativeFilePath(found.next()));
    return files;
}

const QStringList &folders()
{
    static const QStringList list {u"app"_s, u"backend"_s, u"shared"_s, u"tests"_s, u"docs"_s, u"installer"_s, u"translations"_s, u"resources"_s};
    return list;
}

QStringList documents()
{
    QStringList files = root().entryList({u"*.md"_s}, QDir::Files);
    for (const QString &folder : folders())
        files += filesBelow(folder, {u"*.md"_s});
    return files;
}

const QSet<QString> &sourceNames()
{
    static const QSet<QString> names = [] {
        QSet<QString> all;
        for (const QString &folder : folders()) {
            for (const QString &file : filesBelow(folder, {u"*.cpp"_s, u"*.h"_s, u"*.sql"_s}))
                all.insert(file.section(u'/', -1));
        }
        return all;
    }();
    return names;
}

// "backend/storage/statements/*.sql": whether there is one.
bool exists(const QString &path)
{
    if (!path.contains(u'*'))
        return root().exists(path);
    const QRegularExpression pattern(QRegularExpression::wildcardToRegularExpression(path));
    const QStringList files = filesBelow(path.section(u'/', 0, 0), {});
    return std::any_of(files.begin(), files.end(), [&pattern](const QString &file) { return pattern.match(file).hasMatch(); });
}

} // namespace

// What the documents name is there: they are as easily forgotten as they are read.
class TestDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void links_leadToFiles_data() { rows(); }
    void links_leadToFiles()
    {
        static const QRegularExpression link(u"\\]\\(([^)#:]+)(#[^)]*)?\\)"_s);
        const QDir folder = QFileInfo(root().filePath(m_path)).dir();
        for (auto all = link.globalMatch(m_text); all.hasNext();) {
            const QString target = all.next().captured(1);
            QVERIFY2(folder.exists(target), qPrintable(target));
        }
    }

    void namedFiles_exist_data() { rows(); }
    void namedFiles_exist()
    {
        static const QRegularExpression quoted(u"`([^`\\s]+)`"_s);
        static const QRegularExpression path(u"\\A(app|backend|shared|tests|docs|installer|translations|resources)/[\\w./*-]+\\z"_s);
        static const QRegularExpression name(u"\\A[\\w-]+\\.(cpp|h|sql)\\z"_s);
        for (auto all = quoted.globalMatch(m_text); all.hasNext();) {
            const QString word = all.next().captured(1);
            if (path.match(word).hasMatch())
                QVERIFY2(exists(word), qPrintable(word));
            else if (name.match(word).hasMatch())
                QVERIFY2(sourceNames().contains(word), qPrintable(word));
        }
    }

    void init()
    {
        QFETCH(QString, path);
        m_path = path;
        QFile file(root().filePath(path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_text = QString::fromUtf8(file.readAll());
    }

private:
    static void rows()
    {
        QTest::addColumn<QString>("path");
        for (const QString &document : documents())
            QTest::newRow(qPrintable(document)) << document;
    }

    QString m_path;
    QString m_text;
};

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
