// SPDX-License-Identifier: GPL-3.0-or-later
#include "notebook/storedtextof.h"

#include "html/readhtml.h"
#include "markdown/outline.h"
#include "markdown/plaintext.h"

namespace Weeknotes {

StoredText storedTextOf(const Markdown::Document &document, const QString &markdown, QDate today)
{
    const TextMeasure measure = Markdown::measure(*document.forReaders(today, readHtml));
    StoredText text{.markdown = markdown,
                    .plain = Markdown::toPlainText(document),
                    .words = measure.count(),
                    .minutes = readingMinutes(measure),
                    .sections = {}};
    for (Markdown::Section &section : Markdown::sections(document))
        text.sections.push_back({section.level, std::move(section.heading), std::move(section.text)});
    return text;
}

StoredText storedTextOf(const QString &markdown, QDate today)
{
    return storedTextOf(*Markdown::Document::parse(markdown), markdown, today);
}

} // namespace Weeknotes
