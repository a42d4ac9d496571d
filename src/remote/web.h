// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>

#include <chrono>
#include <functional>
#include <memory>

namespace Weeknotes {

/// Makes the way to the network, on the thread that will use it. Called when something is asked, and never before.
using NetworkMaker = std::function<std::unique_ptr<QNetworkAccessManager>()>;

/// That of the system, with its proxy.
[[nodiscard]] std::unique_ptr<QNetworkAccessManager> systemNetwork();

/// How long and how far to go for an answer.
struct WebLimits
{
    std::chrono::milliseconds wait{10'000}; ///< without a word
    int redirects = 10;
    qsizetype bytes = 20'000'000; ///< of a picture
    int atOnce = 6;               ///< links
    int perHost = 2;              ///< of those
};

} // namespace Weeknotes
