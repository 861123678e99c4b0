// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"

#include <QHashFunctions>
#include <QUuid>

#include <compare>
#include <functional>
#include <optional>

namespace parterre {

inline constexpr int kUuidSize = 36;
// As text, lower case and without braces: kUuidSize characters of ASCII.
void writeUuid(const QUuid &id, char *out);

// The identity of one kind of thing: a UUID that cannot be mistaken for the id of another kind.
template<class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(QUuid value) : m_value(value) {}

    // Lower case, without braces; nothing for any other spelling.
    [[nodiscard]] static std::optional<Id> fromString(QStringView text) { return of(text.size() == kUuidSize ? QUuid::fromString(text) : QUuid()); }
    [[nodiscard]] static std::optional<Id> fromString(QLatin1StringView text)
    {
        return of(text.size() == kUuidSize ? QUuid::fromString(text) : QUuid());
    }

    [[nodiscard]] QUuid uuid() const { return m_value; }
    [[nodiscard]] bool isNull() const { return m_value.isNull(); }
    [[nodiscard]] QString toString() const { return m_value.toString(QUuid::WithoutBraces); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_value == b.m_value; }
    friend bool operator<(const Id &a, const Id &b) { return a.m_value < b.m_value; }
    friend std::size_t qHash(const Id &id, std::size_t seed = 0) { return qHash(id.m_value, seed); }

private:
    static std::optional<Id> of(const QUuid &value) { return value.isNull() ? std::nullopt : std::optional(Id(value)); }

    QUuid m_value;
};

using BlockId = Id<struct BlockTag>;
using BookingId = Id<struct BookingTag>;
using CheckinId = Id<struct CheckinTag>;
using DiscountId = Id<struct DiscountTag>;
using DraftId = Id<struct DraftTag>;
using EventId = Id<struct EventTag>;
using NoteId = Id<struct NoteTag>;
using MailId = Id<struct MailTag>;
using PaymentId = Id<struct PaymentTag>;
using PlanId = Id<struct PlanTag>;
using SeriesId = Id<struct SeriesTag>;
using SessionId = Id<struct SessionTag>;
using ShowtimePreviewId = Id<struct ShowtimePreviewTag>;
using ShowtimeSourceId = Id<struct ShowtimeSourceTag>;
using TicketId = Id<struct TicketTag>;
using UploadId = Id<struct UploadTag>;
using UserId = Id<struct UserTag>;
using VenueId = Id<struct VenueTag>;
using VoucherId = Id<struct VoucherTag>;

// Where new ids come from. Injected like the clock, so that a simulation repeats byte for byte.
class IdGenerator
{
public:
    virtual ~IdGenerator() = default;
    [[nodiscard]] virtual QUuid next() = 0;

    template<class AnyId>
    [[nodiscard]] AnyId make()
    {
        return AnyId(next());
    }
};

// UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits. One per thread.
class UuidV7Generator final : public IdGenerator
{
public:
    explicit UuidV7Generator(const Clock &clock) : m_clock(clock) {}
    [[nodiscard]] QUuid next() override;

private:
    const Clock &m_clock;
};

} // namespace parterre

template<class Tag>
struct std::hash<parterre::Id<Tag>> {
    std::size_t operator()(const parterre::Id<Tag> &id) const noexcept { return qHash(id); }
};
