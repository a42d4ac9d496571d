// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporter/exporter.h"
#include "publisher/clip.h"
#include "publisher/losses.h"

#include <variant>

namespace Weeknotes {

/// Something that publishing can make of a note.
struct PublishTarget
{
    enum class Group
    {
        Web,
        Paste,
        File
    };
    /// Of the clips, Markdown needs the note itself.
    struct MarkdownClip
    {
    };
    using Way = std::variant<ExportForm, ClipTarget, MarkdownClip>;

    QString key;    ///< as settings keep it
    QString name;   ///< "Page"
    QString what;   ///< a sentence: what comes of it, and what to do with that
    QString action; ///< of the button, with its mnemonic
    Group group = Group::Web;
    Way way = ExportForm::Page;
    PostForm form = PostForm::Page; ///< which tells what does not survive

    /// Nothing for what goes to the clipboard.
    [[nodiscard]] std::optional<ExportForm> exportForm() const
    {
        const auto *files = std::get_if<ExportForm>(&way);
        return files ? std::optional(*files) : std::nullopt;
    }
};

/// All there are of one note, group by group.
[[nodiscard]] std::vector<PublishTarget> publishTargets();
/// Likewise of many notes: files all of them, with the same keys where the same comes of it.
[[nodiscard]] std::vector<PublishTarget> exportTargets();
[[nodiscard]] QString groupName(PublishTarget::Group group);

} // namespace Weeknotes
