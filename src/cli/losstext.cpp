// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/losstext.h"

#include "exporter/exporter.h"
#include "publisher/losses.h"

#include <QCoreApplication>

#include <algorithm>

namespace Weeknotes {

namespace {

class LossText
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::LossText)

public:
    struct Words
    {
        Loss::Kind kind;
        const char *one;
        const char *many;
    };
    static const Words all[];
};

const LossText::Words LossText::all[] = {
    {Loss::Kind::Table, QT_TR_NOOP("A table becomes a list of its rows."),
     QT_TR_NOOP("%n tables become lists of their rows.")},
    {Loss::Kind::NestedList, QT_TR_NOOP("A list within a list becomes lines with dashes."),
     QT_TR_NOOP("%n lists within lists become lines with dashes.")},
    {Loss::Kind::NumberedList, QT_TR_NOOP("A numbered list becomes paragraphs that begin with their numbers."),
     QT_TR_NOOP("%n numbered lists become paragraphs that begin with their numbers.")},
    {Loss::Kind::PartsInList, QT_TR_NOOP("What stands within a list item, beside its words, moves below it."),
     QT_TR_NOOP("%n things that stand within list items move below them.")},
    {Loss::Kind::TaskList, QT_TR_NOOP("A task becomes words with ☐ or ☑ before them."),
     QT_TR_NOOP("%n tasks become words with ☐ or ☑ before them.")},
    {Loss::Kind::PartsInQuote, QT_TR_NOOP("A list, heading or quote within a quote becomes plain lines of it."),
     QT_TR_NOOP("%n lists, headings or quotes within quotes become plain lines.")},
    {Loss::Kind::DeepHeading, QT_TR_NOOP("A heading of a deep level becomes a small heading."),
     QT_TR_NOOP("%n headings of deep levels become small headings.")},
    {Loss::Kind::Footnote, QT_TR_NOOP("A footnote becomes a note at the end."),
     QT_TR_NOOP("%n footnotes become numbered notes at the end.")},
    {Loss::Kind::Image, QT_TR_NOOP("An image becomes its description."),
     QT_TR_NOOP("%n images become their descriptions.")},
    {Loss::Kind::InlineImage, QT_TR_NOOP("An image in the middle of words moves below them."),
     QT_TR_NOOP("%n images in the middle of words move below them.")},
    {Loss::Kind::ImageWithoutAddress,
     QT_TR_NOOP("An image that stands nowhere on the web yet becomes its description; put it in there."),
     QT_TR_NOOP("%n images that stand nowhere on the web yet become their descriptions; put them in there.")},
    {Loss::Kind::ImageElsewhere, QT_TR_NOOP("An image on another server becomes a link."),
     QT_TR_NOOP("%n images on other servers become links.")},
    {Loss::Kind::ImageMissing, QT_TR_NOOP("An image that is not in the library becomes its description."),
     QT_TR_NOOP("%n images that are not in the library become their descriptions.")},
    {Loss::Kind::ImageTooLarge, QT_TR_NOOP("An image that is too large for the clipboard becomes its description."),
     QT_TR_NOOP("%n images that are too large for the clipboard become their descriptions.")},
    {Loss::Kind::Code, QT_TR_NOOP("A block of code loses its colours."),
     QT_TR_NOOP("%n blocks of code lose their colours.")},
    {Loss::Kind::Embed, QT_TR_NOOP("A player or post becomes a link."),
     QT_TR_NOOP("%n players or posts become links.")},
    {Loss::Kind::PullQuote, QT_TR_NOOP("A pull quote becomes a plain quote."),
     QT_TR_NOOP("%n pull quotes become plain quotes.")},
    {Loss::Kind::Strikethrough, QT_TR_NOOP("Struck-out words stay, without their line."),
     QT_TR_NOOP("Words struck out in %n places stay, without their line.")},
    {Loss::Kind::InternalLink, QT_TR_NOOP("A link to a place in this text becomes plain words."),
     QT_TR_NOOP("%n links to places in this text become plain words.")},
    {Loss::Kind::WeekLinkWithoutAddress, QT_TR_NOOP("A link to a note that stands nowhere yet becomes plain words."),
     QT_TR_NOOP("%n links to notes that stand nowhere yet become plain words.")},
    {Loss::Kind::RawHtml, QT_TR_NOOP("HTML in the text is left out, but for its words."),
     QT_TR_NOOP("HTML in %n places of the text is left out, but for its words.")},
    {Loss::Kind::Details, QT_TR_NOOP("A part that readers open stands open."),
     QT_TR_NOOP("%n parts that readers open stand open.")},
    {Loss::Kind::Tag, QT_TR_NOOP("The tag has to be added there."), QT_TR_NOOP("The %n tags have to be added there.")},
    {Loss::Kind::TooManyTags, QT_TR_NOOP("One tag is too many; Medium takes five."),
     QT_TR_NOOP("%n tags are too many; Medium takes five.")},
    {Loss::Kind::LongTag, QT_TR_NOOP("A tag is too long; Medium takes 25 characters."),
     QT_TR_NOOP("%n tags are too long; Medium takes 25 characters.")},
};

} // namespace

QString lossText(const Loss &loss)
{
    const auto words = std::ranges::find(LossText::all, loss.kind, &LossText::Words::kind);
    Q_ASSERT(words != std::end(LossText::all));
    return loss.count == 1 ? LossText::tr(words->one) : LossText::tr(words->many, nullptr, loss.count);
}

QString hiddenText(int passages)
{
    return passages == 1 ? LossText::tr("One passage that readers must not see was left out.")
                         : LossText::tr("%n passages that readers must not see were left out.", nullptr, passages);
}

QStringList remarksOn(const ExportReport &report)
{
    QStringList remarks;
    if (const int notes = report.goneNotes; notes > 0)
        remarks << (notes == 1 ? LossText::tr("One note is in the site no more.")
                               : LossText::tr("%n notes are in the site no more.", nullptr, notes));
    if (report.hiddenPassages > 0)
        remarks << hiddenText(report.hiddenPassages);
    if (const int images = report.missingImages; images > 0)
        remarks << (images == 1 ? LossText::tr("One image could not be taken along.")
                                : LossText::tr("%n images could not be taken along.", nullptr, images));
    return remarks;
}

} // namespace Weeknotes
