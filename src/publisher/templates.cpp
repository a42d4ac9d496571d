// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/templates.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QPluginLoader>

static void loadTemplateResources()
{
    Q_INIT_RESOURCE(publisher); // of a static library: nobody else does it
}

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

const auto ownTemplates = ":/publisher/templates"_L1;
const auto plugin = "org.weeknotes/pagetemplates"_L1;

/// Where Qt looks for plugins, and where `cmake --install` puts ours, whatever its prefix.
Result<const TemplatesFactory *> factory()
{
    const QDir program(QCoreApplication::applicationDirPath());
    QString why;
    for (const QString &path : {QString(plugin), program.filePath(QStringLiteral(WEEKNOTES_PLUGINS) + u'/' + plugin)}) {
        QPluginLoader loader(path);
        if (const auto *found = qobject_cast<TemplatesFactory *>(loader.instance()))
            return found;
        why = loader.errorString();
    }
    return std::unexpected(Error{.kind = Error::Kind::NotReadable, .subject = plugin, .detail = why});
}

} // namespace

Result<std::unique_ptr<Templates>> openTemplates(const QString &folder)
{
    loadTemplateResources();
    if (!folder.isEmpty() && !QDir(folder).exists())
        return std::unexpected(Error{.kind = Error::Kind::NoTemplates, .subject = folder});
    QStringList folders{ownTemplates};
    if (!folder.isEmpty())
        folders.prepend(folder);
    return factory().transform([&](const TemplatesFactory *made) { return made->make(folders); });
}

QStringList templateNames()
{
    loadTemplateResources();
    return QDir(ownTemplates).entryList({u"*.html"_s}, QDir::Files, QDir::Name);
}

QByteArray templatesDigest(const QString &folder)
{
    loadTemplateResources();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QStringList folders{ownTemplates};
    if (!folder.isEmpty())
        folders << folder;
    for (const QString &each : std::as_const(folders)) {
        for (const QFileInfo &info : QDir(each).entryInfoList({u"*.html"_s}, QDir::Files, QDir::Name)) {
            QFile file(info.filePath());
            hash.addData(info.fileName().toUtf8());
            if (file.open(QIODevice::ReadOnly))
                hash.addData(file.readAll());
        }
    }
    return hash.result();
}

} // namespace Weeknotes
