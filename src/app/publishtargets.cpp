// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publishtargets.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

/// The translation context of what stands here.
struct TargetWords
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::PublishTargets)
};

} // namespace

std::vector<PublishTarget> publishTargets()
{
    using W = TargetWords;
    return {
        {u"page"_s, W::tr("Page"), W::tr("A web page of its own, with its pictures beside it, for any server."),
         W::tr("&Write the page"), ExportForm::Page},
        {u"site"_s, W::tr("Site"),
         W::tr("A whole site of the notes that are published or ready, and of this one: front page, archive, feeds. "
               "Only what changed is written again."),
         W::tr("&Update the site"), ExportForm::Site},
    };
}

} // namespace Weeknotes
