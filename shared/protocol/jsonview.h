// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <cstring>
#include <iterator>

namespace parterre::protocol {

enum class JsonKind : quint8 { Absent, Null, Boolean, Integer, Fraction, Text, List, Object };

// One value of a document that was read, and behind it, in the order of the message, all that it holds. In an object
// each value stands behind its key.
struct JsonNode {
    const char *bytes = nullptr; // a text as it is meant, without escapes; a list or object as it was written
    qint64 integer = 0;          // also how many values a list or object holds; 1 for true
    quint32 size = 0;            // of `bytes`
    quint32 span = 1;            // nodes, this one and all below it
    JsonKind kind = JsonKind::Absent;
};

// A value in a JsonDocument: as cheap as a pointer, and void when the document reads something else or dies.
class JsonView
{
public:
    constexpr JsonView() = default;
    explicit constexpr JsonView(const JsonNode &node) : m_node(&node) {}
    [[nodiscard]] static constexpr JsonView emptyObject() { return JsonView(kEmptyObject); }

    [[nodiscard]] JsonKind kind() const { return m_node->kind; }
    [[nodiscard]] bool isAbsent() const { return kind() == JsonKind::Absent; }
    [[nodiscard]] bool isNull() const { return kind() == JsonKind::Null; }
    [[nodiscard]] bool isBoolean() const { return kind() == JsonKind::Boolean; }
    [[nodiscard]] bool isInteger() const { return kind() == JsonKind::Integer; }
    [[nodiscard]] bool isText() const { return kind() == JsonKind::Text; }
    [[nodiscard]] bool isList() const { return kind() == JsonKind::List; }
    [[nodiscard]] bool isObject() const { return kind() == JsonKind::Object; }

    [[nodiscard]] bool boolean() const { return isBoolean() && m_node->integer != 0; }
    // Of a whole number; 1.0 and 1e3 are such, too. Else 0.
    [[nodiscard]] qint64 integer() const { return isInteger() ? m_node->integer : 0; }
    // UTF-8. Of no text: empty.
    [[nodiscard]] QByteArrayView text() const { return isText() ? bytes() : QByteArrayView(); }
    // How many values a list or object holds.
    [[nodiscard]] qsizetype count() const { return isList() || isObject() ? static_cast<qsizetype>(m_node->integer) : 0; }
    // A list or object as the message has it.
    [[nodiscard]] QByteArrayView source() const { return isList() || isObject() ? bytes() : QByteArrayView(); }

    // The value of a key of an object; absent when there is none.
    [[nodiscard]] JsonView find(QByteArrayView key) const
    {
        for (const Member member : members()) {
            if (member.key.size() == key.size() && std::memcmp(member.key.data(), key.data(), static_cast<std::size_t>(key.size())) == 0)
                return member.value();
        }
        return {};
    }

    class Iterator
    {
    public:
        using iterator_category = std::forward_iterator_tag;
        using difference_type = qptrdiff;
        using value_type = JsonView;
        using pointer = void;
        using reference = JsonView;
        Iterator() = default;
        explicit Iterator(const JsonNode *node) : m_node(node) {}
        JsonView operator*() const { return JsonView(*m_node); }
        Iterator &operator++()
        {
            m_node += m_node->span;
            return *this;
        }
        Iterator operator++(int)
        {
            const Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator &, const Iterator &) = default;

    private:
        const JsonNode *m_node = nullptr;
    };

    // The values of a list; none of anything else.
    [[nodiscard]] Iterator begin() const { return Iterator(m_node + 1); }
    [[nodiscard]] Iterator end() const { return Iterator(m_node + (isList() ? m_node->span : 1)); }

    struct Member {
        QByteArrayView key;
        const JsonNode *node;
        [[nodiscard]] JsonView value() const { return JsonView(*node); }
    };
    class MemberIterator
    {
    public:
        explicit MemberIterator(const JsonNode *key) : m_key(key) {}
        Member operator*() const { return {.key = {m_key->bytes, static_cast<qsizetype>(m_key->size)}, .node = m_key + 1}; }
        MemberIterator &operator++()
        {
            m_key += 1 + (m_key + 1)->span;
            return *this;
        }
        friend bool operator==(const MemberIterator &, const MemberIterator &) = default;

    private:
        const JsonNode *m_key;
    };
    struct Members {
        const JsonNode *first;
        const JsonNode *last;
        [[nodiscard]] MemberIterator begin() const { return MemberIterator(first); }
        [[nodiscard]] MemberIterator end() const { return MemberIterator(last); }
    };
    // Keys and values of an object; none of anything else.
    [[nodiscard]] Members members() const { return {.first = m_node + 1, .last = m_node + (isObject() ? m_node->span : 1)}; }

private:
    static constexpr JsonNode kAbsent {};
    static constexpr JsonNode kEmptyObject {.bytes = "{}", .size = 2, .kind = JsonKind::Object};

    [[nodiscard]] QByteArrayView bytes() const { return {m_node->bytes, static_cast<qsizetype>(m_node->size)}; }

    const JsonNode *m_node = &kAbsent;
};

} // namespace parterre::protocol
