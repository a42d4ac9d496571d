// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/previewpane.h"

#include "app/findbar.h"
#include "app/session.h"
#include "exporter/typesetpost.h"
#include "html/readhtml.h"
#include "preview/previewview.h"
#include "publisher/post.h"
#include "style/typography.h"

#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Weeknotes {

namespace {

constexpr qsizetype longestInFrame = 60'000; // characters: so far the page shows a letter in the editor's own frame

} // namespace

TitleBlock previewHead(const NoteFields &fields, QDate changed, const LibrarySettings &settings, int minutes,
                       const Markdown::Document *document)
{
    const PostHead head = headOf(fields, settings, changed);
    return titleBlockOf(head, minutes, document && opensWithTitle(*document, head.title), settings.page);
}

PreviewPane::PreviewPane(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_view(new PreviewView(this))
    , m_findBar(new FindBar(tr("Find in the page"), this))
{
    setProperty("role", u"page"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_view->setProperty("role", u"page"_s);
    setMinimumWidth(70 * Metrics::step); // narrower than a phone, the page would break within words
    m_view->setAccessibleName(tr("Preview"));
    m_view->setMissingWords(tr("This picture is missing"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_findBar);
    m_findBar->setWritable(false);
    connect(m_view, &PreviewView::linkActivated, this, &PreviewPane::linkActivated);
    m_showSoon.setSingleShot(true);
    m_showSoon.setInterval(0); // after what is to be painted has been
    connect(&m_showSoon, &QTimer::timeout, this, &PreviewPane::showDocument);
    // Counting the words of a long text can wait for a pause in the typing; the picture of it can't.
    m_measureSoon.setSingleShot(true);
    m_measureSoon.setInterval(100ms);
    connect(&m_measureSoon, &QTimer::timeout, this, &PreviewPane::measure);
}

void PreviewPane::setDraft(DraftSession *draft)
{
    if (m_draft)
        m_draft->disconnect(this);
    m_draft = draft;
    m_measureSoon.stop(); // it would count the words of the note before
    m_showSoon.stop();
    m_shown.reset();
    m_meter = {};
    if (!draft)
        return;
    loadImages();
    connect(draft, &DraftSession::documentChanged, this, [this] {
        if (m_draft->text().size() <= longestInFrame)
            showDocument();
        else if (!m_showSoon.isActive())
            m_showSoon.start();
        m_measureSoon.start();
    });
    connect(draft, &DraftSession::reloaded, this, [this] {
        loadImages();
        showHead();
    });
    connect(draft, &DraftSession::imagesChanged, this, &PreviewPane::loadImages);
    showDocument();
    measure();
    m_view->scrollToStart();
}

void PreviewPane::loadImages()
{
    m_view->setImageLoader([this, id = m_draft->noteId()](const QString &name, const PreviewView::ImageDone &done) {
        m_session.notebook().image(id, name).then(
            this, [done](const Result<QByteArray> &image) { done(image ? *image : QByteArray()); });
    });
}

void PreviewPane::setScheme(Scheme scheme)
{
    m_view->setScheme(scheme);
}

void PreviewPane::showDocument()
{
    if (!m_draft)
        return;
    m_shown = m_draft->document()->forReaders(m_session.clock().today(), readHtml);
    m_view->setDocument(m_shown, m_draft->text());
    showHead();
    Q_EMIT documentShown();
}

void PreviewPane::showHead()
{
    if (!m_draft)
        return;
    m_view->setHead(previewHead(m_draft->fields(), m_draft->savedHeader().updated.date(), m_session.shelf().settings(),
                                m_minutes, m_shown.get()));
}

void PreviewPane::measure()
{
    if (!m_shown)
        return;
    const TextMeasure &length = m_meter.measure(m_shown);
    m_minutes = readingMinutes(length);
    showHead();
    Q_EMIT measured(length.words + length.cjkCharacters, m_minutes);
}

} // namespace Weeknotes
