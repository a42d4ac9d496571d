// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outlinepopup.h"

#include "app/announce.h"
#include "app/notepane.h"
#include "app/outlinelist.h"
#include "app/popuprow.h"
#include "app/session.h"
#include "app/windowactions.h"
#include "editor/markdownedit.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int mostHeadings = 12; // in view at once
constexpr int widestOutline = 110 * Metrics::step;
constexpr int headingRow = 8 * Metrics::step;
constexpr int indent = 5 * Metrics::step;
constexpr int deepest = 4; // steps to the right

class HeadingDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {0, headingRow}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        PopupRow::paintGround(*painter, option);
        const int depth = index.data(OutlineList::DepthRole).toInt();
        const int left = 4 * Metrics::step + std::min(depth, deepest) * indent;
        TextType type = interfaceType().normal;
        if (depth == 0)
            type.weight = QFont::Medium;
        PopupRow::paintLine(*painter, option, option.rect.adjusted(left, 0, -4 * Metrics::step, 0), type,
                            depth < 2 ? QPalette::Text : QPalette::PlaceholderText, index.data().toString());
        painter->restore();
    }
};

} // namespace

OutlinePopup::OutlinePopup(NotePane &note, const Session &session, const WindowActions &actions, QWidget *window)
    : QFrame(window)
    , m_note(note)
    , m_session(session)
    , m_headings(new OutlineList(this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
{
    setProperty("role", u"card"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Headings"));
    layOut();
    hide();
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(actions.goHeading, &QAction::triggered, this, &OutlinePopup::open);
    connect(m_field, &QLineEdit::textEdited, this, &OutlinePopup::filter);
    connect(m_list, &QListView::clicked, this, &OutlinePopup::choose);
}

void OutlinePopup::layOut()
{
    m_field->setProperty("role", u"plain"_s);
    m_field->setPlaceholderText(tr("Go to a heading"));
    m_field->setAccessibleName(tr("Go to a heading"));
    m_list->setModel(m_headings);
    m_list->setItemDelegate(new HeadingDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Headings"));
    m_nothing->setProperty("role", u"second"_s);
    m_nothing->setMargin(4 * Metrics::step);
    m_nothing->setWordWrap(true);
    m_nothing->setTextFormat(Qt::PlainText);
    auto *line = new QFrame(this);
    line->setProperty("role", u"hairline"_s);
    line->setFrameShape(QFrame::HLine);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, Metrics::step, 1, Metrics::step);
    column->setSpacing(0);
    auto *field = new QVBoxLayout; // its words stand above those of the rows
    field->setContentsMargins(Metrics::step, 0, Metrics::step, Metrics::step);
    field->addWidget(m_field);
    column->addLayout(field);
    column->addWidget(line);
    column->addSpacing(Metrics::step);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
}

void OutlinePopup::open()
{
    const DraftSession *draft = m_session.draft();
    if (!draft)
        return;
    m_headings->setHeadings(Markdown::outline(*draft->document()));
    m_field->clear();
    filter({});
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void OutlinePopup::close()
{
    hide();
    m_note.editor().setFocus();
}

void OutlinePopup::filter(const QString &words)
{
    m_headings->setFilter(words);
    const bool any = m_headings->rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    m_nothing->setText(m_headings->hasHeadings() ? tr("No heading with “%1”.").arg(words.trimmed())
                                                 : tr("No headings yet. A line that begins with # is one."));
    place();
    const bool all = words.trimmed().isEmpty();
    moveTo(all ? m_headings->rowAt(m_note.editor().cursorOffset()) : 0);
}

void OutlinePopup::place()
{
    const QWidget *window = parentWidget();
    const QWidget &text = m_note.editor();
    const int width = std::min(widestOutline, text.width() - 6 * Metrics::step);
    const int rows = std::min(m_headings->rowCount(), mostHeadings);
    const int below = rows == 0 ? m_nothing->heightForWidth(width - 2) : rows * headingRow;
    const int height = Metrics::control + below + 4 * Metrics::step + 3 * Metrics::hairline;
    const QPoint top = text.mapTo(window, QPoint((text.width() - width) / 2, 2 * Metrics::step));
    setGeometry(top.x(), top.y(), width, std::min(height, window->height() - top.y() - 2 * Metrics::step));
}

bool OutlinePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
    } else if (event->type() == QEvent::KeyPress) {
        if (takeKey(static_cast<QKeyEvent *>(event)->key()))
            return true;
    } else if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            hide();
    }
    return QFrame::eventFilter(watched, event);
}

bool OutlinePopup::takeKey(int key)
{
    const int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Down:
        moveTo(row + 1);
        return true;
    case Qt::Key_Up:
        moveTo(row - 1);
        return true;
    case Qt::Key_PageDown:
        moveTo(row + mostHeadings);
        return true;
    case Qt::Key_PageUp:
        moveTo(row - mostHeadings);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

void OutlinePopup::moveTo(int row)
{
    const int count = m_headings->rowCount();
    const QModelIndex index = count == 0 ? QModelIndex() : m_headings->index(std::clamp(row, 0, count - 1), 0);
    m_list->setCurrentIndex(index);
    const QString words = index.isValid() ? index.data(Qt::AccessibleTextRole).toString() : m_nothing->text();
    announce(m_field, words);
}

void OutlinePopup::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const int begin = m_headings->heading(index.row()).source.begin;
    close();
    m_note.editor().select({begin, begin});
}

} // namespace Weeknotes
