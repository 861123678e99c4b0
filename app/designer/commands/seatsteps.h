// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"

// Steps on seats: all of whole elements, or some of them. Seats that the design has not are passed over.
namespace parterre::steps {

struct SeatChoice {
    QSet<ElementId> elements = {};
    QSet<SeatRef> seats = {};

    [[nodiscard]] bool isEmpty() const { return elements.isEmpty() && seats.isEmpty(); }
};

// Also of areas.
[[nodiscard]] DesignStep setCategory(const Design &design, const SeatChoice &choice, const QString &key, const QString &mergeKey = {});
// The same of one element, as part of another step: all of its seats, whatever was said of some of them.
void giveCategory(Element &element, const QString &key);
// Seats that are no companions any more belong to no wheelchair place.
[[nodiscard]] DesignStep setAttribute(const Design &design, const SeatChoice &choice, SeatAttribute attribute, bool on);
// In words of the house, as listedCustomAttributes() has them. A seat that would have too many of them stays as it is.
[[nodiscard]] DesignStep setCustomAttributes(const Design &design, const SeatChoice &choice, const QStringList &attributes, bool on, const QString &mergeKey = {});
[[nodiscard]] DesignStep setRadius(const Design &design, const SeatChoice &choice, double radius, const QString &mergeKey = {});
// Missing seats keep their place, so that they can come back.
[[nodiscard]] DesignStep setMissing(const Design &design, const QSet<SeatRef> &seats, bool missing);
// Empty: the number that its row gives it.
[[nodiscard]] DesignStep setNumber(const Design &design, SeatRef seat, const QString &number);
// The seat beside a wheelchair place for who comes along; both get their attributes.
[[nodiscard]] DesignStep setCompanion(const Design &design, SeatRef wheelchair, SeatRef companion);

// What a seat is said to be; of one that nothing is said of, nothing.
[[nodiscard]] const SeatDetail &detailOf(const Design &design, SeatRef seat);
[[nodiscard]] QString categoryOf(const Design &design, SeatRef seat);
// Those in use anywhere in the design, sorted.
[[nodiscard]] QStringList customAttributesOf(const Design &design);
// All seats of a choice, in drawing order, missing ones too.
[[nodiscard]] QList<SeatRef> seatsOf(const Design &design, const SeatChoice &choice);

} // namespace parterre::steps
