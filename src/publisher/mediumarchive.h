// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/note.h"

#include <memory>

class KZip;
class QIODevice;

namespace Weeknotes {

struct Post;

/// A file of an account export: its name has forward slashes and only letters, digits, "-", "_" and "." between them.
struct MediumFile
{
    QString name;
    QByteArray data;
    bool operator==(const MediumFile &) const = default;
};

/// What the file of a post says beside the post.
struct MediumFacts
{
    NoteId id;
    bool draft = false;
    QDate exported; ///< the day of the export
};

/// The post in the form of Medium's own account export, which importers of other platforms read:
/// "posts/2026-11-22_What-the-library-counter-taught-us-1a2b3c4d5e6f.html", or "posts/draft_…", in the first place;
/// behind it those images that have no public address, as "images/<slug>/printer.jpg". One without a day is a draft.
/// The text is flattened(). The same post always gives the same bytes. Thread-safe.
[[nodiscard]] std::vector<MediumFile> mediumPost(const Post &post, const MediumFacts &facts);

/// "profile/profile.html": the author's name, and where they are to be found.
[[nodiscard]] MediumFile mediumProfile(const QString &author, const QUrl &address);

/// An export's files as one zip, written one after the other, so that those of a whole library are never in memory
/// together. The same files in the same order always give the same bytes. Errors: NotWritable; `subject` is the name of
/// the file that would not go in, `detail` the system's words.
class MediumZip
{
public:
    /// `device` must outlive it, and be able to seek; it is opened if it is not.
    explicit MediumZip(QIODevice &device);
    ~MediumZip();
    Q_DISABLE_COPY_MOVE(MediumZip)

    [[nodiscard]] Result<void> add(const MediumFile &file);
    /// Nothing can be added any more. Without it, what `device` holds is no zip.
    [[nodiscard]] Result<void> end();

private:
    [[nodiscard]] Result<void> failed(const QString &name) const;

    std::unique_ptr<KZip> m_zip;
};

} // namespace Weeknotes
