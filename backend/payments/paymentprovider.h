// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/core/money.h"
#include "shared/core/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <functional>
#include <optional>

namespace parterre::payments {

enum class IntentStatus {
    AwaitsPayer, // nothing was paid; also after an attempt that failed
    AwaitsStep,  // the payer has to do something at the bank
    Processing,  // the bank takes its time; it may still fail
    Succeeded,   // for good
    Cancelled,   // for good: nobody can pay it any more
};

// One payment as the provider keeps it, from the first question to the end.
struct Intent {
    QString id = {};
    QString ownId = {};             // ours, that create() was given; empty when it was made by somebody else
    QString house = {};             // whose it is, as create() was told; empty also in what was made before anybody was told
    IntentStatus status = IntentStatus::AwaitsPayer;
    Money amount = {};              // asked for
    Money received = {};
    QString clientSecret = {};      // for the payer's browser alone; never logged, never stored
    std::optional<QString> decline = {}; // the provider's word for why the last attempt failed

    friend bool operator==(const Intent &, const Intent &) = default;
};

enum class RefundStatus { Pending, Succeeded, Failed };

// Money on its way back.
struct ProviderRefund {
    QString id = {};
    QString ownId = {};
    QString intent = {};
    RefundStatus status = RefundStatus::Pending;
    Money amount = {};
    std::optional<QString> failure = {}; // the provider's word

    friend bool operator==(const ProviderRefund &, const ProviderRefund &) = default;
};

// The payer has the bank take a payment back.
struct Dispute {
    QString id = {};
    QString intent = {};
    Money amount = {};
    QString reason = {};            // the provider's word
    bool isDecidedForUs = false;    // the money stays, or came back

    friend bool operator==(const Dispute &, const Dispute &) = default;
};

// What the provider tells by itself: the state of one of them at the time of telling, which may be over by now.
struct Notice {
    QString id = {}; // the same however often it comes
    std::optional<Intent> intent = {};
    std::optional<ProviderRefund> refund = {};
    std::optional<Dispute> dispute = {};
    QString refundsOf = {}; // an intent of which something went back; what, is to be asked
};

// `ownId` is what makes repetitions harmless: whoever lost the answer asks again with the same and gets what was made.
struct NewIntent {
    QString ownId = {};
    QString house = {};
    Money amount = {};
    QString description = {}; // the payer and the provider's books see it
};

struct NewRefund {
    QString ownId = {};
    QString intent = {};
    Money amount = {};
    bool isRepeated = false; // asked for before, with an answer that is not known
};

// What a payer's browser is shown: HTML, and what it may load and reach (Content-Security-Policy).
struct PayPage {
    QByteArray html = {};
    QByteArray policy = {};
};

// A file the page needs.
struct PageFile {
    QByteArray contentType = {};
    QByteArray bytes = {};
};

// How it answers: exactly once, on the thread that asked, never before the call returns; not at all when the provider
// is gone first.
template<class T>
using Answer = std::function<void(Result<T>)>;

// Somebody who takes money for the house over the internet. What is paid and how is between them and the payer's browser:
// no card data come here. ProviderUnavailable: nobody knows what became of the request, it may be repeated;
// ProviderRefused: it will never succeed; PaymentDeclined: of confirm() alone.
// Lives on one thread; what is said to be for any thread changes nothing.
class PaymentProvider
{
public:
    virtual ~PaymentProvider() = default;

    // Whether the amount can be asked for at all, to the last unit.
    [[nodiscard]] virtual Result<void> accepts(const Money &amount) const = 0;
    virtual void create(const NewIntent &intent, const Answer<Intent> &answer) = 0;
    // Takes the money, by the way to pay that the browser has put together and calls `method`; who has to go to the
    // bank's page meanwhile comes back to `returnTo`. Never repeated by itself.
    virtual void confirm(const QString &intent, const QString &method, const QUrl &returnTo, const Answer<Intent> &answer) = 0;
    virtual void find(const QString &intent, const Answer<Intent> &answer) = 0;
    // Answers what it is then, Succeeded too: whoever cancels too late has been paid.
    virtual void cancel(const QString &intent, const Answer<Intent> &answer) = 0;
    virtual void refund(const NewRefund &refund, const Answer<ProviderRefund> &answer) = 0;
    // All of a payment.
    virtual void findRefunds(const QString &intent, const Answer<QList<ProviderRefund>> &answer) = 0;
    virtual void findRefund(const QString &refund, const Answer<ProviderRefund> &answer) = 0;

    // In addresses: "stripe". On any thread, as all below.
    [[nodiscard]] virtual QByteArray name() const = 0;
    // Where `amount` is paid; `state` is the word for what became of it so far. The page asks at its own address with
    // "/state", and posts there what confirm() calls the method.
    [[nodiscard]] virtual PayPage page(const QString &title, const Money &amount, const QString &state) const = 0;
    // Of "/pay/<name>"; nothing when there is none.
    [[nodiscard]] virtual std::optional<PageFile> pageFile(const QByteArray &name) const = 0;
    // The header, in lower case, that callbacks are signed in.
    [[nodiscard]] virtual QByteArray signatureHeader() const = 0;
    // What a callback says; nothing when it is about none of these. InvalidParams when it is not from the
    // provider, too old, or cannot be read.
    [[nodiscard]] virtual Result<std::optional<Notice>> read(const QByteArray &signature, const QByteArray &body, Instant now) const = 0;
};

} // namespace parterre::payments
