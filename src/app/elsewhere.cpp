// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/elsewhere.h"

#include "app/background.h"
#include "app/banner.h"
#include "app/session.h"
#include "cli/errortext.h"
#include "publisher/notefile.h"
#include "publisher/slug.h"
#include "storage/filesteps.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Weeknotes {

Elsewhere::Elsewhere(Session &session, Banner &banner, QWidget *window)
    : QObject(window), m_session(session), m_banner(banner), m_window(window)
{
}

std::optional<Note> Elsewhere::note() const
{
    const DraftSession *draft = m_session.draft();
    if (!draft)
        return {};
    Note note{draft->savedHeader(), draft->text()};
    note.header.fields = draft->fields();
    return note;
}

bool Elsewhere::hasAll() const
{
    const auto now = note();
    return now && m_written && now->header.id == m_written->header.id &&
           now->header.fields == m_written->header.fields && now->text == m_written->text;
}

void Elsewhere::save(const std::function<void()> &done)
{
    const auto open = note();
    if (!open)
        return;
    auto *dialog =
        new QFileDialog(m_window, tr("Save the note elsewhere"),
                        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("Markdown (*.md)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"md"_s);
    dialog->selectFile(slugOf(open->header) + u".md"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, done](const QString &path) { write(path, done); });
    dialog->open();
}

void Elsewhere::write(const QString &path, const std::function<void()> &done)
{
    const auto open = note(); // as it stands now, not as it did when the file was asked for
    if (!open)
        return;
    inBackground([path, note = *open] {
        return FileSteps::write(path, noteFile(note).toUtf8(), FileSteps::Readers::AsUsual);
    }).then(this, [this, path, done, note = *open](const Result<void> &written) {
        if (!written)
            return m_banner.sayClosable(errorText(written.error()));
        m_written = note;
        m_banner.sayClosable(tr("The note is in “%1” now. It goes into the library as soon as that can be written.")
                                 .arg(QDir::toNativeSeparators(path)));
        if (done)
            done();
    });
}

void Elsewhere::askBeforeClosing(const std::function<void()> &close)
{
    auto *box =
        new QMessageBox(QMessageBox::Warning, tr("Not saved"),
                        tr("The note could not be saved. If you close the window now, what you wrote last is lost."),
                        QMessageBox::NoButton, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *keep = box->addButton(tr("Keep writing"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    const QPushButton *elsewhere = box->addButton(tr("Save it elsewhere…"), QMessageBox::ActionRole);
    const QPushButton *giveUp = box->addButton(tr("Close and lose it"), QMessageBox::DestructiveRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, close, elsewhere, giveUp](const QAbstractButton *chosen) {
        if (chosen == giveUp)
            close();
        else if (chosen == elsewhere)
            save([this, close] {
                if (hasAll()) // nothing was typed meanwhile
                    close();
            });
    });
    box->open();
}

} // namespace Weeknotes
