// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeset/book.h"

#include "typeset/pageimages.h"
#include "typeset/pageprint.h"
#include "typeset/paperlook.h"
#include "typeset/sheets.h"

#include <QLocale>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

// Points.
constexpr TextType titleType{.size = 30, .line = 36, .weight = 700, .letterSpacing = -0.011};
constexpr TextType subtitleType{.size = 15, .line = 21};
constexpr TextType nameType{.size = 11, .line = 16, .weight = 600};
constexpr TextType quietType{.size = PaperLook::numberPoints, .line = 13};
constexpr TextType headingType{.size = 20, .line = 26, .weight = 700, .letterSpacing = -0.011};
constexpr TextType entryType{.size = PaperLook::bodyPoints, .line = 15.5};
constexpr qreal titleHeight = 0.3; ///< of the title page, above the title
constexpr qreal entryGap = 9;
constexpr qreal numberWidth = 30;
constexpr qreal dot = 2.2;
constexpr qreal dotGap = 11;

/// A chapter that is set, and where.
struct SetChapter
{
    std::unique_ptr<PageImages> images;
    std::unique_ptr<Sheets> sheets;
    int firstPage = 0;
};

/// A line of a book's own: words of one type, broken to a width. Lengths are points.
class Lines
{
public:
    Lines(const QString &words, const TextType &type, const QStringList &families, qreal width) : m_type(type)
    {
        m_layout.setText(QString(words).replace(u'\n', u' '));
        m_layout.setFont(font(type, families));
        QTextOption option;
        option.setUseDesignMetrics(true);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTextDirection(words.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        option.setAlignment(words.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
        m_layout.setTextOption(option);
        m_layout.beginLayout();
        for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
            line.setLineWidth(width);
            line.setPosition({0, m_height + (type.line - line.height()) / 2});
            m_height += type.line;
        }
        m_layout.endLayout();
    }

    [[nodiscard]] qreal height() const { return m_layout.text().isEmpty() ? 0 : m_height; }

    void paint(QPainter &painter, const QPointF &at, const QColor &colour) const
    {
        painter.setPen(colour);
        m_layout.draw(&painter, at);
    }

private:
    const TextType &m_type;
    QTextLayout m_layout;
    qreal m_height = 0;
};

/// A chapter in the contents.
struct Entry
{
    Entry(const BookChapter &chapter, qreal width)
        : title(chapter.head.title, entryType, pageSerifFamilies(), width - numberWidth)
        , line(chapter.line, quietType, pageSansFamilies(), width - numberWidth)
    {
    }
    [[nodiscard]] qreal height() const { return title.height() + line.height(); }

    Lines title;
    Lines line;
    int page = 0; ///< of the contents
    qreal top = 0;
};

class Book
{
public:
    Book(QPagedPaintDevice &paper, const BookFront &front, const std::vector<BookChapter> &chapters)
        : m_paper(paper), m_front(front), m_chapters(chapters), m_colours(palette(Scheme::Light))
    {
        m_paper.setPageMargins(PaperLook::margins, QPageLayout::Millimeter);
        m_point = m_paper.logicalDpiY() / 72.0;
        m_area = {m_paper.width() / m_point, m_paper.height() / m_point};
        m_top = PaperLook::header * PaperLook::millimetre;
        m_room = m_area.height() - m_top - PaperLook::footer * PaperLook::millimetre;
    }

    std::optional<std::vector<BookPlace>> paint(const BookProgress &progress)
    {
        const int total = 2 * int(m_chapters.size());
        int done = 0;
        const auto goesOn = [&] { return !progress || progress(done++, total); };
        for (const BookChapter &chapter : m_chapters) {
            if (!goesOn())
                return std::nullopt;
            set(chapter);
        }
        const int contentsPages = setContents();
        int page = 1 + contentsPages + 1;
        for (SetChapter &chapter : m_set) {
            chapter.firstPage = page;
            page += chapter.sheets->count();
        }
        QPainter painter(&m_paper);
        if (!painter.isActive())
            return std::nullopt;
        painter.scale(m_point, m_point);
        paintTitlePage(painter);
        for (int i = 0; i < contentsPages; ++i)
            paintContents(painter, i);
        for (size_t i = 0; i < m_set.size(); ++i) {
            if (!goesOn())
                return std::nullopt;
            paintChapter(painter, i);
        }
        return places();
    }

private:
    [[nodiscard]] static qreal scale() { return PaperLook::bodyPoints / Sheets::type().body.size; }

    void set(const BookChapter &chapter)
    {
        SetChapter &made = m_set.emplace_back();
        made.images = std::make_unique<PageImages>(nullptr);
        made.images->setOnPaper(true);
        for (auto it = chapter.images.cbegin(); it != chapter.images.cend(); ++it)
            made.images->put(it.key(), it.value());
        made.sheets = std::make_unique<Sheets>(chapter.head, chapter.document.get(), *made.images,
                                               QSizeF(m_area.width(), m_room) / scale());
    }

    [[nodiscard]] std::vector<BookPlace> places() const
    {
        const QMarginsF margins = m_paper.pageLayout().margins(QPageLayout::Point);
        std::vector<BookPlace> places;
        for (size_t i = 0; i < m_set.size(); ++i) {
            const Entry &entry = *m_entries[i];
            const QRectF listed(margins.left(), margins.top() + m_top + entry.top, m_area.width(), entry.height());
            places.push_back({.page = m_set[i].firstPage, .listedOn = 2 + entry.page, .listed = listed});
        }
        return places;
    }

    /// Returns how many pages they take.
    int setContents()
    {
        const Lines heading(m_front.contents, headingType, pageSansFamilies(), m_area.width());
        qreal y = heading.height() + 2 * entryGap;
        int page = 0;
        for (const BookChapter &chapter : m_chapters) {
            auto &entry = *m_entries.emplace_back(std::make_unique<Entry>(chapter, m_area.width()));
            if (y + entry.height() > m_room && y > 0) {
                ++page;
                y = 0;
            }
            entry.page = page;
            entry.top = y;
            y += entry.height() + entryGap;
        }
        keepLastEntryCompany();
        return page + 1;
    }

    /// The last entry does not stand alone on a page.
    void keepLastEntryCompany()
    {
        if (m_entries.size() < 3)
            return;
        Entry &last = *m_entries.back();
        Entry &before = *m_entries[m_entries.size() - 2];
        if (last.page == before.page || before.top == 0)
            return;
        before.page = last.page;
        before.top = 0;
        last.top = before.height() + entryGap;
    }

    void paintTitlePage(QPainter &painter)
    {
        const qreal width = m_area.width();
        qreal y = m_area.height() * titleHeight;
        const auto line = [&](const QString &words, const TextType &type, const QStringList &families,
                              const QColor &colour, qreal gap) {
            const Lines lines(words, type, families, width);
            if (lines.height() == 0)
                return;
            lines.paint(painter, {0, y + gap}, colour);
            y += lines.height() + gap;
        };
        line(m_front.title, titleType, pageSansFamilies(), m_colours.ink, 0);
        line(m_front.subtitle, subtitleType, pageSansFamilies(), m_colours.secondInk, 8);
        y += 30;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_colours.green);
        for (int i = 0; i < 3; ++i)
            painter.drawEllipse(QPointF(dot + i * dotGap, y), dot, dot);
        painter.restore();
        line(m_front.author, nameType, pageSansFamilies(), m_colours.ink, 26);
        line(m_front.dates, quietType, pageSansFamilies(), m_colours.secondInk, m_front.author.isEmpty() ? 26 : 2);
    }

    void paintContents(QPainter &painter, int page)
    {
        m_paper.newPage();
        paintNumber(painter, 2 + page);
        if (page == 0)
            Lines(m_front.contents, headingType, pageSansFamilies(), m_area.width())
                .paint(painter, {0, m_top}, m_colours.ink);
        for (size_t i = 0; i < m_entries.size(); ++i) {
            const Entry &entry = *m_entries[i];
            if (entry.page != page)
                continue;
            const qreal y = m_top + entry.top;
            entry.title.paint(painter, {0, y}, m_colours.ink);
            entry.line.paint(painter, {0, y + entry.title.height()}, m_colours.secondInk);
            painter.setFont(font(entryType, pageSansFamilies()));
            painter.setPen(m_colours.secondInk);
            painter.drawText(QRectF(m_area.width() - numberWidth, y, numberWidth, entryType.line),
                             Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(m_set[i].firstPage));
        }
    }

    void paintChapter(QPainter &painter, size_t index)
    {
        const SetChapter &chapter = m_set[index];
        for (int sheet = 0; sheet < chapter.sheets->count(); ++sheet) {
            m_paper.newPage();
            if (sheet > 0)
                paintRunningHead(painter, m_chapters[index].head.title);
            painter.save();
            painter.translate(0, m_top);
            painter.scale(scale(), scale());
            chapter.sheets->paint(painter, sheet);
            painter.restore();
            paintNumber(painter, chapter.firstPage + sheet);
        }
    }

    void paintRunningHead(QPainter &painter, const QString &chapter)
    {
        const QFont quiet = font(quietType, pageSansFamilies());
        const QFontMetricsF metrics(quiet);
        painter.setFont(quiet);
        painter.setPen(m_colours.secondInk);
        const QRectF line(0, 0, m_area.width(), quietType.line);
        const QString book = metrics.elidedText(m_front.title, Qt::ElideRight, line.width() * 0.4);
        const qreal left = line.width() - metrics.horizontalAdvance(book) - 24;
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, book);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(chapter, Qt::ElideRight, left));
    }

    void paintNumber(QPainter &painter, int number)
    {
        painter.setFont(font(quietType, pageSansFamilies()));
        painter.setPen(m_colours.secondInk);
        painter.drawText(QRectF(QPointF(), m_area), Qt::AlignHCenter | Qt::AlignBottom, QLocale().toString(number));
    }

    QPagedPaintDevice &m_paper;
    const BookFront &m_front;
    const std::vector<BookChapter> &m_chapters;
    const Palette &m_colours;
    std::vector<SetChapter> m_set;
    std::vector<std::unique_ptr<Entry>> m_entries;
    qreal m_point = 1; ///< in the device's dots; all lengths below are points
    QSizeF m_area;
    qreal m_top = 0;
    qreal m_room = 0;
};

} // namespace

std::optional<std::vector<BookPlace>> paintBook(QPagedPaintDevice &paper, const BookFront &front,
                                                const std::vector<BookChapter> &chapters, const BookProgress &progress)
{
    return Book(paper, front, chapters).paint(progress);
}

bool paintNote(QPagedPaintDevice &paper, const BookChapter &note)
{
    PageImages images(nullptr);
    images.setOnPaper(true);
    for (auto it = note.images.cbegin(); it != note.images.cend(); ++it)
        images.put(it.key(), it.value());
    return paintOnPaper(paper, note.head, note.document.get(), images);
}

} // namespace Weeknotes
