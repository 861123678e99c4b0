// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/importreport.h"

namespace parterre::planio {

// The categories of a plan being imported, found by the file's own names. Gives them keys, colours and readable names,
// and makes those that seats name but the file does not list.
class ImportCategories
{
public:
    explicit ImportCategories(ImportReport &report) : m_report(report) {}

    // A category the file lists. `color` may be empty.
    void list(const QString &name, const QString &color, const JsonPlace &place);
    // A category the file lists, which seats name by `id`. It keeps its key where that is good and free; an empty name
    // or colour is made up. Listed again it stays what it is.
    qint32 list(const QString &id, const Category &wanted, const JsonPlace &place);
    // The position of the category a seat names; an empty name is "no category".
    [[nodiscard]] qint32 find(const QString &name, const JsonPlace &seat);
    [[nodiscard]] const QList<Category> &categories() const { return m_categories; }

private:
    qint32 append(const QString &name, const QString &color, const QString &key = {});
    [[nodiscard]] bool isFree(const QString &key) const;
    [[nodiscard]] QString uniqueKey(const QString &name) const;

    ImportReport &m_report;
    QList<Category> m_categories;
    QHash<QString, qint32> m_byName; // the file's name -> position
};

} // namespace parterre::planio
