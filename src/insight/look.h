// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/lastlook.h"
#include "insight/lookprose.h"

#include <QRegularExpression>

namespace Weeknotes {

/// One last look, as its rules see it: what they read, and what they found so far.
class Look
{
public:
    explicit Look(const LookInput &input);

    const LookInput &input;
    const std::shared_ptr<const Markdown::Document> readable; ///< for readers on that day
    const std::vector<LookProse> prose;
    const QString language; ///< of the words: "en"
    std::vector<LookFinding> findings;

    /// Adds a finding about the note as a whole, whose key are its words.
    LookFinding &add(LookRule rule, const QString &words = {}) { return add(rule, {}, words); }
    LookFinding &add(LookRule rule, Markdown::SourceRange range, const QString &words);
    [[nodiscard]] QStringView textAt(Markdown::SourceRange range) const
    {
        return QStringView(input.text).sliced(range.begin, range.end - range.begin);
    }
};

/// The first words of a long text, "…" at their end.
[[nodiscard]] QString openingWords(QStringView text);
/// All places of `form` in `words` of LookProse, which a parser has made well-formed: looking whether they are, for
/// each match anew, would take its time.
[[nodiscard]] QRegularExpressionMatchIterator placesIn(const QString &words, const QRegularExpression &form);

// The rules, each of its own findings.
void lookAtHeader(Look &look);   ///< title, subtitle, period, number, jots, reading time
void lookAtHidden(Look &look);   ///< prompts, private and embargoed passages
void lookAtHeadings(Look &look); ///< empty sections, levels
void lookAtImages(Look &look);
void lookAtLinks(Look &look);
void lookAtFootnotes(Look &look);  ///< asterisks
void lookAtParagraphs(Look &look); ///< repeated, too long
void lookAtWords(Look &look);      ///< placeholders, what ages, doubled and dropped words
void lookAtPeople(Look &look);
void lookAtPromises(Look &look);
void lookAtSpelling(Look &look);

/// A sentence of `words`, or a line that ends without a full stop.
struct SentencePlace
{
    qsizetype begin = 0;
    qsizetype length = 0;
};
[[nodiscard]] std::vector<SentencePlace> sentencesOf(const QString &words);

} // namespace Weeknotes
