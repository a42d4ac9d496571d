// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/lastlooktext.h"

#include "insight/lastlook.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

struct LastLookText
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::LastLookText)
};

QString lookDay(QDate day)
{
    return QLocale().toString(day, LastLookText::tr("d MMMM yyyy", "a day in a sentence"));
}

QString headerText(const LookFinding &finding)
{
    switch (finding.rule) {
    case LookRule::Title:
        return LastLookText::tr("The note has no title.");
    case LookRule::Subtitle:
        return LastLookText::tr("The notes before have a subtitle; this one has none.");
    case LookRule::Period:
        return LastLookText::tr("The note does not say which days it covers.");
    case LookRule::Number:
        return LastLookText::tr("The notes before have a number; this one has none.");
    case LookRule::NumberTaken:
        return LastLookText::tr("“%1” has the number %2, too.").arg(finding.other, finding.words);
    case LookRule::UnusedJots:
        return LastLookText::tr("%Ln jot(s) not used yet, the first: “%1”", nullptr, finding.count).arg(finding.words);
    case LookRule::ReadingTime:
        return LastLookText::tr("It takes %Ln minute(s) to read.", nullptr, finding.count);
    case LookRule::PrivatePassage:
        return LastLookText::tr("%Ln private passage(s) will not go out.", nullptr, finding.count);
    case LookRule::Embargo:
        return LastLookText::tr("%Ln passage(s) will not go out before %1.", nullptr, finding.count)
            .arg(lookDay(finding.day));
    case LookRule::EmptyPassage:
        return LastLookText::tr(
            "This mark hides nothing: what stands below it goes out. A passage stands within its mark, "
            "before the -->.");
    case LookRule::EndlessPassage:
        return LastLookText::tr("This passage never ends, and hides all that follows; close it with -->.");
    case LookRule::Person:
        return finding.count == 0
                   ? LastLookText::tr("%1 is named, for the first time.").arg(finding.words)
                   : LastLookText::tr("%1 is named, as in %Ln note(s) before, last on %2.", nullptr, finding.count)
                         .arg(finding.words, lookDay(finding.day));
    default:
        return {};
    }
}

QString imageText(const LookFinding &finding)
{
    switch (finding.rule) {
    case LookRule::AltText:
        return LastLookText::tr("The image “%1” has no description for those who can’t see it.").arg(finding.words);
    case LookRule::AltFileName:
        return LastLookText::tr("An image’s description is the name of a file, “%1”.").arg(finding.words);
    case LookRule::ImageMissing:
        return LastLookText::tr("The image “%1” is not in the library.").arg(finding.words);
    case LookRule::ImageLarge:
        return LastLookText::tr("The image “%1” is large: %2, %3 pixels at its longer side.")
            .arg(finding.words, QLocale().formattedDataSize(finding.count, 1, QLocale::DataSizeSIFormat),
                 QLocale().toString(finding.total));
    case LookRule::RemoteImage:
        return LastLookText::tr("Pages show a link in place of the image %1, which lies elsewhere on the web.")
            .arg(shownAddress(finding.words));
    default:
        return {};
    }
}

QString noAnswerText(LinkAnswer::Kind kind, const QString &address)
{
    switch (kind) {
    case LinkAnswer::Kind::NoSuchHost:
        return LastLookText::tr("No answer from %1: there is no host of that name.").arg(address);
    case LinkAnswer::Kind::Refused:
        return LastLookText::tr("No answer from %1: the connection was refused.").arg(address);
    case LinkAnswer::Kind::TimedOut:
        return LastLookText::tr("No answer from %1: it took too long.").arg(address);
    case LinkAnswer::Kind::Untrusted:
        return LastLookText::tr("No safe way to %1: its certificate is not one to trust.").arg(address);
    default:
        return LastLookText::tr("No answer from %1.").arg(address);
    }
}

QString linkText(const LookFinding &finding)
{
    const QString address = shownAddress(finding.words);
    switch (finding.rule) {
    case LookRule::BareLink:
        return LastLookText::tr("%1 stands among the words as it is.").arg(address);
    case LookRule::DoubleLink:
        return LastLookText::tr("Another link leads to %1, too.").arg(address);
    case LookRule::InsecureLink:
        return LastLookText::tr("%1 is not encrypted: its address begins with http.").arg(address);
    case LookRule::ShortLink:
        return finding.other.isEmpty()
                   ? LastLookText::tr("%1 is a short link: it hides where it leads, and may end.").arg(address)
                   : LastLookText::tr("%1 is a short link: it hides that it leads to %2, and may end.")
                         .arg(address, shownAddress(finding.other));
    case LookRule::TrackingLink:
        return LastLookText::tr("%1 tracks who follows it (%2).").arg(address, finding.other);
    case LookRule::LocalLink:
        return LastLookText::tr("%1 leads to a place that only this computer or its network knows.").arg(address);
    case LookRule::PrivateDocument:
        return LastLookText::tr("%1 may be closed to readers.").arg(address);
    case LookRule::DeadLink:
        return LastLookText::tr("There is nothing at %1 any more.").arg(address);
    case LookRule::MovedLink:
        return LastLookText::tr("%1 has moved for good, to %2.").arg(address, shownAddress(finding.other));
    case LookRule::NoAnswer:
        return noAnswerText(LinkAnswer::Kind(finding.count), address);
    case LookRule::DroppedLink:
        return LastLookText::tr("Pages leave out the link to %1, which is no address of the web or of mail.")
            .arg(address);
    case LookRule::EmptyLink:
        return finding.words.isEmpty() ? LastLookText::tr("“%1” is a link that leads nowhere.").arg(finding.other)
                                       : LastLookText::tr("The link to %1 has no words.").arg(address);
    case LookRule::VagueLink:
        return LastLookText::tr("“%1” does not say where the link leads.").arg(finding.words);
    case LookRule::WeekLink:
        return LastLookText::tr("There is no note “%1”, so the link leads nowhere.").arg(finding.words);
    default:
        return {};
    }
}

QString structureText(const LookFinding &finding)
{
    switch (finding.rule) {
    case LookRule::Prompt:
        return LastLookText::tr("Nothing answers the question “%1”").arg(finding.words);
    case LookRule::EmptySection:
        return LastLookText::tr("Nothing stands under “%1”.").arg(finding.words);
    case LookRule::Placeholder:
        return LastLookText::tr("“%1” still holds the place of something else.").arg(finding.words);
    case LookRule::AsteriskFootnote:
        return LastLookText::tr("“%1” reads like the note to an asterisk.").arg(finding.words);
    case LookRule::MissingFootnote:
        return LastLookText::tr("“%1” names a footnote that is not there.").arg(finding.words);
    case LookRule::UnreadFootnote:
        return LastLookText::tr("Nothing leads to the footnote “%1”, so pages leave it out.").arg(finding.words);
    case LookRule::HeadingLevel:
        return LastLookText::tr("The heading “%1” leaves out %Ln level(s).", nullptr, finding.count - 1)
            .arg(finding.words);
    case LookRule::HeadingOne:
        return LastLookText::tr("The heading “%1” is of the title’s level.").arg(finding.words);
    case LookRule::HeadingEmpty:
        return LastLookText::tr("A heading has no words.");
    case LookRule::RepeatedParagraph:
        return LastLookText::tr("The last note has this paragraph, too: “%1”").arg(finding.words);
    default:
        return {};
    }
}

QString wordText(const LookFinding &finding)
{
    switch (finding.rule) {
    case LookRule::AgeingWord:
        return finding.count == 1
                   ? LastLookText::tr("“%1” means another day to whoever reads it later.").arg(finding.words)
                   : LastLookText::tr("“%1” means another day to whoever reads it later; it stands there %Ln time(s).",
                                      nullptr, finding.count)
                         .arg(finding.words);
    case LookRule::PastPromise:
        return LastLookText::tr("%1 has passed: “%2”").arg(lookDay(finding.day), finding.words);
    case LookRule::Spelling:
        return finding.count == 1
                   ? LastLookText::tr("“%1” is in no dictionary.").arg(finding.words)
                   : LastLookText::tr("“%1” is in no dictionary; it stands there %Ln time(s).", nullptr, finding.count)
                         .arg(finding.words);
    case LookRule::DoubledWord:
        return LastLookText::tr("“%1” stands there twice.").arg(finding.words);
    case LookRule::DroppedWord:
        return LastLookText::tr("“%1”: a word is missing, or one too many.").arg(finding.words);
    case LookRule::LongParagraph:
        return LastLookText::tr("A paragraph has %Ln word(s): “%1”", nullptr, finding.count).arg(finding.words);
    case LookRule::LongSentence:
        return LastLookText::tr("A sentence has %Ln word(s): “%1”", nullptr, finding.count).arg(finding.words);
    default:
        return {};
    }
}

} // namespace

QString shownAddress(const QString &address)
{
    constexpr qsizetype longest = 70;
    constexpr qsizetype ending = 15;
    return address.size() <= longest ? address : address.first(longest - ending) + u'…' + address.last(ending);
}

QString lookText(const LookFinding &finding)
{
    for (const auto text : {headerText, imageText, linkText, structureText, wordText}) {
        if (const QString sentence = text(finding); !sentence.isEmpty())
            return sentence;
    }
    return {};
}

QString lookFixText(const LookFinding &finding)
{
    if (finding.rule == LookRule::RemoteImage)
        return LastLookText::tr("Bring it in");
    if (finding.fix.empty())
        return {};
    switch (finding.rule) {
    case LookRule::Prompt:
        return LastLookText::tr("Remove the question");
    case LookRule::InsecureLink:
        return LastLookText::tr("Use https");
    case LookRule::ShortLink:
        return LastLookText::tr("Use the full address");
    case LookRule::MovedLink:
        return LastLookText::tr("Use the new address");
    case LookRule::TrackingLink:
        return LastLookText::tr("Remove the tracking part");
    case LookRule::AsteriskFootnote:
        return LastLookText::tr("Make it a footnote");
    case LookRule::HeadingLevel:
        return LastLookText::tr("Raise the heading");
    case LookRule::HeadingOne:
        return LastLookText::tr("Lower all headings");
    case LookRule::HeadingEmpty:
        return LastLookText::tr("Remove the heading");
    case LookRule::DoubledWord:
        return LastLookText::tr("Remove one");
    default:
        return {};
    }
}

} // namespace Weeknotes
