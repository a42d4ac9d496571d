// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publishpage.h"

#include "app/previewpane.h"
#include "app/role.h"
#include "app/session.h"
#include "preview/previewview.h"
#include "style/typography.h"

#include <QButtonGroup>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int phoneWidth = 390; // px, of most phones

QPushButton *choice(const QString &text, QButtonGroup &group, QHBoxLayout &row)
{
    auto *button = new QPushButton(text, row.parentWidget());
    button->setProperty("role", u"chip"_s);
    button->setCheckable(true);
    button->setAutoDefault(false);
    group.addButton(button);
    row.addWidget(button);
    return button;
}

} // namespace

PublishPage::PublishPage(Session &session, Scheme scheme, QWidget *parent) : QWidget(parent), m_session(session)
{
    setProperty("role", u"side"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *bar = new QWidget(this); // first, as for the keyboard
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(Metrics::sideMargin, 2 * Metrics::step, Metrics::sideMargin, 2 * Metrics::step);
    row->setSpacing(2 * Metrics::step);
    auto *widths = new QButtonGroup(this);
    QPushButton *desk = choice(tr("&Desktop"), *widths, *row);
    QPushButton *phone = choice(tr("P&hone"), *widths, *row);
    desk->setChecked(true);
    row->addStretch(1);
    connect(phone, &QPushButton::toggled, this, &PublishPage::setPhone);

    m_device = new QFrame(this);
    m_device->setProperty("role", u"device"_s);
    m_view = new PreviewView(m_device);
    m_view->setProperty("role", u"page"_s);
    m_view->setAccessibleName(tr("The page"));
    m_view->setScheme(scheme);
    m_view->letReachOut();
    m_view->setTextInteractionFlags(m_view->textInteractionFlags() &
                                    ~Qt::LinksAccessibleByKeyboard); // they lead nowhere
    m_view->setFocusPolicy(Qt::StrongFocus);                         // but it is scrolled by keys
    m_view->installEventFilter(this);
    auto *inner = new QVBoxLayout(m_device);
    inner->setContentsMargins({});
    inner->addWidget(m_view);

    auto *middle = new QHBoxLayout;
    middle->setContentsMargins({});
    middle->addWidget(m_device);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(bar);
    column->addLayout(middle, 1);
}

/// A frame shows that the keyboard came to the page.
bool PublishPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        const bool byKeyboard = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason;
        setRole(m_device, event->type() == QEvent::FocusIn && byKeyboard ? u"reached"_s : u"device"_s);
    }
    return QWidget::eventFilter(watched, event);
}

void PublishPage::setPhone(bool phone)
{
    m_device->setMaximumWidth(phone ? phoneWidth : QWIDGETSIZE_MAX);
}

void PublishPage::setNote(const NoteHeader &header, const QString &text,
                          const std::shared_ptr<const Markdown::Document> &readable)
{
    m_note = header.id;
    askForImages();
    const TitleBlock before =
        std::exchange(m_head, previewHead(header.fields, header.updated.date(), m_session.shelf().settings(),
                                          header.minutes, readable.get()));
    setSurroundings(before.foot, before.references.value_or(PageReferences())); // until there are others
    m_view->setDocument(readable, text);
    m_view->scrollToStart();
}

void PublishPage::askForImages()
{
    m_view->setImageLoader([this, id = m_note](const QString &name, const PreviewView::ImageDone &done) {
        if (m_head.references && m_head.references->lostImages.contains(name))
            return done({}); // whatever the library has of that name can't go out
        m_session.notebook().image(id, name).then(
            this, [done](const Result<QByteArray> &image) { done(image ? *image : QByteArray()); });
    });
}

void PublishPage::setSurroundings(const PageFoot &foot, const PageReferences &references)
{
    const bool losesOthers = m_head.references && m_head.references->lostImages != references.lostImages;
    m_head.foot = foot;
    m_head.references = references;
    if (losesOthers)
        askForImages();
    m_view->setHead(m_head);
}

} // namespace Weeknotes
