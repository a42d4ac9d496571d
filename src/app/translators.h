// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace Weeknotes {

/// Gives `application` the words of the person's language where we have them, and the plurals of English otherwise.
/// For the window and the command line; the translators belong to the application.
void installTranslators(QCoreApplication &application);

} // namespace Weeknotes
