// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeset/pdf.h"

#include <QBuffer>
#include <QLocale>
#include <QPdfWriter>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// As XMP: Qt 6.8 writes no author by itself.
QByteArray metadataOf(const PdfFacts &facts)
{
    constexpr auto rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"_L1;
    constexpr auto dublinCore = "http://purl.org/dc/elements/1.1/"_L1;
    constexpr auto xmp = "http://ns.adobe.com/xap/1.0/"_L1;
    QByteArray packet = "<?xpacket begin='\xEF\xBB\xBF' id='W5M0MpCehiHzreSzNTczkc9d'?>\n";
    QXmlStreamWriter writer(&packet);
    writer.writeNamespace(rdf, u"rdf"_s);
    writer.writeNamespace(dublinCore, u"dc"_s);
    writer.writeNamespace(xmp, u"xmp"_s);
    const auto list = [&](QAnyStringView name, QAnyStringView form, const QString &value) {
        if (value.isEmpty())
            return;
        writer.writeStartElement(dublinCore, name);
        writer.writeStartElement(rdf, form);
        writer.writeStartElement(rdf, u"li");
        if (form == "Alt"_L1)
            writer.writeAttribute(u"xml:lang"_s, u"x-default"_s);
        writer.writeCharacters(value);
        for (int open = 0; open < 3; ++open)
            writer.writeEndElement();
    };
    writer.writeStartElement(rdf, u"RDF"_s);
    writer.writeStartElement(rdf, u"Description"_s);
    writer.writeAttribute(rdf, u"about"_s, QString());
    list("title", "Alt", facts.title);
    list("creator", "Seq", facts.author);
    list("language", "Bag", facts.language);
    writer.writeTextElement(xmp, u"CreatorTool"_s, facts.creator);
    writer.writeEndElement();
    writer.writeEndElement();
    return packet + "\n<?xpacket end='w'?>";
}

} // namespace

std::optional<QByteArray> pdfOf(const PdfFacts &facts, const std::function<bool(QPagedPaintDevice &)> &paint)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    bool painted = false;
    {
        QPdfWriter writer(&buffer); // which ends with this block
        writer.setTitle(facts.title);
        writer.setCreator(facts.creator);
        writer.setDocumentXmpMetadata(metadataOf(facts));
        writer.setPageSize(facts.size);
        painted = paint(writer);
    }
    return painted ? std::optional(pdf) : std::nullopt;
}

std::optional<QByteArray> notePdf(const PdfFacts &facts, const BookChapter &note)
{
    return pdfOf(facts, [&note](QPagedPaintDevice &paper) { return paintNote(paper, note); });
}

std::optional<QByteArray> bookPdf(const PdfFacts &facts, const BookFront &front,
                                  const std::vector<BookChapter> &chapters, const BookProgress &progress)
{
    std::vector<PdfPlace> places;
    const auto pdf = pdfOf(facts, [&](QPagedPaintDevice &paper) {
        const auto painted = paintBook(paper, front, chapters, progress);
        for (size_t i = 0; painted && i < painted->size(); ++i) {
            const BookPlace &place = painted->at(i);
            places.push_back({chapters[i].head.title, place.page, place.listedOn, place.listed});
        }
        return painted.has_value();
    });
    return pdf.transform([&places](const QByteArray &plain) { return withPlaces(plain, places); });
}

QPageSize usualSheet()
{
    return QPageSize(QLocale().measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter : QPageSize::A4);
}

} // namespace Weeknotes
