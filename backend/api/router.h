// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/transport/transport.h"
#include "shared/protocol/envelope.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/methods.h"

#include <functional>
#include <memory>
#include <string_view>
#include <unordered_map>

namespace parterre::api {

// Where a request came from.
struct CallContext {
    services::Caller caller = {};
    transport::ConnectionId connection = {};
    services::Origin origin = {};
};

// Parameters as read on the I/O thread, on their way to the handler.
class ParsedParams
{
public:
    virtual ~ParsedParams() = default;
};

// A result that is put into JSON on the I/O thread.
class Answer
{
public:
    virtual ~Answer() = default;
    virtual void write(protocol::JsonWriter &out) const = 0;
};

using AnswerOrError = Result<std::unique_ptr<const Answer>>;
using Reply = std::function<void(AnswerOrError)>;

// One method of the contract.
class Route
{
public:
    virtual ~Route() = default;
    [[nodiscard]] virtual const protocol::MethodInfo &info() const = 0;
    // On any thread.
    [[nodiscard]] virtual Result<std::unique_ptr<ParsedParams>> parse(protocol::JsonView params) const = 0;
    // On the house thread; `params` are what parse() of the same route made.
    virtual void handle(const CallContext &context, const ParsedParams &params, Reply reply) const = 0;
    [[nodiscard]] virtual bool hasHandler() const = 0;
};

// Every method of shared/protocol/methods.h, each with the handler that was registered for it. Filled before the first
// message, read-only from then on and so safe on every thread.
class Router
{
public:
    Router();

    template<class Method>
    using Handler = std::function<void(const CallContext &, const typename Method::Params &, services::Done<typename Method::Result>)>;

    template<class Method>
    void on(Handler<Method> handler)
    {
        auto *route = static_cast<TypedRoute<Method> *>(m_routes.at(Method::kInfo.name).get());
        Q_ASSERT(!route->hasHandler());
        route->m_handler = [handler = std::move(handler)](const CallContext &context, const typename Method::Params &params, Reply reply) {
            handler(context, params, [reply = std::move(reply)](Result<typename Method::Result> result) {
                if (result)
                    reply(std::unique_ptr<const Answer>(std::make_unique<TypedAnswer<typename Method::Result>>(std::move(*result))));
                else
                    reply(result.error());
            });
        };
    }

    // For answers that are much work to make: what the handler answers is turned into the result on the I/O thread.
    template<class Method, class Raw>
    void onRaw(std::function<void(const CallContext &, const typename Method::Params &, services::Done<Raw>)> handler, typename Method::Result (*make)(const Raw &))
    {
        auto *route = static_cast<TypedRoute<Method> *>(m_routes.at(Method::kInfo.name).get());
        Q_ASSERT(!route->hasHandler());
        route->m_handler = [handler = std::move(handler), make](const CallContext &context, const typename Method::Params &params, Reply reply) {
            handler(context, params, [reply = std::move(reply), make](Result<Raw> raw) {
                if (raw)
                    reply(std::unique_ptr<const Answer>(std::make_unique<RawAnswer<typename Method::Result, Raw>>(std::move(*raw), make)));
                else
                    reply(raw.error());
            });
        };
    }

    [[nodiscard]] const Route *find(QByteArrayView method) const;
    // Methods of the contract that nobody handles: a bug when not empty.
    [[nodiscard]] QStringList unhandled() const;

private:
    template<class Method>
    class TypedRoute final : public Route
    {
    public:
        [[nodiscard]] const protocol::MethodInfo &info() const override { return Method::kInfo; }
        [[nodiscard]] bool hasHandler() const override { return static_cast<bool>(m_handler); }

        [[nodiscard]] Result<std::unique_ptr<ParsedParams>> parse(protocol::JsonView json) const override
        {
            Result<typename Method::Params> params = protocol::readMessage<typename Method::Params>(json, protocol::ReadMode::Strict);
            if (!params)
                return params.error();
            return std::unique_ptr<ParsedParams>(std::make_unique<TypedParams>(std::move(*params)));
        }

        void handle(const CallContext &context, const ParsedParams &params, Reply reply) const override
        {
            m_handler(context, static_cast<const TypedParams &>(params).value, std::move(reply));
        }

        std::function<void(const CallContext &, const typename Method::Params &, Reply)> m_handler;

    private:
        struct TypedParams final : ParsedParams {
            explicit TypedParams(typename Method::Params params) : value(std::move(params)) {}
            typename Method::Params value;
        };
    };
    template<class Result>
    struct TypedAnswer final : Answer {
        explicit TypedAnswer(Result result) : value(std::move(result)) {}
        void write(protocol::JsonWriter &out) const override { protocol::writeMessage(out, value); }
        Result value;
    };
    template<class Result, class Raw>
    struct RawAnswer final : Answer {
        RawAnswer(Raw theRaw, Result (*theMake)(const Raw &)) : raw(std::move(theRaw)), make(theMake) {}
        void write(protocol::JsonWriter &out) const override { protocol::writeMessage(out, make(raw)); }
        Raw raw;
        Result (*make)(const Raw &);
    };

    std::unordered_map<std::string_view, std::unique_ptr<Route>> m_routes; // by MethodInfo::name
};

} // namespace parterre::api
