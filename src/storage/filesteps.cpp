// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/filesteps.h"

#include <QFileInfo>
#include <QSaveFile>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <tuple>
#include <unistd.h>

namespace Weeknotes::FileSteps {

namespace {

std::atomic<Fault> currentFault = nullptr;

std::unexpected<Error> failed(const QString &path, const QString &why)
{
    return std::unexpected(Error{.kind = Error::Kind::NotWritable, .subject = path, .detail = why});
}

/// Brings a file's bytes to disk or, of a folder, the names in it.
Result<void> sync(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return failed(path, qt_error_string(errno));
    const int code = ::fsync(file) == 0 ? 0 : errno;
    ::close(file);
    // Some network file systems sync no folders (EINVAL); they keep names by themselves.
    return code == 0 || code == EINVAL ? Result<void>() : failed(path, qt_error_string(code));
}

} // namespace

Result<void> before(Step step, const QString &path)
{
    const Fault fault = currentFault;
    const int code = fault ? fault(step, path) : 0;
    if (code != 0)
        return failed(path, qt_error_string(code));
    return {};
}

Result<void> syncFolderOf(const QString &path)
{
    return sync(QFileInfo(path).absolutePath());
}

Result<void> write(const QString &path, QByteArrayView data, Readers readers)
{
    QSaveFile file(path); // unless committed, it takes its temporary file away
    const auto open = [&]() -> Result<void> {
        if (!file.open(QIODevice::WriteOnly))
            return failed(path, file.errorString());
        if (readers == Readers::Owner) // a file system that knows no owners, as on many sticks, has its own way
            std::ignore = file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return {};
    };
    const auto fill = [&]() -> Result<void> {
        if (file.write(data.data(), data.size()) != data.size() || !file.flush())
            return failed(path, file.errorString());
        return {};
    };
    return before(Step::Open, path)
        .and_then(open)
        .and_then([&] { return before(Step::Write, path); })
        .and_then(fill)
        .and_then([&] { return before(Step::Sync, path); })
        .and_then([&] { return before(Step::Rename, path); })
        .and_then([&] { return file.commit() ? Result<void>() : failed(path, file.errorString()); }) // syncs too
        .and_then([&] { return syncFolderOf(path); });
}

Result<void> moveInto(const QString &from, const QString &to)
{
    const auto rename = [&]() -> Result<void> { // QFile::rename does not replace
        if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
            return failed(to, qt_error_string(errno));
        return {};
    };
    return before(Step::Sync, to)
        .and_then([&] { return sync(from); })
        .and_then([&] { return before(Step::Rename, to); })
        .and_then(rename)
        .and_then([&] { return syncFolderOf(to); });
}

Result<bool> moveFolder(const QString &from, const QString &to)
{
    const Fault fault = currentFault;
    int code = fault ? fault(Step::Rename, to) : 0;
    if (code == 0 && std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        code = errno;
    if (code == EXDEV)
        return false;
    if (code != 0)
        return failed(to, qt_error_string(code));
    // Should the disk forget either name's change, the folder still has one of the two.
    std::ignore = syncFolderOf(to);
    std::ignore = syncFolderOf(from);
    return true;
}

void setFault(Fault fault)
{
    currentFault = fault;
}

} // namespace Weeknotes::FileSteps
