// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weeknotes {

class MainWindow;
class Session;

/// Saves a picture of `window` as the PNG `path` once the session shows something, and ends the event loop: 0 if it is
/// saved, else 4. `window` must be shown.
void takeScreenshot(MainWindow &window, Session &session, const QString &path);

} // namespace Weeknotes
