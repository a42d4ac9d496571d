// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chartview.h"

#include "app/announce.h"
#include "app/background.h"
#include "app/chartfile.h"
#include "storage/filesteps.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTableWidget>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int usualChartWidth = 640;
constexpr int mostRowsShown = 10;
constexpr qreal readoutGap = Metrics::step;
constexpr int chartTop = Metrics::control / 2 - 10; // the button stands on a level with the title

QRectF chartBounds(const QWidget &view)
{
    return QRectF(view.rect()).adjusted(0, chartTop, 0, 0);
}

/// A name for a file, of the words of a title.
QString fileNameOf(const QString &title)
{
    QString name;
    for (const QChar c : title)
        name += c.isLetterOrNumber() ? c.toLower() : QChar(u'-');
    return name;
}

} // namespace

ChartView::ChartView(QWidget *parent)
    : QWidget(parent), m_menu(new QMenu(this)), m_button(new QToolButton(this)), m_table(new QTableWidget(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    m_button->setProperty("role", u"quiet"_s);
    m_button->setText(u"⋯"_s);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setMenu(m_menu);
    m_table->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Metrics::smallRow);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setFixedHeight(Metrics::smallRow);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    makeMenu();
}

void ChartView::makeMenu()
{
    const auto add = [this](const QString &words, auto action) {
        connect(m_menu->addAction(words), &QAction::triggered, this, action);
    };
    add(tr("Save as &SVG…"), [this] { askWhere(u"svg"_s, tr("SVG (*.svg)")); });
    add(tr("Save as &PNG…"), [this] { askWhere(u"png"_s, tr("PNG (*.png)")); });
    add(tr("&Copy"), [this] { copy(); });
    m_menu->addSeparator();
    m_tableAction = m_menu->addAction(tr("Show as a &table"));
    m_tableAction->setCheckable(true);
    connect(m_tableAction, &QAction::toggled, this, &ChartView::setShowsTable);
}

void ChartView::setChart(std::unique_ptr<const Chart> chart)
{
    m_chart = std::move(chart);
    m_current.reset();
    setAccessibleName(m_chart ? m_chart->title() : QString());
    setAccessibleDescription(m_chart ? m_chart->sentence() : QString());
    m_button->setAccessibleName(tr("What to do with “%1”").arg(accessibleName()));
    m_button->setToolTip(tr("Save or copy this picture"));
    m_table->setAccessibleName(accessibleName());
    if (showsTable())
        fillTable();
    placeParts();
    updateGeometry();
    update();
}

void ChartView::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    update();
}

QString ChartView::currentWords() const
{
    return m_current ? m_values[*m_current].words : QString();
}

bool ChartView::showsTable() const
{
    return m_tableAction->isChecked();
}

void ChartView::setShowsTable(bool shows)
{
    m_tableAction->setChecked(shows);
    m_table->setVisible(shows);
    moveTo({});
    if (shows)
        fillTable();
    placeParts();
    updateGeometry();
    update();
    if (shows)
        m_table->setFocus();
}

void ChartView::fillTable()
{
    const auto rows = m_chart ? m_chart->table() : std::vector<QStringList>{QStringList()};
    m_table->clear();
    m_table->setColumnCount(int(rows.front().size()));
    m_table->setRowCount(int(rows.size()) - 1);
    m_table->setHorizontalHeaderLabels(rows.front());
    for (int row = 1; row < int(rows.size()); ++row) {
        for (int column = 0; column < int(rows[size_t(row)].size()); ++column)
            m_table->setItem(row - 1, column, new QTableWidgetItem(rows[size_t(row)][column]));
    }
    m_table->resizeColumnsToContents();
    for (int column = 0; column + 1 < m_table->columnCount(); ++column)
        m_table->setColumnWidth(column, m_table->columnWidth(column) + 4 * Metrics::step);
}

int ChartView::tableHeight() const
{
    return (1 + std::min(mostRowsShown, m_table->rowCount())) * Metrics::smallRow + Metrics::step;
}

int ChartView::heightForWidth(int width) const
{
    if (!m_chart)
        return 0;
    return chartTop + (showsTable() ? int(figuresIn(QRectF(0, 0, width, 0), *m_chart).top()) + tableHeight()
                                    : int(std::ceil(chartHeight(*m_chart, width))));
}

QSize ChartView::sizeHint() const
{
    return {usualChartWidth, heightForWidth(usualChartWidth)};
}

void ChartView::placeParts()
{
    const QSize size = m_button->sizeHint();
    const QRect corner(width() - size.width(), 0, size.width(), size.height());
    m_button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), corner));
    if (!m_chart)
        return;
    const QRectF figures = figuresIn(chartBounds(*this), *m_chart);
    m_table->setGeometry(figures.toAlignedRect());
    m_values = m_chart->values(figures);
    if (m_current && *m_current >= m_values.size())
        m_current.reset();
}

bool ChartView::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        placeParts();
    return QWidget::event(event);
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeParts();
}

void ChartView::paintEvent(QPaintEvent *)
{
    if (!m_chart)
        return;
    QPainter painter(this);
    if (showsTable())
        painter.setClipRect(QRectF(0, 0, width(), m_table->y()));
    paintChart(painter, chartBounds(*this), *m_chart, m_scheme, layoutDirection());
    if (m_current)
        paintReadout(painter);
}

void ChartView::paintReadout(QPainter &painter) const
{
    const Palette &colours = Weeknotes::palette(m_scheme);
    const QRectF place = placeOf(*m_current);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_byKeyboard ? colours.green : colours.ink, m_byKeyboard ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(place.adjusted(-1.5, -1.5, 1.5, 1.5), 2, 2);

    const TextType &type = interfaceType().small;
    const QString &words = m_values[*m_current].words;
    const qreal inner = std::min(widthOf(words, type), qreal(width()) - 4 * Metrics::step);
    QRectF bubble(0, 0, inner + 4 * Metrics::step, type.line + 2 * Metrics::step);
    bubble.moveCenter(place.center());
    bubble.moveBottom(place.top() - readoutGap);
    if (bubble.top() < 0)
        bubble.moveTop(place.bottom() + readoutGap);
    bubble.moveLeft(std::clamp(bubble.left(), 0.0, std::max(0.0, width() - bubble.width())));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.ink);
    painter.drawRoundedRect(bubble, Metrics::step, Metrics::step);
    painter.setFont(interfaceFont(type));
    painter.setPen(colours.paper);
    painter.drawText(bubble, Qt::AlignCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(words, Qt::ElideRight, int(std::ceil(inner)) + 1));
}

QRectF ChartView::placeOf(size_t value) const
{
    const QRectF place = m_values[value].place;
    return layoutDirection() == Qt::RightToLeft
               ? QRectF(width() - place.right(), place.top(), place.width(), place.height())
               : place;
}

std::optional<size_t> ChartView::valueAt(const QPointF &point) const
{
    for (size_t i = 0; i < m_values.size(); ++i) {
        const QRectF place = placeOf(i);
        if (place.left() <= point.x() && point.x() < place.right() && place.top() <= point.y() &&
            point.y() < place.bottom())
            return i;
    }
    return {};
}

std::optional<size_t> ChartView::neighbour(int key) const
{
    if (m_values.empty())
        return {};
    const size_t last = m_values.size() - 1;
    if (key == Qt::Key_Home || (!m_current && key != Qt::Key_End))
        return 0;
    if (key == Qt::Key_End)
        return last;
    const int forward = layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right;
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        return key == forward ? std::min(last, *m_current + 1) : *m_current - (*m_current > 0 ? 1 : 0);
    // Up and down go to the nearest value of the nearest row there.
    const QRectF from = m_values[*m_current].place;
    std::optional<size_t> best;
    const auto distance = [&](size_t i) {
        const QPointF way = m_values[i].place.center() - from.center();
        return std::pair(std::abs(way.y()), std::abs(way.x()));
    };
    for (size_t i = 0; i <= last; ++i) {
        const QRectF &place = m_values[i].place;
        const bool isThere = key == Qt::Key_Up ? place.bottom() <= from.top() : place.top() >= from.bottom();
        if (isThere && (!best || distance(i) < distance(*best)))
            best = i;
    }
    return best ? best : m_current;
}

void ChartView::moveTo(std::optional<size_t> value)
{
    if (value == m_current)
        return;
    m_current = value;
    const bool opens = value && !m_values[*value].note.isNull();
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void ChartView::activate()
{
    if (m_current && !m_values[*m_current].note.isNull())
        Q_EMIT noteActivated(m_values[*m_current].note);
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    m_byKeyboard = false;
    moveTo(showsTable() ? std::nullopt : valueAt(event->position()));
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || showsTable())
        return;
    moveTo(valueAt(event->position()));
    activate();
}

void ChartView::leaveEvent(QEvent *event)
{
    if (!m_byKeyboard)
        moveTo({});
    QWidget::leaveEvent(event);
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    moveTo({});
    QWidget::focusOutEvent(event);
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return activate();
    default:
        return QWidget::keyPressEvent(event);
    }
    if (showsTable())
        return;
    m_byKeyboard = true;
    moveTo(neighbour(event->key()));
    if (!m_current)
        return;
    Q_EMIT valueReached(placeOf(*m_current).toAlignedRect());
    announce(this, currentWords());
}

void ChartView::contextMenuEvent(QContextMenuEvent *event)
{
    m_menu->popup(event->globalPos());
}

void ChartView::askWhere(const QString &suffix, const QString &kinds)
{
    auto *dialog = new QFileDialog(this, tr("Save the picture"),
                                   QStandardPaths::writableLocation(QStandardPaths::PicturesLocation), kinds);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(fileNameOf(m_chart->title()) + u'.' + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, &ChartView::saveTo);
    dialog->open();
}

void ChartView::saveTo(const QString &path)
{
    const QByteArray bytes = chartFile(path, *m_chart, m_scheme, layoutDirection());
    inBackground([path, bytes] {
        return FileSteps::write(path, bytes, FileSteps::Readers::AsUsual);
    }).then(this, [this, path](const Result<void> &written) {
        if (written)
            Q_EMIT saved(path);
        else
            Q_EMIT failed(written.error());
    });
}

void ChartView::copy() const
{
    auto *copied = new QMimeData;
    copied->setImageData(chartImage(*m_chart, m_scheme, layoutDirection()));
    copied->setData(u"image/svg+xml"_s, chartSvg(*m_chart, m_scheme, layoutDirection()));
    copied->setText(chartText(*m_chart));
    QApplication::clipboard()->setMimeData(copied);
}

} // namespace Weeknotes
