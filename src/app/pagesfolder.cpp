// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pagesfolder.h"

#include "app/appsettings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

struct FolderWords
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::PagesFolder)
};

} // namespace

QString pagesFolder(const AppSettings &settings)
{
    const QString last = settings.publishFolder();
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return last.isEmpty() ? documents.filePath(u"Weeknotes"_s) : last;
}

QString targetFolder(const AppSettings &settings, const QString &library, const QString &target)
{
    QString chosen = settings.publishFolder(library, target);
    if (!chosen.isEmpty())
        return chosen;
    const QString pages = pagesFolder(settings);
    return target == "site"_L1 ? QDir(pages).filePath(u"Site"_s) : pages; // pages would take the places of the site's
}

void askForPagesFolder(QWidget *parent, const QString &folder, const std::function<void(const QString &folder)> &chosen)
{
    auto *dialog = new QFileDialog(parent, FolderWords::tr("Choose the folder for pages"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

void askForPagesFolder(QWidget *parent, AppSettings &settings, const std::function<void(const QString &folder)> &chosen)
{
    askForPagesFolder(parent, pagesFolder(settings), [&settings, chosen](const QString &folder) {
        settings.setPublishFolder(folder);
        chosen(folder);
    });
}

} // namespace Weeknotes
