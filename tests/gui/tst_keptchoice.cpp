// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/keptchoice.h"

#include <QAbstractListModel>
#include <QTest>

using namespace parterre::ui;
using namespace Qt::StringLiterals;

namespace {

// Names, of which the small letters are the keys.
class Names final : public QAbstractListModel
{
public:
    static constexpr int kKeyRole = Qt::UserRole;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_names.size()); }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const QString name = m_names.at(index.row());
        return role == Qt::DisplayRole ? QVariant(name) : role == kKeyRole ? QVariant(name.toLower()) : QVariant();
    }
    void replace(const QStringList &names)
    {
        beginResetModel();
        m_names = names;
        endResetModel();
    }
    void append(const QString &name)
    {
        beginInsertRows({}, rowCount(), rowCount());
        m_names.append(name);
        endInsertRows();
    }

private:
    QStringList m_names;
};

} // namespace

// What was chosen from a list that is read anew.
class TestKeptChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chosen_staysWhereverItIs()
    {
        Names names;
        names.replace({u"Cinema"_s, u"Opera"_s});
        KeptChoice choice(names, Names::kKeyRole);
        QCOMPARE(choice.currentText(), u"Cinema"_s); // the first, as ever
        choice.setCurrentIndex(1);
        names.replace({u"Arena"_s, u"Cinema"_s, u"Opera"_s});
        QCOMPARE(choice.currentText(), u"Opera"_s);
        names.replace({u"Opera"_s});
        QCOMPARE(choice.currentIndex(), 0);
        QCOMPARE(choice.currentText(), u"Opera"_s);
        // What nobody chose is kept as well.
        names.replace({u"Cinema"_s, u"Opera"_s});
        QCOMPARE(choice.currentText(), u"Opera"_s);
    }

    void chosen_onALaterPageIsChosenAgain()
    {
        Names names;
        names.replace({u"Cinema"_s, u"Opera"_s});
        KeptChoice choice(names, Names::kKeyRole);
        choice.setCurrentIndex(1);
        names.replace({u"Cinema"_s});
        QCOMPARE(choice.currentText(), u"Cinema"_s);
        names.append(u"Opera"_s);
        QCOMPARE(choice.currentText(), u"Opera"_s);
    }

    void wanted_isChosenWhenItComes()
    {
        Names names;
        KeptChoice choice(names, Names::kKeyRole);
        choice.choose(u"opera"_s);
        QCOMPARE(choice.currentIndex(), -1);
        names.replace({u"Cinema"_s, u"Opera"_s});
        QCOMPARE(choice.currentText(), u"Opera"_s);
        choice.choose(u"cinema"_s); // which is there
        QCOMPARE(choice.currentText(), u"Cinema"_s);
    }

    void who_choosesMeanwhileIsNotOverruled()
    {
        Names names;
        names.replace({u"Arena"_s, u"Cinema"_s});
        KeptChoice choice(names, Names::kKeyRole);
        choice.choose(u"opera"_s);
        choice.setCurrentIndex(1);
        Q_EMIT choice.activated(1);
        names.append(u"Opera"_s);
        QCOMPARE(choice.currentText(), u"Cinema"_s);
    }
};

QTEST_MAIN(TestKeptChoice)
#include "tst_keptchoice.moc"
