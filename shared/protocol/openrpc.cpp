// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/openrpc.h"

#include "shared/protocol/limits.h"
#include "shared/protocol/methods.h"

#include <QJsonArray>

namespace parterre::protocol {

namespace {

QString text(const char *ascii)
{
    return QString::fromLatin1(ascii);
}

QJsonArray roleNames(Roles roles)
{
    QJsonArray names;
    for (const Role role : allRoles()) {
        if (roles.testFlag(role))
            names.append(roleName(role));
    }
    return names;
}

QString errorName(ErrorCode code)
{
    return errorKind(code);
}

QJsonObject errorReference(ErrorCode code)
{
    return {{text("$ref"), QStringLiteral("#/components/errors/") + errorName(code)}};
}

QJsonObject errorComponents()
{
    QJsonObject errors;
    for (const ErrorCode code : allErrorCodes()) {
        errors.insert(errorName(code), QJsonObject {{text("code"), errorNumber(code)},
                                                    {text("message"), errorMeaning(code)},
                                                    {text("data"), QJsonObject {{text("kind"), errorKind(code)}}}});
    }
    return errors;
}

QJsonArray contentDescriptors(const QJsonObject &schema)
{
    const QJsonArray required = schema.value(text("required")).toArray();
    const QJsonObject properties = schema.value(text("properties")).toObject();
    QJsonArray descriptors;
    for (auto it = properties.constBegin(); it != properties.constEnd(); ++it) {
        descriptors.append(QJsonObject {{text("name"), it.key()}, {text("required"), required.contains(it.key())}, {text("schema"), it.value()}});
    }
    return descriptors;
}

template<class Method>
QJsonObject describeMethod(QJsonObject &definitions)
{
    const MethodInfo &info = Method::kInfo;
    QJsonArray errors;
    for (const ErrorCode code : info.errors)
        errors.append(errorReference(code));
    return {{text("name"), text(info.name)},
            {text("summary"), text(info.summary)},
            {text("paramStructure"), text("by-name")},
            {text("params"), contentDescriptors(schemaOf<typename Method::Params>(definitions))},
            {text("result"), QJsonObject {{text("name"), text("result")}, {text("schema"), schemaOf<typename Method::Result>(definitions)}}},
            {text("errors"), errors},
            {text("x-roles"), roleNames(info.allowed)}};
}

template<class Sent>
QJsonObject describeNotification(QJsonObject &definitions)
{
    return {{text("name"), text(Sent::kInfo.name)},
            {text("summary"), text(Sent::kInfo.summary)},
            {text("params"), contentDescriptors(schemaOf<typename Sent::Params>(definitions))}};
}

QJsonObject describeLimits()
{
    return {{text("clientMessageBytes"), kMaxClientMessageBytes}, {text("serverMessageBytes"), kMaxServerMessageBytes},
            {text("depth"), kMaxJsonDepth},                       {text("batch"), kMaxBatch},
            {text("requestsInFlight"), kMaxRequestsInFlight},     {text("seatmapChangesPerSecond"), kChangesPerSecond}};
}

} // namespace

QJsonObject openRpcDocument()
{
    QJsonObject definitions;
    QJsonArray methods;
    QJsonArray notifications;
    AllMethods::forEach([&]<class Method>() { methods.append(describeMethod<Method>(definitions)); });
    AllNotifications::forEach([&]<class Sent>() { notifications.append(describeNotification<Sent>(definitions)); });
    QJsonArray generalErrors;
    for (const ErrorCode code : kGeneralErrors)
        generalErrors.append(errorReference(code));

    return {{text("openrpc"), text("1.2.6")},
            {text("info"), QJsonObject {{text("title"), text("Parterre")},
                                        {text("version"), text(kDocumentVersion)},
                                        {text("description"), text("Reserved seating in real time. JSON-RPC 2.0 over WebSocket at /rpc; session.hello first.")},
                                        {text("license"), QJsonObject {{text("name"), text("GPL-3.0-or-later")}}}}},
            {text("methods"), methods},
            {text("components"), QJsonObject {{text("schemas"), definitions}, {text("errors"), errorComponents()}}},
            {text("x-notifications"), notifications},
            {text("x-general-errors"), generalErrors},
            {text("x-protocol"), kProtocolVersion},
            {text("x-limits"), describeLimits()}};
}

} // namespace parterre::protocol
