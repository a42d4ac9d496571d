// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeset/pdfplaces.h"

#include <QHash>
#include <QRegularExpression>

#include <map>
#include <optional>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

QByteArray reference(int object)
{
    return QByteArray::number(object) + " 0 R";
}

/// Any text, as PDF has it.
QByteArray textOf(const QString &words)
{
    QByteArray hex = "FEFF";
    for (const QChar c : words)
        hex += QByteArray::number(c.unicode(), 16).toUpper().rightJustified(4, '0');
    return '<' + hex + '>';
}

/// The objects of a PDF, by their numbers: those it has, and those that come in their place or beside them.
class PdfUpdate
{
public:
    explicit PdfUpdate(const QByteArray &pdf) : m_pdf(pdf)
    {
        static const QRegularExpression start(u"startxref\\s+(\\d+)\\s+%%EOF\\s*\\z"_s);
        const auto end = start.match(QString::fromLatin1(pdf.last(std::min<qsizetype>(64, pdf.size()))));
        m_table = end.hasMatch() ? end.captured(1).toLongLong() : -1;
        if (m_table >= 0 && m_table < pdf.size())
            readTable();
    }

    /// Whether it can be read at all.
    [[nodiscard]] bool isKnown() const { return m_root > 0; }
    [[nodiscard]] int root() const { return m_root; }

    /// What stands in an object, between "obj" and "endobj".
    [[nodiscard]] QByteArray object(int number) const
    {
        if (const auto changed = m_changed.find(number); changed != m_changed.end())
            return changed->second;
        const qint64 offset = m_offsets.value(number, -1);
        const QByteArray opening = QByteArray::number(number) + " 0 obj\n";
        if (offset < 0 || offset >= m_pdf.size() || !QByteArrayView(m_pdf).sliced(offset).startsWith(opening))
            return {};
        const qsizetype begin = offset + opening.size();
        return m_pdf.sliced(begin, std::max(m_pdf.indexOf("endobj", begin), begin) - begin);
    }
    /// The object that `key` of a dictionary names; 0 if none.
    [[nodiscard]] static int named(const QByteArray &dictionary, const QString &key)
    {
        const QRegularExpression reference(u"/%1\\s+(\\d+) 0 R"_s.arg(key));
        return reference.match(QString::fromLatin1(dictionary)).captured(1).toInt();
    }

    void set(int number, const QByteArray &object) { m_changed[number] = object; }
    [[nodiscard]] int add(const QByteArray &object)
    {
        set(m_size, object);
        return m_size++;
    }

    [[nodiscard]] QByteArray written() const
    {
        QByteArray pdf = m_pdf;
        QByteArray table = "xref\n";
        for (const auto &[number, object] : m_changed) {
            table += QByteArray::number(number) + " 1\n" + QByteArray::number(pdf.size()).rightJustified(10, '0') +
                     " 00000 n \n";
            pdf += QByteArray::number(number) + " 0 obj\n" + object + "endobj\n";
        }
        const qsizetype start = pdf.size();
        pdf += table + "trailer\n<<\n/Size " + QByteArray::number(m_size) + "\n/Prev " + QByteArray::number(m_table) +
               '\n' + m_trailer + ">>\nstartxref\n" + QByteArray::number(start) + "\n%%EOF\n";
        return pdf;
    }

private:
    void readTable()
    {
        static const QRegularExpression head(u"\\Axref\\s+0 (\\d+)\\s"_s);
        static const QRegularExpression size(u"/Size \\d+\\s*"_s);
        const QString text = QString::fromLatin1(m_pdf.sliced(m_table));
        const auto table = head.match(text);
        const qsizetype trailer = text.indexOf("trailer\n<<\n"_L1);
        const qsizetype end = text.lastIndexOf(">>\nstartxref"_L1);
        constexpr qsizetype entry = 20;
        if (!table.hasMatch() || trailer < 0 || end < trailer)
            return;
        m_size = table.captured(1).toInt();
        for (int i = 0; i < m_size; ++i) {
            const qsizetype at = table.capturedEnd() + i * entry;
            if (at + entry > trailer)
                return;
            m_offsets.insert(i, QStringView(text).sliced(at, 10).toLongLong());
        }
        m_trailer = text.sliced(trailer + 11, end - trailer - 11).remove(size).toLatin1();
        m_root = named(m_trailer, u"Root"_s);
    }

    const QByteArray &m_pdf;
    qint64 m_table = -1;
    int m_size = 0;
    int m_root = 0;
    QByteArray m_trailer; ///< but for its size
    QHash<int, qint64> m_offsets;
    std::map<int, QByteArray> m_changed;
};

/// The page objects, in order.
std::vector<int> pagesOf(const PdfUpdate &pdf)
{
    static const QRegularExpression kids(u"/Kids\\s*\\[([^\\]]*)\\]"_s);
    static const QRegularExpression kid(u"(\\d+) 0 R"_s);
    const QByteArray tree = pdf.object(PdfUpdate::named(pdf.object(pdf.root()), u"Pages"_s));
    const QString list = kids.match(QString::fromLatin1(tree)).captured(1);
    std::vector<int> pages;
    for (const auto &each : kid.globalMatch(list))
        pages.push_back(each.captured(1).toInt());
    return pages;
}

class PlaceWriter
{
public:
    PlaceWriter(PdfUpdate &pdf, std::vector<int> pages) : m_pdf(pdf), m_pages(std::move(pages)) {}

    [[nodiscard]] bool has(int page) const { return page > 0 && page <= int(m_pages.size()); }

    void writeOutline(const std::vector<PdfPlace> &places)
    {
        const int outline = m_pdf.add({});
        const int first = outline + 1;
        const int last = outline + int(places.size());
        for (int i = 0; i < int(places.size()); ++i) {
            const PdfPlace &place = places[size_t(i)];
            QByteArray item = "<<\n/Title " + textOf(place.title) + "\n/Parent " + reference(outline) + '\n';
            if (i > 0)
                item += "/Prev " + reference(first + i - 1) + '\n';
            if (first + i < last)
                item += "/Next " + reference(first + i + 1) + '\n';
            (void)m_pdf.add(item + goTo(place) + ">>\n");
        }
        m_pdf.set(outline, "<<\n/Type /Outlines\n/First " + reference(first) + "\n/Last " + reference(last) +
                               "\n/Count " + QByteArray::number(places.size()) + "\n>>\n");
        QByteArray root = m_pdf.object(m_pdf.root());
        root.insert(root.lastIndexOf(">>"), "/Outlines " + reference(outline) + "\n/PageMode /UseOutlines\n");
        m_pdf.set(m_pdf.root(), root);
    }

    void writeLink(const PdfPlace &place)
    {
        const QByteArray page = m_pdf.object(m_pages[size_t(place.listedOn) - 1]);
        const int list = PdfUpdate::named(page, u"Annots"_s);
        QByteArray links = m_pdf.object(list);
        const qsizetype end = links.lastIndexOf(']');
        static const QRegularExpression box(u"/MediaBox \\[\\S+ \\S+ \\S+ ([\\d.]+)\\]"_s);
        const double height = box.match(QString::fromLatin1(page)).captured(1).toDouble();
        if (list == 0 || end < 0 || height <= 0)
            return;
        QByteArray corners;
        for (const double side :
             {place.listed.left(), height - place.listed.bottom(), place.listed.right(), height - place.listed.top()})
            corners += QByteArray::number(side, 'f', 2) + ' ';
        const int link = m_pdf.add("<<\n/Type /Annot\n/Subtype /Link\n/Rect [" + corners.trimmed() +
                                   "]\n/Border [0 0 0]\n" + goTo(place) + ">>\n");
        m_pdf.set(list, links.insert(end, reference(link) + '\n'));
    }

private:
    [[nodiscard]] QByteArray goTo(const PdfPlace &place) const
    {
        return "/Dest [" + reference(m_pages[size_t(place.page) - 1]) + " /XYZ null null null]\n";
    }

    PdfUpdate &m_pdf;
    const std::vector<int> m_pages;
};

} // namespace

QByteArray withPlaces(const QByteArray &pdf, const std::vector<PdfPlace> &places)
{
    PdfUpdate update(pdf);
    if (!update.isKnown() || places.empty())
        return pdf;
    PlaceWriter writer(update, pagesOf(update));
    const bool allAreThere =
        std::ranges::all_of(places, [&writer](const PdfPlace &place) { return writer.has(place.page); });
    if (!allAreThere)
        return pdf;
    writer.writeOutline(places);
    for (const PdfPlace &place : places) {
        if (writer.has(place.listedOn))
            writer.writeLink(place);
    }
    return update.written();
}

} // namespace Weeknotes
