// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/yearstrip.h"

#include "style/typography.h"
#include "timeline/notesmime.h"
#include "timeline/periodtext.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelinerows.h"

#include <QAccessible>
#include <QDragEnterEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QTextDocument>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

/// How many words there are is only told when asked for.
bool looksAlike(const YearRow &a, const YearRow &b)
{
    const auto alike = [](YearCell x, const YearCell &y) {
        x.words = y.words;
        return x == y;
    };
    return a.year == b.year && a.weeks == b.weeks && std::ranges::equal(a.cells, b.cells, alike);
}

using State = YearCell::State;

constexpr int rowGap = 2 * Metrics::step;
constexpr int top = 3 * Metrics::step;
constexpr int mostWeeks = 53;
constexpr qreal cellGap = 1.25;
constexpr qreal corner = 2;
constexpr qreal dotRadius = 2;

QFont labelFont()
{
    return interfaceFont(interfaceType().small);
}

} // namespace

YearStrip::YearStrip(const QLocale &locale, QWidget *parent) : QWidget(parent), m_locale(locale)
{
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Years"));
}

void YearStrip::setContent(const TimelineContent &content)
{
    const std::optional<Week> current = isPlace(m_current) ? std::optional(at(m_current).week) : std::nullopt;
    m_rules = content.rules;
    const std::vector<YearRow> before = std::exchange(m_rows, yearRows(content));
    m_titles.clear();
    for (const NoteHeader &note : content.notes)
        m_titles.insert(note.id, {note.fields.number, note.fields.title});
    m_titlePattern = content.titlePattern;
    m_numbers = NumberHabit(content.notes, content.seasons);
    m_current = current ? placeOf(*current) : Place();
    if (std::ranges::equal(before, m_rows, looksAlike)) // as after most saves
        return;
    updateGeometry();
    update();
}

void YearStrip::setShown(const std::optional<QSet<NoteId>> &notes)
{
    if (m_shown == notes)
        return;
    m_shown = notes;
    update();
}

void YearStrip::setWeek(const Week &week)
{
    if (m_week == week)
        return;
    m_week = week;
    update();
}

void YearStrip::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    update();
}

void YearStrip::setDots(const QSet<NoteId> &notes, const QString &words)
{
    if (m_dots == notes && m_dotWords == words)
        return;
    m_dots = notes;
    m_dotWords = words;
    update();
}

bool YearStrip::hasDot(const YearCell &cell) const
{
    return !m_dots.isEmpty() &&
           std::ranges::any_of(cell.notes, [this](const NoteId &note) { return m_dots.contains(note); });
}

void YearStrip::paintDot(QPainter &painter, const Place &place) const
{
    const QRectF box = rectOf(place);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Weeknotes::palette(m_scheme).ink);
    painter.drawEllipse(QPointF(box.center().x(), box.top() - rowGap / 2.0), dotRadius, dotRadius);
}

QString YearStrip::nameOf(const Title &title) const
{
    // Taking titles apart is too much for all notes at each keystroke: only for the cell that is asked about.
    const QString number = m_numbers.text(title.number, title.words);
    const QString words = ownWords(title.words, m_titlePattern);
    return number.isEmpty() ? words : number + u' ' + words;
}

QString YearStrip::cellText(const YearCell &cell) const
{
    const QString number = m_locale.toString(cell.week.number(m_rules).number);
    const QString days = periodWithYear(cell.days, m_locale, MonthStyle::Full);
    const QString head =
        cell.width == 1
            ? tr("Week %1, %2").arg(number, days)
            : tr("Weeks %1 to %2, %3")
                  .arg(number, m_locale.toString(cell.week.plus(cell.width - 1).number(m_rules).number), days);
    QStringList notes;
    for (const NoteId &id : cell.notes)
        notes << nameOf(m_titles.value(id));
    if (!notes.isEmpty())
        return head + ": "_L1 + notes.join("; "_L1) + ", "_L1 + tr("%Ln word(s)", nullptr, cell.words) +
               (hasDot(cell) ? ", "_L1 + m_dotWords : QString());
    switch (cell.state) {
    case State::Paused:
        return head + ": "_L1 + tr("pause");
    case State::Missed:
        return head + ": "_L1 + tr("missed; write it now");
    case State::Empty:
    case State::Noted:
        break;
    }
    return head + ": "_L1 + tr("no note");
}

/// A tip takes what looks like HTML for HTML, and a title may look like it.
QString YearStrip::toolTipOf(const YearCell &cell) const
{
    return Qt::convertFromPlainText(cellText(cell), Qt::WhiteSpaceNormal);
}

QRect YearStrip::cellRect(const Week &week) const
{
    const Place place = placeOf(week);
    return isPlace(place) ? rectOf(place).toAlignedRect() : QRect();
}

int YearStrip::heightOf(int years)
{
    return 2 * top + years * Metrics::stripCell + (years - 1) * rowGap;
}

QSize YearStrip::sizeHint() const
{
    return {Metrics::sideWidth, heightOf(std::max<int>(1, int(m_rows.size())))};
}

QSize YearStrip::minimumSizeHint() const
{
    return {2 * Metrics::sideMargin + int(labelWidth()) + 3 * mostWeeks, sizeHint().height()};
}

bool YearStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange)
        m_labelWidth = 0;
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Place place = placeAt(help->pos());
        if (isPlace(place))
            QToolTip::showText(help->globalPos(), toolTipOf(at(place)), this, rectOf(place).toAlignedRect());
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void YearStrip::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (isPlace(m_current) || event->reason() == Qt::MouseFocusReason) // a press must not move what it points at
        return;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        const auto &cells = m_rows[size_t(row)].cells;
        const auto today = std::ranges::find_if(cells, &YearCell::today);
        if (today != cells.end())
            return moveTo({row, int(today - cells.begin())});
    }
    moveTo({0, 0});
}

void YearStrip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return activate(m_current);
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        return moveTo(moved(event->key()));
    default:
        QWidget::keyPressEvent(event);
    }
}

/// The very week: a fortnight's cell is of two.
Week YearStrip::weekAt(const QPoint &point, const Place &place) const
{
    const YearCell &cell = at(place);
    const QRectF box = rectOf(place);
    const qreal along = layoutDirection() == Qt::RightToLeft ? box.right() - point.x() : point.x() - box.left();
    return cell.week.plus(std::clamp(int(along / (box.width() + cellGap) * cell.width), 0, cell.width - 1));
}

void YearStrip::setDropPlace(const Place &place)
{
    m_drop = place;
    update();
}

void YearStrip::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(!notesIn(event->mimeData()).empty());
}

void YearStrip::dragLeaveEvent(QDragLeaveEvent *)
{
    setDropPlace({});
    QToolTip::hideText();
}

void YearStrip::dragMoveEvent(QDragMoveEvent *event)
{
    const QPoint point = event->position().toPoint();
    const Place place = placeAt(point);
    setDropPlace(place);
    event->setAccepted(isPlace(place));
    if (isPlace(place))
        QToolTip::showText(mapToGlobal(point), moveText(weekAt(point, place), m_rules, m_locale), this);
    else
        QToolTip::hideText();
}

void YearStrip::dropEvent(QDropEvent *event)
{
    const QPoint point = event->position().toPoint();
    const Place place = placeAt(point);
    const std::vector<NoteId> notes = notesIn(event->mimeData());
    setDropPlace({});
    QToolTip::hideText();
    if (!isPlace(place) || notes.empty())
        return;
    event->acceptProposedAction();
    Q_EMIT notesDropped(notes, weekAt(point, place));
}

void YearStrip::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(isPlace(placeAt(event->position().toPoint())) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void YearStrip::mouseReleaseEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !isPlace(place))
        return;
    moveTo(place);
    activate(place);
}

void YearStrip::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Place inView = m_week ? placeOf(*m_week) : Place();
    for (int row = 0; row < int(m_rows.size()); ++row) {
        const qreal y = top + row * (Metrics::stripCell + rowGap);
        const QRectF line(0, y - rowGap / 2.0, width(), Metrics::stripCell + rowGap);
        if (!line.intersects(event->rect()))
            continue;
        const QRect label(Metrics::sideMargin, int(line.top()), int(labelWidth()), int(line.height()));
        painter.setFont(labelFont());
        painter.setPen(Weeknotes::palette(m_scheme).secondInk);
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), label),
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
                         QString::number(m_rows[size_t(row)].year));
        paintMissed(painter, row);
        for (int cell = 0; cell < int(m_rows[size_t(row)].cells.size()); ++cell)
            paintCell(painter, {row, cell});
        for (int cell = 0; cell < int(m_rows[size_t(row)].cells.size()); ++cell) {
            if (hasDot(at({row, cell})))
                paintDot(painter, {row, cell}); // above its neighbours' rings
        }
        if (inView.row == row)
            paintInView(painter, inView);
    }
}

bool YearStrip::isMissed(const YearCell &cell)
{
    return cell.state == State::Missed && cell.notes.empty();
}

/// Missed weeks in a row share one outline: as many small ones would be louder than all that was written.
void YearStrip::paintMissed(QPainter &painter, int row) const
{
    const auto &cells = m_rows[size_t(row)].cells;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Weeknotes::palette(m_scheme).mark, 1));
    for (int first = 0; first < int(cells.size()); ++first) {
        if (!isMissed(cells[size_t(first)]))
            continue;
        int last = first;
        while (last + 1 < int(cells.size()) && isMissed(cells[size_t(last) + 1]))
            ++last;
        const QRectF box = rectOf({row, first}).united(rectOf({row, last}));
        painter.drawRoundedRect(box.adjusted(.5, .5, -.5, -.5), corner, corner);
        first = last;
    }
}

void YearStrip::paintCell(QPainter &painter, const Place &place) const
{
    const Palette &colours = Weeknotes::palette(m_scheme);
    const YearCell &cell = at(place);
    const QRectF box = rectOf(place);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.strip[size_t(cell.level)]);
    const bool standsBack =
        m_shown && std::ranges::none_of(cell.notes, [this](const NoteId &id) { return m_shown->contains(id); });
    if (standsBack)
        painter.setBrush(colours.strip[0]);
    if (cell.posts && !standsBack) { // which make no week noted: a dot in it
        painter.setBrush(colours.strip[0]);
        painter.drawRoundedRect(box, corner, corner);
        painter.setBrush(colours.strip[size_t(cell.level)]);
        const qreal across = std::min(box.width(), box.height() / 2);
        painter.drawEllipse(box.center(), across / 2, across / 2);
    } else if (cell.state == State::Paused && cell.notes.empty()) {
        painter.save();
        painter.setClipRect(box);
        painter.setPen(QPen(colours.secondInk, 1));
        const qreal first = std::floor((box.left() - box.height()) / 3) * 3; // one pattern runs through neighbours
        for (qreal x = first; x < box.right(); x += 3)
            painter.drawLine(QPointF(x, box.top()), QPointF(x + box.height(), box.bottom()));
        painter.restore();
    } else if (!isMissed(cell)) {
        painter.drawRoundedRect(box, corner, corner);
    }

    const bool focused = (hasFocus() && place == m_current) || place == m_drop;
    if (!cell.today && !focused)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(focused ? colours.green : colours.ink, focused ? 2 : 1.5));
    painter.drawRoundedRect(box.adjusted(-1, -2, 1, 2), corner + 1, corner + 1);
}

void YearStrip::paintInView(QPainter &painter, const Place &place) const
{
    constexpr qreal thickness = 2;
    constexpr qreal least = 6; // px: a week is narrower where years are many
    const QRectF box = rectOf(place);
    const qreal width = std::max(least, box.width());
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(box.center().x() - width / 2, box.bottom() + 2, width, thickness),
                     Weeknotes::palette(m_scheme).ink);
    painter.setRenderHint(QPainter::Antialiasing);
}

bool YearStrip::isPlace(const Place &place) const
{
    return place.row >= 0 && place.row < int(m_rows.size()) && place.cell >= 0 &&
           place.cell < int(m_rows[size_t(place.row)].cells.size());
}

const YearCell &YearStrip::at(const Place &place) const
{
    return m_rows[size_t(place.row)].cells[size_t(place.cell)];
}

YearStrip::Place YearStrip::placeAt(const QPoint &point) const
{
    const int pitch = Metrics::stripCell + rowGap;
    const int row = (point.y() - top + rowGap / 2) / pitch;
    if (point.y() < top - rowGap / 2 || row >= int(m_rows.size()))
        return {};
    for (int cell = 0; cell < int(m_rows[size_t(row)].cells.size()); ++cell) {
        const QRectF box = rectOf({row, cell}).adjusted(-cellGap / 2, 0, cellGap / 2, 0);
        if (box.left() <= point.x() && point.x() < box.right())
            return {row, cell};
    }
    return {};
}

YearStrip::Place YearStrip::placeOf(const Week &week) const
{
    for (int row = 0; row < int(m_rows.size()); ++row) {
        const auto &cells = m_rows[size_t(row)].cells;
        for (int cell = 0; cell < int(cells.size()); ++cell) {
            const int weeks = cells[size_t(cell)].week.weeksTo(week);
            if (weeks >= 0 && weeks < cells[size_t(cell)].width)
                return {row, cell};
        }
    }
    return {};
}

QRectF YearStrip::rectOf(const Place &place) const
{
    const YearCell &cell = at(place);
    const qreal left = Metrics::sideMargin + labelWidth();
    const qreal pitch = (width() - Metrics::sideMargin - left) / mostWeeks;
    const qreal x = left + cell.column * pitch;
    const qreal w = cell.width * pitch - cellGap;
    const qreal y = top + place.row * (Metrics::stripCell + rowGap);
    return {layoutDirection() == Qt::RightToLeft ? width() - x - w : x, y, w, qreal(Metrics::stripCell)};
}

qreal YearStrip::labelWidth() const
{
    if (m_labelWidth == 0)
        m_labelWidth = QFontMetricsF(labelFont()).horizontalAdvance(u"2000"_s) + 2 * Metrics::step;
    return m_labelWidth;
}

YearStrip::Place YearStrip::moved(int key) const
{
    if (!isPlace(m_current))
        return {};
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const int forward = rightToLeft ? Qt::Key_Left : Qt::Key_Right;
    const int lastCell = int(m_rows[size_t(m_current.row)].cells.size()) - 1;
    if (key == Qt::Key_Home)
        return {m_current.row, 0};
    if (key == Qt::Key_End)
        return {m_current.row, lastCell};
    if (key == Qt::Key_Up || key == Qt::Key_Down) { // the same week of the next year
        const int row = m_current.row + (key == Qt::Key_Down ? 1 : -1);
        if (row < 0 || row >= int(m_rows.size()))
            return m_current;
        const auto &cells = m_rows[size_t(row)].cells;
        const auto after = std::ranges::upper_bound(cells, at(m_current).column, {}, &YearCell::column);
        return {row, std::max(0, int(after - cells.begin()) - 1)};
    }
    // Time runs on from the end of a year to the start of the one above.
    if (key == forward)
        return m_current.cell < lastCell ? Place{m_current.row, m_current.cell + 1}
               : m_current.row > 0       ? Place{m_current.row - 1, 0}
                                         : m_current;
    if (m_current.cell > 0)
        return {m_current.row, m_current.cell - 1};
    if (m_current.row + 1 == int(m_rows.size()))
        return m_current;
    return {m_current.row + 1, int(m_rows[size_t(m_current.row) + 1].cells.size()) - 1};
}

void YearStrip::moveTo(const Place &place)
{
    if (!isPlace(place))
        return;
    m_current = place;
    update();
    Q_EMIT cellFocused(rectOf(place).toAlignedRect());
    const QString words = cellText(at(place));
    setAccessibleDescription(words);
    QAccessibleAnnouncementEvent announcement(this, words);
    QAccessible::updateAccessibility(&announcement);
}

void YearStrip::activate(const Place &place)
{
    if (!isPlace(place))
        return;
    const YearCell &cell = at(place);
    if (cell.notes.empty())
        Q_EMIT weekActivated(cell.week);
    else
        Q_EMIT noteActivated(cell.notes.front());
}

} // namespace Weeknotes
