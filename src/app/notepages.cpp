// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notepages.h"

namespace Weeknotes {

Result<ExportReport> exportFrom(const QString &library, const Clock &clock, const ExportRequest &request,
                                const GoesOn &goesOn)
{
    const auto open = Library::open(library, clock, Library::Access::ReadOnly);
    if (!open)
        return std::unexpected(open.error());
    auto source = PostSource::of(**open, clock.today());
    if (!source)
        return std::unexpected(source.error());
    return exportNotes(*source, request, goesOn);
}

} // namespace Weeknotes
