// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/place.h"

#include "storage/systemfiles.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// The program whose mark stands in `dir`; empty where there is none.
QString syncProgramOf(const QDir &dir)
{
    struct Mark
    {
        QString name;
        QString program;
    };
    static const std::vector<Mark> marks = {
        {u".stfolder"_s, u"Syncthing"_s},   {u".dropbox.cache"_s, u"Dropbox"_s},
        {u".sync/ID"_s, u"Resilio Sync"_s}, {u".seafile-data"_s, u"Seafile"_s},
        {u".megaignore"_s, u"MEGA"_s},      {u".tmp.driveupload"_s, u"Google Drive"_s}};
    for (const Mark &mark : marks) {
        if (dir.exists(mark.name))
            return mark.program;
    }
    // A home folder has a folder .dropbox with settings; the mark is a file.
    if (QFileInfo(dir.filePath(u".dropbox"_s)).isFile())
        return u"Dropbox"_s;
    const QStringList journals{u".sync_*.db"_s, u"._sync_*.db"_s, u".csync_journal.db"_s};
    return dir.entryList(journals, QDir::Files | QDir::Hidden).isEmpty() ? QString() : u"Nextcloud"_s;
}

} // namespace

Place::Kind Place::kindOfFileSystem(const QString &type)
{
    static const QStringList ofOthers = {u"9p"_s,    u"afs"_s,    u"beegfs"_s, u"ceph"_s,   u"cifs"_s,    u"coda"_s,
                                         u"davfs"_s, u"fuse"_s,   u"gfs2"_s,   u"gpfs"_s,   u"lustre"_s,  u"ncpfs"_s,
                                         u"nfs"_s,   u"nfs4"_s,   u"ocfs2"_s,  u"prl_fs"_s, u"pvfs2"_s,   u"smb3"_s,
                                         u"smbfs"_s, u"vboxsf"_s, u"vmhgfs"_s, u"webdav"_s, u"virtiofs"_s};
    // FUSE says what it is ("fuse.sshfs"), and "fuseblk" of a disk of our own, such as a stick with NTFS.
    const bool isNetwork = ofOthers.contains(type) || type.startsWith(u"fuse."_s);
    return isNetwork ? Kind::Network : Kind::Local;
}

Place Place::of(const QString &folder)
{
    const QString type = fileSystemTypeOf(folder);
    if (kindOfFileSystem(type) == Kind::Network)
        return {Kind::Network, type};
    QDir dir(QFileInfo(folder).canonicalFilePath());
    do {
        if (const QString program = syncProgramOf(dir); !program.isEmpty())
            return {Kind::Synced, program};
    } while (!dir.isRoot() && dir.cdUp());
    return {};
}

} // namespace Weeknotes
