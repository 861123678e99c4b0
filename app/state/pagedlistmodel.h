// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"

#include <QAbstractListModel>

namespace parterre {

enum class LoadState { Empty, Loading, Ready, Failed };

// What every list from the server has in common: whether it is loading, why it failed, and that it is asked again.
class PagedListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    // Asks from the start. The rows shown stay until the answer is here.
    virtual void refresh() = 0;
    [[nodiscard]] LoadState loadState() const { return m_loadState; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; } // while Failed

Q_SIGNALS:
    void loadStateChanged();

protected:
    void setLoadState(LoadState state, const std::optional<Error> &error = {});

private:
    LoadState m_loadState = LoadState::Empty;
    std::optional<Error> m_error;
};

// Rows of one kind, page by page, by the protocol's list method `Search`. An answer to an older question is dropped.
template<class Row, class Search>
class PagedRows : public PagedListModel
{
public:
    // `session` outlives the model.
    PagedRows(SessionModel &session, QObject *parent) : PagedListModel(parent), m_session(session) {}

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override { return !parent.isValid() && m_next && loadState() == LoadState::Ready; }
    void fetchMore(const QModelIndex &parent) override
    {
        if (canFetchMore(parent))
            ask(m_next);
    }
    void refresh() override { ask({}); }

    [[nodiscard]] const Row &row(int row) const { return m_rows.at(row); }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }

protected:
    [[nodiscard]] virtual typename Search::Params question() const = 0;
    [[nodiscard]] virtual const QList<Row> &rowsOf(const typename Search::Result &answer) const = 0;

    // For what else is in it.
    virtual void onAnswer(const typename Search::Result &) {}

    [[nodiscard]] SessionModel &session() { return m_session; }
    // Empty, and answers on their way are dropped.
    void clear()
    {
        ++m_generation;
        replaceRows({});
        m_next.reset();
        setLoadState(LoadState::Empty);
    }
    void replaceRow(int row, const Row &value)
    {
        m_rows[row] = value;
        Q_EMIT dataChanged(index(row), index(row));
    }

private:
    void ask(const std::optional<QString> &cursor)
    {
        const quint64 generation = ++m_generation;
        typename Search::Params params = question();
        params.cursor = cursor;
        setLoadState(LoadState::Loading);
        m_session.connection().template call<Search>(params, this, [this, generation, more = cursor.has_value()](const Result<typename Search::Result> &answer) {
            if (generation != m_generation)
                return;
            if (!answer)
                return setLoadState(LoadState::Failed, answer.error());
            if (more)
                appendRows(rowsOf(*answer));
            else
                replaceRows(rowsOf(*answer));
            m_next = answer->next;
            onAnswer(*answer);
            setLoadState(LoadState::Ready);
        });
    }
    void replaceRows(const QList<Row> &rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    void appendRows(const QList<Row> &rows)
    {
        if (rows.isEmpty())
            return;
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
        m_rows += rows;
        endInsertRows();
    }

    SessionModel &m_session;
    QList<Row> m_rows;
    std::optional<QString> m_next;
    quint64 m_generation = 0;
};

} // namespace parterre
