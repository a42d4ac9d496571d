// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace Weeknotes {

/// Whether only this computer or its network knows the place: a file, a private address, a name without a domain.
[[nodiscard]] bool isLocalAddress(const QUrl &url);

/// Whether a page may stand there: http or https, without a password; here or on the web.
[[nodiscard]] bool isPageAddress(const QUrl &url);

/// Whether it is a place of the web that anybody may ask: http or https, not local, without a password.
[[nodiscard]] bool isWebAddress(const QUrl &url);

} // namespace Weeknotes
