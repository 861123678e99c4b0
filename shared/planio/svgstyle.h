// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

class QXmlStreamAttributes;

namespace parterre::planio {

// The little of CSS that drawing programs use for colours: classes in a <style>, and style attributes.
class SvgStyle
{
public:
    // ".seat, .chair { fill: #abc; stroke: red }"; other selectors are passed over.
    void addSheet(const QString &text);
    // As written: "#abc", "none", or empty. The style attribute counts more than the classes, they more than the plain attribute.
    [[nodiscard]] QString value(const QXmlStreamAttributes &attributes, QLatin1StringView property) const;

private:
    QHash<QString, QString> m_values; // "class property" -> value
};

} // namespace parterre::planio
