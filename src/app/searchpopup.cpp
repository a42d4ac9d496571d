// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/searchpopup.h"

#include "app/popuprow.h"
#include "app/searchfield.h"
#include "app/session.h"
#include "cli/errortext.h"
#include "style/typography.h"

#include <QAbstractTextDocumentLayout>
#include <QAccessible>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr int mostResults = 30;
constexpr int shownAtOnce = 7;
constexpr int mostWidth = 130 * Metrics::step;
constexpr int rowHeight = 15 * Metrics::step;
constexpr auto soon = 60ms;

/// Title and days in the first line, the snippet with its matches in the second.
class ResultDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {0, rowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        PopupRow::paintGround(*painter, option);
        const QRect row =
            option.rect.adjusted(4 * Metrics::step, 2 * Metrics::step, -4 * Metrics::step, -2 * Metrics::step);
        const auto [small, normal] = std::pair(interfaceType().small, interfaceType().normal);
        const QRect first(row.left(), row.top(), row.width(), int(normal.line));
        const QRect second(row.left(), first.bottom() + 2, row.width(), int(small.line) + 2);
        const QString days = index.data(SearchResults::DetailRole).toString();
        const int daysWidth = QFontMetrics(interfaceFont(small)).horizontalAdvance(days) + 2;
        PopupRow::paintLine(*painter, option, first.adjusted(first.width() - daysWidth, 0, 0, 0), small,
                            QPalette::PlaceholderText, days, Qt::AlignRight);
        TextType title = normal;
        title.weight = QFont::Medium;
        PopupRow::paintLine(*painter, option, first.adjusted(0, 0, -daysWidth - 3 * Metrics::step, 0), title,
                            QPalette::Text, index.data().toString());
        snippet(painter, option, second, index.data(SearchResults::SnippetRole).toString());
        painter->restore();
    }

private:
    /// Ends the only line where the room does.
    static void elide(QTextDocument &document, int width)
    {
        if (document.idealWidth() <= width)
            return;
        const QString dots(QChar(0x2026));
        const QTextLine line = document.firstBlock().layout()->lineAt(0);
        QTextCursor rest(&document);
        rest.setPosition(line.xToCursor(width - QFontMetrics(document.defaultFont()).horizontalAdvance(dots)));
        rest.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
        rest.insertText(dots);
    }

    static void snippet(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QString &html)
    {
        QTextDocument document;
        document.setDocumentMargin(0);
        document.setDefaultFont(interfaceFont(interfaceType().small));
        document.setHtml(html);
        QTextOption flow = document.defaultTextOption();
        flow.setWrapMode(QTextOption::NoWrap);
        flow.setTextDirection(option.direction);
        document.setDefaultTextOption(flow);
        document.setTextWidth(rect.width());
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, option.palette.color(QPalette::PlaceholderText));
        elide(document, rect.width());
        painter->setClipRect(rect);
        painter->translate(rect.topLeft());
        document.documentLayout()->draw(painter, context);
    }
};

} // namespace

SearchPopup::SearchPopup(SearchField *field, Session &session, QWidget *window)
    : QFrame(window)
    , m_field(field)
    , m_session(session)
    , m_results(new SearchResults(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
{
    setProperty("role", u"card"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_list->setModel(m_results);
    m_list->setItemDelegate(new ResultDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Search results"));
    m_nothing->setProperty("role", u"second"_s);
    m_nothing->setMargin(4 * Metrics::step);
    m_nothing->setWordWrap(true);
    m_nothing->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, Metrics::step, 1, Metrics::step);
    column->setSpacing(0);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soon);
    hide();

    connect(&m_soon, &QTimer::timeout, this, &SearchPopup::search);
    connect(field, &QLineEdit::textChanged, this, &SearchPopup::ask);
    connect(field, &SearchField::moveRequested, this, &SearchPopup::moveBy);
    connect(field, &SearchField::chooseRequested, this, [this] {
        if (m_answered == m_question)
            return choose(m_list->currentIndex());
        m_chooseFirst = true;
        if (m_soon.isActive())
            search();
    });
    connect(field, &SearchField::left, this, [this] {
        hide();
        if (m_field->hasFocus())
            Q_EMIT closed();
    });
    connect(m_list, &QListView::clicked, this, &SearchPopup::choose);
}

void SearchPopup::ask()
{
    ++m_question;
    m_chooseFirst = false;
    if (!m_field->text().trimmed().isEmpty())
        return m_soon.start();
    m_answered = m_question;
    m_soon.stop();
    hide();
}

void SearchPopup::search()
{
    m_soon.stop();
    m_session.notebook()
        .search(m_field->text(), mostResults)
        .then(this, [this, query = m_field->text(), question = m_question](const Result<std::vector<SearchHit>> &hits) {
            if (question == m_question)
                showResults(query, hits);
        });
}

void SearchPopup::showResults(const QString &query, const Result<std::vector<SearchHit>> &hits)
{
    m_answered = m_question;
    m_results->setResults(query, hits.value_or(std::vector<SearchHit>()), m_session.shelf());
    const int count = m_results->rowCount();
    m_list->setVisible(count > 0);
    m_nothing->setVisible(count == 0);
    m_nothing->setText(hits ? tr("Nothing found for “%1”.").arg(query.trimmed()) : errorText(hits.error()));
    if (count > 0)
        m_list->setCurrentIndex(m_results->index(0, 0));
    place();
    show();
    raise();
    QAccessibleAnnouncementEvent announcement(m_field, tr("%Ln result(s)", nullptr, count));
    QAccessible::updateAccessibility(&announcement);
    if (std::exchange(m_chooseFirst, false))
        choose(m_list->currentIndex());
}

void SearchPopup::place()
{
    const QWidget *window = parentWidget();
    const int count = m_results->rowCount();
    const int width = std::min(mostWidth, window->width() - 6 * Metrics::step);
    const int height = count == 0 ? m_nothing->heightForWidth(width) + 2 * Metrics::step + 2
                                  : std::min(count, shownAtOnce) * rowHeight + 2 * Metrics::step + 2;
    const QPoint below = m_field->mapTo(window, QPoint(m_field->width() / 2, m_field->height() + Metrics::step));
    const int left = std::clamp(below.x() - width / 2, 3 * Metrics::step, window->width() - width - 3 * Metrics::step);
    setGeometry(left, below.y(), width, height);
}

void SearchPopup::moveBy(int step)
{
    const int count = m_results->rowCount();
    if (!isVisible() || count == 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + step, 0, count - 1);
    m_list->setCurrentIndex(m_results->index(row, 0));
    const QString words = m_list->currentIndex().data(Qt::AccessibleTextRole).toString();
    QAccessibleAnnouncementEvent announcement(m_field, words);
    QAccessible::updateAccessibility(&announcement);
}

void SearchPopup::choose(const QModelIndex &index)
{
    if (!index.isValid() || !isVisible())
        return;
    const SearchResults::Target target = m_results->target(index.row());
    hide();
    m_field->clear();
    if (const auto *note = std::get_if<NoteId>(&target))
        Q_EMIT noteChosen(*note);
    else
        Q_EMIT weekChosen(std::get<Week>(target));
}

} // namespace Weeknotes
