// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/besidereader.h"

#include "app/previewpane.h"
#include "app/session.h"
#include "html/readhtml.h"
#include "preview/previewview.h"
#include "style/typography.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Weeknotes {

BesideReader::BesideReader(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_view(new PreviewView(this))
{
    setProperty("role", u"page"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_view->setProperty("role", u"page"_s);
    m_view->setAccessibleName(tr("Earlier note"));
    m_view->setMissingWords(tr("This picture is missing"));
    auto *back = new QToolButton(this);
    back->setText(tr("Back"));
    back->setToolTip(tr("Back to what stands beside the draft (Esc)"));
    auto *open = new QToolButton(this);
    open->setText(tr("Open this note"));
    for (QToolButton *button : {back, open})
        button->setFocusPolicy(Qt::StrongFocus);
    auto *line = new QFrame(this);
    line->setProperty("role", u"hairline"_s);
    line->setFrameShape(QFrame::HLine);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(3 * Metrics::step, 2 * Metrics::step, 3 * Metrics::step, 2 * Metrics::step);
    bar->addWidget(back);
    bar->addStretch(1);
    bar->addWidget(open);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(line);
    column->addWidget(m_view, 1);
    auto *escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &BesideReader::left);
    connect(back, &QToolButton::clicked, this, &BesideReader::left);
    connect(open, &QToolButton::clicked, this, [this] { Q_EMIT noteActivated(m_note); });
    connect(m_view, &PreviewView::linkActivated, this, &BesideReader::linkActivated);
}

void BesideReader::show(const Note &note)
{
    m_note = note.header.id;
    m_view->setImageLoader([this, id = m_note](const QString &name, const PreviewView::ImageDone &done) {
        m_session.notebook().image(id, name).then(
            this, [done](const Result<QByteArray> &image) { done(image ? *image : QByteArray()); });
    });
    const auto document = Markdown::Document::parse(note.text)->forReaders(m_session.clock().today(), readHtml);
    m_view->setDocument(document, note.text);
    m_view->setHead(previewHead(note.header.fields, note.header.updated.date(), m_session.shelf().settings(),
                                note.header.minutes, document.get()));
    m_view->scrollToStart();
}

void BesideReader::setScheme(Scheme scheme)
{
    m_view->setScheme(scheme);
}

} // namespace Weeknotes
