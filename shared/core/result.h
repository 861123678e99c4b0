// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/error.h"

#include <QtGlobal>

#include <utility>
#include <variant>

namespace parterre {

// A value, or the reason why there is none. Reading the wrong side is a bug and asserts.
template<class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}
    Result(ErrorCode code, QString detail = {}) : Result(Error {.code = code, .detail = std::move(detail)}) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T &value() const & { Q_ASSERT(ok()); return *std::get_if<0>(&m_state); }
    [[nodiscard]] T &value() & { Q_ASSERT(ok()); return *std::get_if<0>(&m_state); }
    [[nodiscard]] T &&value() && { Q_ASSERT(ok()); return std::move(*std::get_if<0>(&m_state)); }
    [[nodiscard]] const Error &error() const { Q_ASSERT(!ok()); return *std::get_if<1>(&m_state); }

    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

private:
    std::variant<T, Error> m_state;
};

// Success without a value, or the reason for failure.
template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}
    Result(ErrorCode code, QString detail = {}) : Result(Error {.code = code, .detail = std::move(detail)}) {}

    [[nodiscard]] bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error &error() const { Q_ASSERT(!ok()); return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace parterre
