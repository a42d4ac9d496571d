// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer/wordpresstext.h"

namespace Weeknotes {

struct ReplacedShortcodes
{
    QString html;
    QStringList named; ///< see WordPressText::shortcodes
};

/// `content` with the HTML that its shortcodes stand for; those that we do not know stay. In time that grows with its
/// length. https://developer.wordpress.org/plugins/shortcodes/
[[nodiscard]] ReplacedShortcodes replaceShortcodes(const QString &content, const WordPressContext &context);

/// Whether what is opened there is a picture, and not a page.
[[nodiscard]] bool isPictureAddress(const QString &address);

/// As a figure of HTML.
[[nodiscard]] QString pictureHtml(const WordPressAttachment &picture);

} // namespace Weeknotes
