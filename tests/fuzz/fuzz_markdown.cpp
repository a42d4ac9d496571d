// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/readhtml.h"
#include "markdown/htmlwriter.h"
#include "markdown/invariants.h"
#include "markdown/outline.h"
#include "markdown/plaintext.h"

#include <cstdint>
#include <cstdlib>

using namespace Weeknotes::Markdown;

namespace {

void hold(const QString &breach)
{
    if (breach.isEmpty())
        return;
    qWarning("%s", qPrintable(breach));
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto document = Document::parse(text);
    hold(breachOf(*document, text));
    hold(breachOfHtml(HtmlWriter().write(*document)));
    const auto readers = document->forReaders(QDate(2020, 1, 1), Weeknotes::readHtml);
    hold(breachForReaders(*readers));
    hold(breachOfHtml(HtmlWriter().write(*readers)));
    std::ignore = toPlainText(*document);
    std::ignore = measure(*readers);
    std::ignore = sections(*document);
    hold(breachOf(*Document::parse(text, Dialect::Bare), text));
    return 0;
}
