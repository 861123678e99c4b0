// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is on the clipboard: an error, or elements that are copied again as they are.
#include "app/designer/model/designjson.h"

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
    const Result<CopiedElements> copied = readElements(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!copied) {
        require(!copied.error().detail.isEmpty());
        return 0;
    }
    DesignHouse house;
    house.categories = copied->categories;
    house.sections = copied->sections;
    const Result<CopiedElements> again = readElements(writeElements(house, copied->elements));
    require(again.ok() && again->elements == copied->elements);
    return 0;
}
