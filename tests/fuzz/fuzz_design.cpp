// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes are: an error, or a design that is written and read again as it is, and can be shown.
#include "app/designer/model/designedplan.h"
#include "app/designer/model/designjson.h"

#include <cmath>
#include <cstdlib>

using namespace parterre;

namespace {

constexpr qint64 kFewSeats = 20'000; // more would only take long

void require(bool truth)
{
    if (!truth)
        std::abort();
}

bool isSmall(const Design &design)
{
    qint64 seats = 0;
    for (const Element &element : design.elements()) {
        if (const auto *block = std::get_if<BlockBody>(&element.body))
            seats += qint64 {block->rows} * (block->taper > 0 ? kMaxRowSeats : block->seats);
        if (const auto *curve = std::get_if<CurveBody>(&element.body))
            seats += curve->seats;
    }
    return seats <= kFewSeats;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Result<Design> design = readDesign(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!design) {
        require(!design.error().detail.isEmpty());
        return 0;
    }
    const QByteArray document = writeDesign(*design);
    const Result<Design> again = readDesign(document);
    require(again.ok() && *again == *design && writeDesign(*again) == document);
    if (!isSmall(*design))
        return 0;
    const QList<DesignPiece> pieces = piecesOf(*design);
    for (const DesignPiece &piece : pieces) {
        require(std::isfinite(piece.bounds.width()) && std::isfinite(piece.bounds.height()));
        qsizetype seats = 0;
        forEachPieceSeat(piece, [&seats](const Seat &seat, SeatPlace) {
            ++seats;
            require(std::isfinite(seat.position.x) && std::isfinite(seat.position.y));
        });
        require(seats == piece.seatCount());
    }
    const DesignedPlan plan = planOf(*design, pieces);
    require(seatCount(plan.plan) == plan.seats.size());
    return 0;
}
