// The payer puts a way to pay together with Stripe; the house takes the money, if the seats are still there. No card data
// pass through the house.
"use strict";
(() => {
    const main = document.querySelector("main");
    const form = document.getElementById("form");
    const button = document.getElementById("pay");
    const message = document.getElementById("message");
    const words = {
        creating: "One moment …",
        pending: "",
        succeeded: "Paid. Your tickets are in the program you came from; you can close this page.",
        failed: "The payment service did not take this payment. Nothing was paid.",
        cancelled: "This payment was given up, or its time is over. Nothing was paid.",
        refunding: "The payment came too late and the seats are gone. Your money is on its way back.",
        refunded: "The payment came too late and the seats are gone. Your money went back.",
        unmatched: "The payment arrived and could not be booked. Please ask the house for help.",
        settled: "The house has settled this payment.",
        checking: "The payment is being checked. This may take a minute; please do not pay again.",
        declined: "The payment was declined. Try another card or way to pay.",
        unreachable: "The payment service cannot be reached at the moment. Nothing is lost; this page goes on asking.",
    };

    const show = state => {
        main.dataset.state = state;
        message.textContent = words[state] ?? "";
        form.hidden = state !== "pending" && state !== "declined";
    };
    const ask = async (path, options) => {
        const answer = await fetch(path, { cache: "no-store", ...options });
        return answer.json();
    };
    const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds));
    const isOpen = state => state === "creating" || state === "pending";

    // Until it has come to an end, or may be tried again.
    const check = async () => {
        show("checking");
        for (;;) {
            try {
                const { state, isDeclined } = await ask(location.pathname + "/state");
                if (!isOpen(state))
                    return show(state);
                if (isDeclined)
                    return begin("declined");
            } catch {
                show("unreachable");
            }
            await wait(3000);
        }
    };

    const pay = async (stripe, elements) => {
        const submitted = await elements.submit();
        if (submitted.error)
            return;
        const made = await stripe.createConfirmationToken({ elements });
        if (made.error) {
            message.textContent = made.error.message;
            return;
        }
        const answer = await ask(location.pathname, { method: "POST", body: made.confirmationToken.id });
        if (answer.clientSecret)
            await stripe.handleNextAction({ clientSecret: answer.clientSecret });
        if (answer.error === "payment_declined")
            return begin("declined");
        await check();
    };

    let isBegun = false;
    const begin = state => {
        show(state);
        if (isBegun)
            return;
        isBegun = true;
        const stripe = Stripe(main.dataset.key);
        const elements = stripe.elements({ mode: "payment", amount: Number(main.dataset.amount), currency: main.dataset.currency });
        elements.create("payment").mount("#element");
        form.addEventListener("submit", async event => {
            event.preventDefault();
            button.disabled = true;
            try {
                await pay(stripe, elements);
            } catch {
                await check();
            }
            button.disabled = false;
        });
    };

    // Whoever comes back from the bank's page has paid, or is about to have.
    if (new URLSearchParams(location.search).has("payment_intent"))
        check();
    else if (main.dataset.state === "pending")
        begin("pending");
    else
        show(main.dataset.state);
})();
