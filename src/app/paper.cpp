// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper.h"

#include "app/background.h"
#include "app/banner.h"
#include "app/previewpane.h"
#include "app/session.h"
#include "cli/errortext.h"
#include "cli/losstext.h"
#include "exporter/postsource.h"
#include "preview/previewview.h"
#include "publisher/post.h"
#include "publisher/slug.h"
#include "storage/filesteps.h"
#include "typeset/pdf.h"

#include <QDir>
#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr auto creator = "Weeknotes "_L1 WEEKNOTES_VERSION;

} // namespace

Paper::Paper(Session &session, const PreviewPane &preview, Banner &banner, QWidget *window)
    : QObject(window), m_session(session), m_preview(preview), m_banner(banner), m_window(window)
{
}

Paper::~Paper() = default;

PostHead Paper::head() const
{
    return headOf(m_session.draft()->fields(), m_session.shelf().settings(),
                  m_session.draft()->savedHeader().updated.date());
}

int Paper::hiddenPassages() const
{
    return m_session.draft()->document()->hiddenPassages(m_session.clock().today());
}

PageReferences Paper::references() const
{
    const Shelf &shelf = m_session.shelf();
    return {.noteTargets = linksTo(shelf.notes(), shelf.rules(), *m_session.draft()->document()), .lostImages = {}};
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
    connect(dialog, qOverload<>(&QDialog::accepted), this, [this] { whenReady([this] { paint(); }); });
    dialog->open();
}

void Paper::paint()
{
    m_preview.view().paintPages(*m_printer, references());
    if (const int hidden = hiddenPassages(); hidden > 0)
        m_banner.tell(hiddenText(hidden));
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
    const PostHead described = head();
    const PdfFacts facts{.title = described.title,
                         .author = described.author,
                         .language = described.language,
                         .creator = QString(creator),
                         .size = usualSheet()};
    const QByteArray pdf = pdfOf(facts, [this](QPagedPaintDevice &paper) {
                               return m_preview.view().paintPages(paper, references());
                           }).value_or(QByteArray());
    inBackground([path, pdf] {
        return FileSteps::write(path, pdf, FileSteps::Readers::AsUsual);
    }).then(this, [this, path, hidden = hiddenPassages()](const Result<void> &written) {
        if (!written)
            return m_banner.sayClosable(errorText(written.error()));
        QStringList words{tr("The note is in “%1” now.").arg(QDir::toNativeSeparators(path))};
        if (hidden > 0)
            words << hiddenText(hidden);
        m_banner.tell(words.join(u' '));
        Q_EMIT saved(path);
    });
}

} // namespace Weeknotes
