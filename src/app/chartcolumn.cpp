// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chartcolumn.h"

#include "app/announce.h"
#include "app/clearlayout.h"
#include "app/role.h"
#include "cli/errortext.h"

#include <QBoxLayout>
#include <QDir>
#include <QLabel>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int widestColumn = 920;
constexpr int narrowestPair = 640; // two charts side by side
constexpr int chartGap = 10 * Metrics::step;
constexpr int columnMargin = 8 * Metrics::step;

QLabel *plainLabel(const QString &words, const QString &role)
{
    auto *label = new QLabel(words);
    label->setProperty("role", role);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ChartColumn::ChartColumn(QWidget *parent)
    : QScrollArea(parent)
    , m_content(new QWidget(this))
    , m_column(new QVBoxLayout)
    , m_head(new QVBoxLayout)
    , m_figures(new QHBoxLayout)
    , m_charts(new QVBoxLayout)
    , m_title(plainLabel({}, u"display"_s))
    , m_line(plainLabel({}, u"second"_s))
    , m_said(plainLabel({}, u"small"_s))
{
    for (QWidget *ground : {static_cast<QWidget *>(this), viewport(), m_content}) {
        ground->setProperty("role", u"paper"_s);
        ground->setAttribute(Qt::WA_StyledBackground);
    }
    setWidget(m_content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_line->setWordWrap(true);
    m_said->setWordWrap(true);
    m_said->hide();

    for (QLabel *label : {m_title, m_line, m_said})
        m_head->addWidget(label);
    m_head->setSpacing(Metrics::step);
    m_figures->setSpacing(4 * Metrics::step);
    m_charts->setSpacing(chartGap);
    m_column->setSpacing(0);
    m_column->addLayout(m_head);
    m_column->addSpacing(6 * Metrics::step);
    m_column->addLayout(m_figures);
    m_column->addSpacing(chartGap);
    m_column->addLayout(m_charts);
    m_column->addStretch(1);
    auto *middle = new QHBoxLayout(m_content);
    middle->setContentsMargins(columnMargin, columnMargin, columnMargin, columnMargin);
    auto *column = new QWidget(m_content);
    column->setLayout(m_column);
    m_column->setContentsMargins({});
    column->setMaximumWidth(widestColumn);
    middle->addStretch(1);
    middle->addWidget(column, 1000); // all there is, up to its own limit
    middle->addStretch(1);
}

void ChartColumn::setTitle(const QString &title, const QString &line)
{
    m_title->setText(title);
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
}

void ChartColumn::setFigures(const std::vector<Figure> &figures)
{
    clearLayout(m_figures);
    for (const Figure &figure : figures) {
        auto *one = new QVBoxLayout;
        one->setSpacing(0);
        QLabel *number = plainLabel(figure.number, u"display"_s);
        number->setAccessibleName(figure.number + u' ' + figure.words);
        one->addWidget(number);
        QLabel *words = plainLabel(figure.words, u"second"_s);
        QLabel *small = plainLabel(figure.small, u"small"_s);
        for (QLabel *label : {words, small}) {
            label->setWordWrap(true);
            label->setVisible(!label->text().isEmpty());
            one->addWidget(label);
        }
        one->addStretch(1);
        m_figures->addLayout(one, 1);
    }
}

void ChartColumn::setControls(QWidget *controls)
{
    m_head->insertWidget(0, controls);
}

ChartView *ChartColumn::makeView()
{
    auto *view = new ChartView(m_content);
    view->setScheme(m_scheme);
    connect(view, &ChartView::noteActivated, this, &ChartColumn::noteActivated);
    connect(view, &ChartView::valueReached, this, [this, view](const QRect &place) {
        const QPoint corner = view->mapTo(m_content, place.topLeft());
        ensureVisible(corner.x() + place.width() / 2, corner.y() + place.height() / 2, 0, place.height() / 2 + 48);
    });
    connect(view, &ChartView::saved, this, [this](const QString &path) {
        say(tr("The picture is in “%1” now.").arg(QDir::toNativeSeparators(path)), false);
    });
    connect(view, &ChartView::failed, this, [this](const Error &error) { say(errorText(error), true); });
    return view;
}

void ChartColumn::setCharts(std::vector<std::vector<std::unique_ptr<const Chart>>> rows)
{
    // A chart that is shown anew keeps its view, and so the keyboard and the table it may show.
    size_t needed = 0;
    bool alike = rows.size() == m_rows.size();
    for (size_t row = 0; row < rows.size(); ++row) {
        needed += rows[row].size();
        alike = alike && size_t(m_rows[row]->count()) == rows[row].size();
    }
    if (!alike || needed != m_views.size()) {
        clearLayout(m_charts);
        m_rows.clear();
        m_views.clear();
        for (const auto &row : rows) {
            auto *line = new QHBoxLayout;
            line->setSpacing(chartGap);
            for (size_t i = 0; i < row.size(); ++i) {
                m_views.push_back(makeView());
                line->addWidget(m_views.back(), 1, Qt::AlignTop);
            }
            m_charts->addLayout(line);
            m_rows.push_back(line);
        }
        placeRows();
    }
    size_t next = 0;
    for (auto &row : rows) {
        for (auto &chart : row)
            m_views[next++]->setChart(std::move(chart));
    }
}

void ChartColumn::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    for (ChartView *view : m_views)
        view->setScheme(scheme);
}

void ChartColumn::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    placeRows();
}

void ChartColumn::placeRows()
{
    const bool wide = viewport()->width() - 2 * columnMargin >= narrowestPair;
    for (QBoxLayout *row : m_rows)
        row->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ChartColumn::say(const QString &words, bool isTrouble)
{
    setRole(m_said, isTrouble ? u"attention"_s : u"small"_s);
    m_said->setText(words);
    m_said->show();
    ensureWidgetVisible(m_said);
    announce(this, words);
}

} // namespace Weeknotes
