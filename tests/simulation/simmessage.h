// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledgerport.h"
#include "simnetwork.h"

namespace parterre::simulation {

enum class MessageKind {
    Hello, Acquire, Release, Extend, Checkout, Cancel, LogOut, AskSnapshot,    // client to server
    Reply, Changes, Snapshot,                                                  // server to client
    LinkLost, StoreAnswered, StoreLookUp, CancelWritten,                       // inside the server
};

// One message of any kind; each uses the fields it needs.
struct Message {
    MessageKind kind = MessageKind::Hello;
    int client = -1;
    HolderId session = ledger::kNobody;
    int link = 0;               // connection of the client, or start of the server, it belongs to
    quint64 key = 0;
    MessageKind about = MessageKind::Hello; // what a Reply answers
    Places places = {};
    std::vector<Fence> fences = {};
    Answer answer = {};
    SeatChanges changes = {};
    std::vector<SeatState> states = {};
    bool done = false;          // StoreAnswered: the store said so
    bool unknown = false;       // StoreAnswered: the store said nothing
};

using LedgerNetwork = SimNetwork<Message>;

} // namespace parterre::simulation
