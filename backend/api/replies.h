// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

#include <vector>

namespace parterre::api {

// What is answered to one request.
struct NumberedReply {
    protocol::RequestId id = {};
    AnswerOrError result;
};

// Answers on their way out; put into bytes on the I/O thread. What does not fit into a message is answered
// AnswerTooLarge, in a batch the largest first, so that the others arrive.
[[nodiscard]] std::unique_ptr<transport::Message> replyMessage(NumberedReply reply);
[[nodiscard]] std::unique_ptr<transport::Message> batchMessage(std::vector<NumberedReply> replies);

} // namespace parterre::api
