// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes are: an error, or a step; and where it is one of this design, it is done and undone.
#include "app/designer/model/designjson.h"
#include "app/designer/model/stepcheck.h"

#include <cstdlib>

using namespace parterre;

namespace {

void require(bool truth)
{
    if (!truth)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Design before({.name = QStringLiteral("House")}, {{.id = ElementId {1}, .body = IconBody {.kind = IconKind::Bar}}, {.id = ElementId {3}, .body = BlockBody {}}});
    const Result<DesignEdit> edit = readEdit(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)), before.house());
    if (!edit) {
        require(!edit.error().detail.isEmpty());
        return 0;
    }
    const QByteArray document = writeEdit(*edit);
    const Result<DesignEdit> again = readEdit(document, before.house());
    require(again.ok() && *again == *edit && writeEdit(*again) == document);
    if (!isStepOf(before, *edit))
        return 0;
    Design design = before;
    design.apply(*edit);
    require(isStepOf(design, edit->reversed()));
    design.apply(edit->reversed());
    require(design == before);
    return 0;
}
