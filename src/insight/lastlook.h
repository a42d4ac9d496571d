// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jot.h"
#include "core/linkanswer.h"
#include "core/note.h"
#include "core/settings.h"
#include "insight/notetraits.h"
#include "markdown/document.h"

#include <QHash>
#include <QSize>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Weeknotes {

/// What the last look before publishing looks for.
enum class LookRule
{
    Title,             ///< there is none
    Subtitle,          ///< there is none, and the notes before have theirs
    Period,            ///< no days are covered
    Number,            ///< there is none, and the notes before have theirs
    NumberTaken,       ///< `other` is the title of the note that has it; `words` the number
    UnusedJots,        ///< `count` of them; `words` is the first
    ReadingTime,       ///< `count` minutes, `total` words
    Prompt,            ///< `words` is a template's question that nothing answers
    EmptySection,      ///< nothing stands under the heading `words`
    Placeholder,       ///< `words`: "TODO", "lorem ipsum", "[name]"
    PrivatePassage,    ///< `count` of them will not go out
    Embargo,           ///< `count` passages will not go out before `day`, or others later still
    EmptyPassage,      ///< a mark of a private passage, or one for later, that hides nothing
    EndlessPassage,    ///< it hides all that follows, since its mark never ends
    Person,            ///< `words` is named, as in `count` notes before, last on `day`
    AltText,           ///< the image `words` has none
    AltFileName,       ///< `words` stands for one, which is a file's name
    ImageMissing,      ///< the library has no image `words`
    ImageLarge,        ///< the image `words` has `count` bytes, or its longer side has `total` pixels
    RemoteImage,       ///< the image `words` stands elsewhere on the web, and pages show a link in its place
    BareLink,          ///< the address `words` in running text
    DoubleLink,        ///< the address `words` for the second time
    InsecureLink,      ///< the address `words` begins with http:
    ShortLink,         ///< the address `words` hides another, `other` where that is known
    TrackingLink,      ///< the address `words` holds `other`, by which whoever follows it is known again
    LocalLink,         ///< the address `words` is that of a place here
    PrivateDocument,   ///< the address `words` may be open to colleagues alone
    DeadLink,          ///< there is nothing at the address `words`
    MovedLink,         ///< what was at the address `words` is at `other` for good
    NoAnswer,          ///< the address `words` gave none; `count` is the LinkAnswer::Kind
    DroppedLink,       ///< the address `words` is of a kind that pages leave out, and the link with it
    EmptyLink,         ///< a link without words (`words` is its address), or without an address (`other` are its words)
    VagueLink,         ///< `words`: "here"
    WeekLink,          ///< `words` names no note
    AsteriskFootnote,  ///< `words` stands in a list, or a paragraph, as the note to an asterisk
    MissingFootnote,   ///< `words` names one: "[^1]"
    UnreadFootnote,    ///< nothing leads to the footnote `words`, or one before it has its label
    HeadingLevel,      ///< the heading `words` stands `count` levels below the one before
    HeadingOne,        ///< the heading `words` is of the title's level
    HeadingEmpty,      ///< a heading without words
    AgeingWord,        ///< `words`: "tomorrow", `count` times
    RepeatedParagraph, ///< one that begins with `words` stands in the last note too
    PastPromise,       ///< the sentence `words` speaks of `day`, or of a time up to it, as something to come
    Spelling,          ///< `words` is misspelt, `count` times
    DoubledWord,       ///< `words`: "the"
    DroppedWord,       ///< `words`: "of the.", where a word is missing or too much
    LongParagraph,     ///< it has `count` words and begins with `words`
    LongSentence       ///< likewise
};

enum class LookSeverity
{
    Problem, ///< something is broken, or plainly not as it was meant
    Remark,  ///< to be looked at
    Info     ///< to be known
};

/// The stable words of command line and settings: "alt-text", "tracking-link".
[[nodiscard]] QString nameOf(LookRule rule);
[[nodiscard]] LookSeverity severityOf(LookRule rule);
/// "problem", "remark", "info".
[[nodiscard]] QString nameOf(LookSeverity severity);

/// `text` in the place of what stands there.
struct LookEdit
{
    Markdown::SourceRange range;
    QString text;
    bool operator==(const LookEdit &) const = default;
};

/// Something to look at before a note is published.
struct LookFinding
{
    LookRule rule = LookRule::Title;
    /// What it speaks of, in the note's text; of what it says of the note as a whole empty, at the beginning.
    Markdown::SourceRange range = {};
    QString words = {}; ///< these five: see the rule
    QString other = {};
    int count = 0;
    int total = 0;
    QDate day = {};
    std::vector<LookEdit> fix = {}; ///< in order, without overlap; empty: there is none
    /// Tells it from the others of its rule, wherever it stands.
    QString key = {};

    [[nodiscard]] LookSeverity severity() const { return severityOf(rule); }
    bool operator==(const LookFinding &) const = default;
};

/// Of an image that the text names.
struct ImageFacts
{
    qint64 bytes = 0;
    QSize size = {}; ///< pixels; invalid: not known
    bool isMissing = false;
    bool operator==(const ImageFacts &) const = default;
};

/// A note, and what else the last look has to know.
struct LookInput
{
    NoteHeader note;
    QString text;
    std::shared_ptr<const Markdown::Document> document; ///< of `text`
    LibrarySettings settings;
    QDate today;
    std::vector<NoteHeader> notes;                                  ///< of the library
    std::vector<std::shared_ptr<const Markdown::Document>> earlier; ///< the last notes before, newest first
    std::optional<QHash<QString, PersonNamed>> people;   ///< in notes before, see peopleNamed(); absent: not looked for
    std::vector<Jot> jots;                               ///< of its weeks
    QHash<QString, ImageFacts> images;                   ///< by the names in the text
    QHash<QString, LinkAnswer> answers;                  ///< by the addresses in the text that were asked
    std::function<bool(const QString &word)> isMisspelt; ///< may be null
};

/// What there is to look at, in the order of the text; what concerns the whole note comes first. Nothing inside code,
/// comments and addresses is looked at, nor what readers don't see on that day, but by the rules for those. No two
/// findings' fixes overlap. Pure, linear, about 2 µs a word without spelling; any thread.
[[nodiscard]] std::vector<LookFinding> lastLook(const LookInput &input);

/// As a person leaves it alone in that note, see LibrarySettings::notHere.
[[nodiscard]] NotHere notHere(const LookFinding &finding, const NoteId &note);
/// Whether somebody did.
[[nodiscard]] bool isLeftAlone(const LookFinding &finding, const LookInput &input);

/// The language of the words (BCP 47): what the note says, else the library, unless they are plainly of another.
[[nodiscard]] QString languageOfWords(const LookInput &input);
/// The images of the library that a text names.
[[nodiscard]] QStringList ownImages(const Markdown::Document &document);
/// The addresses of pictures on the web that a text shows, each once.
[[nodiscard]] QStringList remoteImages(const Markdown::Document &document);
/// The addresses of the web that readers get on that day, each once: what LookInput::answers can be of.
[[nodiscard]] QStringList linksToAsk(const Markdown::Document &document, QDate today);
/// What gives the images that `text` names as keys of `names` those of their values, in order. `document` is that of
/// the text.
[[nodiscard]] std::vector<LookEdit> imagesRenamed(const QString &text,
                                                  std::shared_ptr<const Markdown::Document> document, QDate today,
                                                  const QHash<QString, QString> &names);

/// `text` after `fix`.
[[nodiscard]] QString fixed(QString text, const std::vector<LookEdit> &fix);

} // namespace Weeknotes
