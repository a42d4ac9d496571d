// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selectionlength.h"

#include "core/clock.h"
#include "editor/markdownedit.h"
#include "html/readhtml.h"
#include "markdown/plaintext.h"

#include <chrono>

using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr auto betweenCounts = 80ms; // while a selection grows; counting a very long one takes a tenth of that

} // namespace

SelectionLength::SelectionLength(const MarkdownEdit &editor, const Clock &clock, QObject *parent)
    : QObject(parent), m_editor(editor), m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(betweenCounts);
    connect(&m_soon, &QTimer::timeout, this, &SelectionLength::count);
    connect(&editor, &MarkdownEdit::selectionChanged, this, &SelectionLength::follow);
    connect(&editor, &MarkdownEdit::textEdited, this, &SelectionLength::follow);
}

void SelectionLength::follow()
{
    if (m_editor.selection().isEmpty()) {
        m_soon.stop();
        Q_EMIT counted(std::nullopt);
    } else if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void SelectionLength::count()
{
    const TextRange range = m_editor.selection();
    const QString selected = m_editor.markdown().mid(range.begin, range.length());
    const auto document = Markdown::Document::parse(selected)->forReaders(m_clock.today(), readHtml);
    Q_EMIT counted(Markdown::measure(*document).count());
}

} // namespace Weeknotes
