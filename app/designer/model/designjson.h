// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/design.h"
#include "shared/core/result.h"

namespace parterre {

// Designs as docs/design-format.md describes them: "parterre-design" version 1, canonical JSON (RFC 8785), so that one
// design is one text. What has its usual value is left out.
inline constexpr qsizetype kMaxDesignBytes = 256 * 1024 * 1024;

[[nodiscard]] QByteArray writeDesign(const Design &design);
// Nothing but such a document: unknown, missing, repeated or mistyped keys, values out of their range and ids of what is
// not there are FileInvalid, with the place in the detail.
[[nodiscard]] Result<Design> readDesign(const QByteArray &document);

// One step, for a journal. A picture is in it only where the step changes it.
[[nodiscard]] QByteArray writeEdit(const DesignEdit &edit);
// `house`: as it is before the step; what the step leaves alone comes from there.
[[nodiscard]] Result<DesignEdit> readEdit(const QByteArray &document, const DesignHouse &house);

// Elements on the clipboard with the categories and sections that they use: "parterre-elements", also as plain text.
inline constexpr char kElementsType[] = "application/x-parterre-elements";
struct CopiedElements {
    QList<Category> categories = {};
    QList<DesignSection> sections = {};
    QList<Element> elements = {};
};
[[nodiscard]] QByteArray writeElements(const DesignHouse &house, const QList<Element> &elements);
[[nodiscard]] Result<CopiedElements> readElements(const QByteArray &document);

} // namespace parterre
