<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>parterre::ui::ConnectionIndicator</name>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link broke before the server answered. Parterre is asking whether it went through; do not repeat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to the server. Parterre keeps trying; your seats are kept for a short while.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parterre::ui::CountdownLabel</name>
    <message>
        <source>Time left: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parterre::ui::DialogPrompter</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parterre::ui::ErrorTexts</name>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One of these seats was just taken by someone else. The map shows what is free: choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat %1 was just taken by someone else. The map shows what is free: choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats %1 were just taken by someone else. The map shows what is free: choose others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are more seats than one customer may hold here. Release some first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>You can hold at most %n seat(s) of this event at once. Release some, or book these first.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minute(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The file is too large. Choose a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than %1. Choose a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept what was entered. Check the fields and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program and the server are of different versions. Update the older one, or ask the house for help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection started anew. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s data was written by a newer version of Parterre. Ask the administrator to update the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot reach its database. Nothing was changed; try again shortly, or tell the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong on the server. Nothing was changed; try again, or tell the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account may not do this. Sign in with another account, or ask a manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in. Sign in, or continue as a guest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was too often in a short time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is very busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail address and password do not match. Check both; capital letters count in the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account with this e-mail address exists already. Sign in instead, or use another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This password is too easy to guess. Take a longer one, for example four words in a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sign-in has ended. Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This house sells to registered customers only. Sign in or create an account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This set-up code is wrong, used or out of date. Read it again from the server&apos;s output; a restart prints a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody is signed in already. Log out first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no longer there. Go back and refresh the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name is in use already. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These seats are no longer yours. Choose them again on the map if they are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time to book these seats is over and nothing was booked. Choose them again on the map if they are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These seats cannot be kept any longer. Book them before the time runs out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event is not on sale now. Choose another event, or ask the house.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. Look at the new state and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This seat is not in the plan any more. Open the event again to see the new plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of ticket is not sold for that seat. Choose another kind of ticket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These seats are being booked at this moment. Wait for the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This purchase was sent before with other contents. Check your bookings before you try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount received is less than the total. Enter what the customer gave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You cannot pay this way here. Pay at the box office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This booking was cancelled before. Nothing is left to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too late to cancel this booking here. Ask at the box office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These seats are priced in different currencies. Book them one event at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be read as what it should be. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke before the answer came. Parterre is checking; do not repeat the purchase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection to the server. Check the network; Parterre keeps trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer in time. Check the network and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parterre::ui::EventCardDelegate</name>
    <message>
        <source>Movie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on sale now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parterre::ui::FormField</name>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parterre::ui::MessageBanner</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
