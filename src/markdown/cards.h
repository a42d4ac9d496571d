// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"

#include <QString>

#include <optional>

namespace Weeknotes::Markdown {

/// What a page says of what stands on somebody else's server, in its language; "%1" stands for who has it.
struct CardWords
{
    QString video; ///< "Video on %1"
    QString audio;
    QString post;
    QString picture; ///< "Image at %1"

    bool operator==(const CardWords &) const = default;
};

/// A link of two lines that stands in place of a player, a post or a picture, so that no page asks another server.
struct Card
{
    QString target;
    QString words; ///< empty: it has none
    QString place;
};

/// The card of an embed; nothing where it leads nowhere.
[[nodiscard]] std::optional<Card> embedCard(const Block &embed, const CardWords &words);

/// The card of a picture on another server; nothing for all others.
[[nodiscard]] std::optional<Card> pictureCard(const Inline &picture, const CardWords &words);

/// Whether a page shows such a card for the picture.
[[nodiscard]] bool isElsewhere(const Inline &picture);

/// What stands in a line for a picture on another server, within a link to `link` where that is not empty; nothing for
/// all others.
[[nodiscard]] std::optional<QString> pictureWords(const Inline &picture, const CardWords &words,
                                                  const QString &link = {});

/// The words below a figure; empty: it has none.
[[nodiscard]] QString captionOf(const Block &figure);

/// Where a link of a page may lead: `address` without the spaces around it; nothing where it leads nowhere or is none
/// of those that HtmlWriter::safeTarget allows.
[[nodiscard]] std::optional<QString> pageTarget(const QString &address);

/// The words that stand for an address: its host without "www.", for mailto the mailbox; else the address.
[[nodiscard]] QString hostOf(const QString &address);

} // namespace Weeknotes::Markdown
