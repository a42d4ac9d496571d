// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sectionschart.h"

#include "insight/notesections.h"

#include <QHash>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int mostSections = 12;
constexpr int mostSpans = 40;
constexpr qreal sectionGutter = 220;
constexpr qreal sectionRow = 6 * Metrics::step;
constexpr qreal yearLine = 5 * Metrics::step;

int monthsBetween(QDate first, QDate last)
{
    return (last.year() - first.year()) * 12 + last.month() - first.month();
}

} // namespace

SectionsChart::SectionsChart(QString title, QString sentence, const LibraryFacts &facts)
    : Chart(std::move(title), std::move(sentence))
{
    if (facts.notes().empty())
        return;
    cutTime(facts);
    count(facts);
}

void SectionsChart::cutTime(const LibraryFacts &facts)
{
    QDate first = sortDay(facts.notes().front().header);
    QDate last = first;
    for (const NoteFacts &note : facts.notes()) {
        first = std::min(first, sortDay(note.header));
        last = std::max(last, sortDay(note.header));
    }
    for (const int months : {1, 3, 6, 12}) {
        m_months = months;
        m_first = QDate(first.year(), (first.month() - 1) / months * months + 1, 1);
        if (monthsBetween(m_first, last) / months < mostSpans)
            break;
    }
    m_notes.resize(size_t(monthsBetween(m_first, last) / m_months) + 1);
}

void SectionsChart::count(const LibraryFacts &facts)
{
    QHash<QString, size_t> rows;
    for (const NamedCount &section : facts.sections()) {
        if (section.count < 2 || int(m_rows.size()) == mostSections)
            break;
        rows.insert(sectionKey(section.name), m_rows.size());
        m_rows.push_back({section.name, std::vector<int>(m_notes.size())});
    }
    for (const NoteFacts &note : facts.notes()) {
        const size_t span = spanOf(sortDay(note.header));
        ++m_notes[span];
        QSet<size_t> seen;
        for (const SectionFact &section : note.sections) {
            if (const auto row = rows.constFind(sectionKey(section.heading)); row != rows.cend())
                seen.insert(*row);
        }
        for (const size_t row : std::as_const(seen))
            ++m_rows[row].notes[span];
    }
}

size_t SectionsChart::spanOf(QDate day) const
{
    return size_t(monthsBetween(m_first, day) / m_months);
}

QString SectionsChart::nameOfSpan(size_t span) const
{
    const QDate first = m_first.addMonths(int(span) * m_months);
    const QDate last = first.addMonths(m_months - 1);
    const QLocale locale;
    const auto month = [&locale](QDate day) { return locale.standaloneMonthName(day.month(), QLocale::ShortFormat); };
    if (m_months == 12)
        return QString::number(first.year());
    if (m_months == 1)
        return tr("%1 %2", "month, year").arg(month(first)).arg(first.year());
    return tr("%1 – %2 %3", "first month, last month, year").arg(month(first), month(last)).arg(first.year());
}

qreal SectionsChart::heightFor(qreal) const
{
    return qreal(m_rows.size()) * sectionRow + yearLine;
}

QRectF SectionsChart::cellIn(const QRectF &area, size_t row, size_t span) const
{
    const qreal gutter = std::min(sectionGutter, area.width() / 3);
    const qreal pitch = std::min((area.width() - gutter) / qreal(m_notes.size()), 2 * sectionRow);
    return {area.left() + gutter + qreal(span) * pitch, area.top() + qreal(row) * sectionRow, pitch, sectionRow};
}

void SectionsChart::paint(ChartPen &pen, const QRectF &area) const
{
    const Palette &colours = pen.colours();
    for (size_t row = 0; row < m_rows.size(); ++row) {
        const QRectF first = cellIn(area, row, 0);
        pen.text({area.left(), first.top(), first.left() - area.left() - 3 * Metrics::step, sectionRow},
                 Qt::AlignLeft | Qt::AlignVCenter, m_rows[row].name, interfaceType().normal, colours.ink);
        for (size_t span = 0; span < m_notes.size(); ++span) {
            const QRectF cell = cellIn(area, row, span);
            const qreal largest = std::min(cell.width(), cell.height()) - 3;
            const qreal share = m_notes[span] == 0 ? 0 : qreal(m_rows[row].notes[span]) / m_notes[span];
            const qreal side = share == 0 ? 2 : std::max(largest / 3, largest * std::sqrt(share));
            QRectF square(0, 0, side, side);
            square.moveCenter(cell.center());
            pen.cell(square,
                     share == 0 ? colours.edge : colours.strip[size_t(std::clamp(std::ceil(share * 3), 1.0, 3.0)) + 1]);
        }
    }
    paintYears(pen, area);
}

void SectionsChart::paintYears(ChartPen &pen, const QRectF &area) const
{
    qreal free = area.left();
    for (size_t span = 0; span < m_notes.size(); ++span) {
        const QDate first = m_first.addMonths(int(span) * m_months);
        if (span > 0 && first.year() == first.addMonths(-m_months).year())
            continue;
        const QRectF cell = cellIn(area, m_rows.size(), span);
        const QString year = QString::number(first.year());
        const qreal width = widthOf(year, interfaceType().small) + 1;
        if (cell.left() < free || cell.left() + width > area.right())
            continue;
        pen.text({cell.left(), cell.top(), width, yearLine}, Qt::AlignLeft | Qt::AlignBottom, year,
                 interfaceType().small, pen.colours().secondInk);
        free = cell.left() + width + 2 * Metrics::step;
    }
}

std::vector<ChartValue> SectionsChart::values(const QRectF &area) const
{
    std::vector<ChartValue> values;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        for (size_t span = 0; span < m_notes.size(); ++span) {
            const QString words = tr("%1, %2: in %3 of %4", "section, time, notes, all notes")
                                      .arg(m_rows[row].name, nameOfSpan(span))
                                      .arg(m_rows[row].notes[span])
                                      .arg(tr("%Ln note(s)", nullptr, m_notes[span]));
            values.push_back({cellIn(area, row, span), words});
        }
    }
    return values;
}

std::vector<QStringList> SectionsChart::table() const
{
    QStringList heads{tr("Section")};
    for (size_t span = 0; span < m_notes.size(); ++span)
        heads << nameOfSpan(span);
    std::vector<QStringList> table{heads};
    for (const Row &row : m_rows) {
        QStringList cells{row.name};
        for (const int notes : row.notes)
            cells << QLocale().toString(notes);
        table.push_back(cells);
    }
    return table;
}

} // namespace Weeknotes
