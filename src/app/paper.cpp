// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper.h"

#include "app/background.h"
#include "app/banner.h"
#include "app/previewpane.h"
#include "app/session.h"
#include "cli/errortext.h"
#include "preview/previewview.h"
#include "publisher/post.h"
#include "publisher/slug.h"
#include "storage/filesteps.h"

#include <QBuffer>
#include <QDir>
#include <QFileDialog>
#include <QLocale>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr auto creator = "Weeknotes "_L1 WEEKNOTES_VERSION;

/// As in the person's country, where no printer says otherwise.
QPageSize usualSheet()
{
    return QPageSize(QLocale().measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter : QPageSize::A4);
}

/// What a PDF says of itself, as XMP: Qt 6.8 writes no author by itself.
QByteArray metadataOf(const PostHead &head)
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
    list("title", "Alt", head.title);
    list("creator", "Seq", head.author);
    list("language", "Bag", head.language);
    writer.writeTextElement(xmp, u"CreatorTool"_s, creator);
    writer.writeEndElement();
    writer.writeEndElement();
    return packet + "\n<?xpacket end='w'?>";
}

} // namespace

Paper::Paper(Session &session, const PreviewPane &preview, Banner &banner, QWidget *window)
    : QObject(window), m_session(session), m_preview(preview), m_banner(banner), m_window(window)
{
}

Paper::~Paper() = default;

PostHead Paper::head() const
{
    return headOf(m_session.draft()->fields(), m_session.shelf().settings());
}

QString Paper::title() const
{
    return head().title;
}

void Paper::whenReady(const std::function<void()> &ready) const
{
    const NoteId note = m_session.draft()->noteId();
    m_preview.view().whenComplete([this, note, ready] {
        if (m_session.draft() && m_session.draft()->noteId() == note)
            ready();
    });
}

void Paper::print()
{
    if (!m_session.draft())
        return;
    m_printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    m_printer->setDocName(title().replace(u'.', u'-')); // the dialog takes what follows a full stop for a suffix
    if (!m_printer->isValid())                          // no printer: the dialog offers a file
        m_printer->setPageSize(usualSheet());
    auto *dialog = new QPrintDialog(m_printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print the note"));
    dialog->setOption(QAbstractPrintDialog::PrintCurrentPage, false);
    connect(dialog, qOverload<>(&QDialog::accepted), this,
            [this] { whenReady([this] { m_preview.view().paintPages(*m_printer); }); });
    dialog->open();
}

void Paper::savePdf()
{
    if (!m_session.draft())
        return;
    auto *dialog =
        new QFileDialog(m_window, tr("Save as PDF"),
                        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(slugOf(m_session.draft()->savedHeader()) + u".pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { whenReady([this, path] { writePdf(path); }); });
    dialog->open();
}

void Paper::writePdf(const QString &path)
{
    QByteArray pdf;
    {
        QBuffer buffer(&pdf);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setTitle(title());
        writer.setCreator(QString(creator));
        writer.setDocumentXmpMetadata(metadataOf(head()));
        writer.setPageSize(usualSheet());
        m_preview.view().paintPages(writer);
    }
    inBackground([path, pdf] {
        return FileSteps::write(path, pdf, FileSteps::Readers::AsUsual);
    }).then(this, [this, path](const Result<void> &written) {
        if (!written)
            return m_banner.sayClosable(errorText(written.error()));
        m_banner.tell(tr("The note is in “%1” now.").arg(QDir::toNativeSeparators(path)));
        Q_EMIT saved(path);
    });
}

} // namespace Weeknotes
