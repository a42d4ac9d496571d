// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backupfile.h"

#include "storage/migrator.h"
#include "storage/settingsstore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr std::array<std::pair<Backup::Reason, QLatin1StringView>, 5> reasons{
    {{Backup::Reason::Daily, "daily"_L1},
     {Backup::Reason::Upgrade, "before-upgrade"_L1},
     {Backup::Reason::Import, "before-import"_L1},
     {Backup::Reason::Restore, "before-restore"_L1},
     {Backup::Reason::Hand, "by-hand"_L1}}};
const auto momentFormat = u"yyyy-MM-dd'_'HH-mm-ss"_s;

/// Immutable leaves no files beside the backup, but looks past a log that stands there.
SqliteEngine::Mode modeFor(const QString &path)
{
    return QFileInfo(path + u"-wal"_s).size() > 0 ? SqliteEngine::Mode::QueryOnly : SqliteEngine::Mode::Immutable;
}

} // namespace

Error asBackupError(Error error, const QString &path)
{
    if (error.kind == Error::Kind::Damaged)
        error.kind = Error::Kind::DamagedBackup;
    if (error.kind == Error::Kind::NotALibrary)
        error.kind = Error::Kind::NotABackup;
    error.subject = path;
    return error;
}

Error asLibraryError(Error error, const QString &folder)
{
    if (error.kind == Error::Kind::DamagedBackup)
        error.kind = Error::Kind::Damaged;
    error.subject = folder;
    return error;
}

std::optional<Backup> BackupFile::parseName(const QString &path)
{
    static const QRegularExpression form(
        u"^(\\d{4}-\\d\\d-\\d\\d_\\d\\d-\\d\\d-\\d\\d)(?:\\+(\\d+))?_([a-z-]+)\\.sqlite$"_s);
    const auto match = form.match(QFileInfo(path).fileName());
    const QDateTime made = QDateTime::fromString(match.captured(1), momentFormat);
    const auto *reason = std::ranges::find(reasons, match.captured(3), &decltype(reasons)::value_type::second);
    if (!made.isValid() || reason == reasons.end())
        return std::nullopt;
    // Of several in one second the later ones count as so many milliseconds younger.
    const int number = std::max(1, match.captured(2).toInt());
    return Backup{.path = path, .made = made.addMSecs(number - 1), .reason = reason->first, .library = {}};
}

QString BackupFile::freePath(const QString &folder, const QDateTime &made, Backup::Reason reason)
{
    const QString word = std::ranges::find(reasons, reason, &decltype(reasons)::value_type::first)->second;
    const QString moment = made.toLocalTime().toString(momentFormat);
    for (int number = 1;; ++number) {
        const QString more = number > 1 ? u"+%1"_s.arg(number) : QString();
        QString path = QDir(folder).filePath(moment + more + u'_' + word + u".sqlite"_s);
        if (!QFile::exists(path))
            return path;
    }
}

BackupFile::BackupFile(std::unique_ptr<Database> database)
    : m_database(std::move(database))
    , m_engine(*m_database)
    , m_imageFolder(QFileInfo(m_database->subject()).dir().filePath(u"images"_s))
{
}

Result<std::unique_ptr<BackupFile>> BackupFile::open(const QString &path)
{
    const auto failed = [&](Error::Kind kind) { return std::unexpected(Error{.kind = kind, .subject = path}); };
    const QFileInfo file(path);
    if (!file.exists())
        return failed(Error::Kind::NotFound);
    if (!file.isFile())
        return failed(Error::Kind::NotABackup);
    if (!file.isReadable())
        return failed(Error::Kind::NotReadable);
    auto database = SqliteEngine::connect(file.absoluteFilePath(), modeFor(path));
    if (!database)
        return std::unexpected(asBackupError(database.error(), path));
    auto backup = std::unique_ptr<BackupFile>(new BackupFile(*std::move(database)));
    const auto version = Migrator(Migrator::builtIn()).check(backup->m_engine);
    if (!version)
        return std::unexpected(asBackupError(version.error(), path));
    if (*version == 0) // nothing is in it
        return failed(Error::Kind::NotABackup);
    return backup;
}

Result<void> BackupFile::checkAt(const QString &path)
{
    return open(path).and_then([](const auto &file) { return file->check(); });
}

Result<Backup> BackupFile::describe(Backup backup)
{
    const auto text = [](const QSqlQuery &row) { return row.value(0).toString(); };
    const auto id = SettingsStore(*m_database).libraryId();
    if (!id)
        return std::unexpected(id.error());
    const auto hasBin =
        m_database->first(u"SELECT name FROM pragma_table_info('notes') WHERE name = 'deleted'"_s, {}, text);
    if (!hasBin)
        return std::unexpected(hasBin.error());
    const QString outside = *hasBin ? u" WHERE deleted IS NULL"_s : QString();
    return m_database
        ->first(u"SELECT count(*) FROM notes"_s + outside, {},
                [](const QSqlQuery &row) { return row.value(0).toInt(); })
        .transform([&](std::optional<int> notes) {
            backup.library = *id;
            backup.notes = notes.value_or(0);
            backup.sound = true;
            return std::move(backup);
        });
}

Result<void> BackupFile::check()
{
    const auto findings = m_engine.checkFile();
    const QString path = m_database->subject();
    if (!findings)
        return std::unexpected(asBackupError(findings.error(), path));
    if (!findings->empty())
        return std::unexpected(Error{Error::Kind::DamagedBackup, path, findings->front().detail});
    return {};
}

Result<bool> BackupFile::holdsImages()
{
    return m_database
        ->first(u"SELECT 1 FROM sqlite_master WHERE name = 'backup_images'"_s, {},
                [](const QSqlQuery &row) { return row.value(0).toBool(); })
        .transform([](std::optional<bool> found) { return found.has_value(); });
}

Result<QStringList> BackupFile::images()
{
    return ImageStore(*m_database, m_imageFolder).named();
}

Result<QByteArray> BackupFile::heldImage(const QString &hash)
{
    return m_database
        ->first(u"SELECT data FROM backup_images WHERE hash = ?"_s, {hash},
                [](const QSqlQuery &row) { return row.value(0).toByteArray(); })
        .and_then([&](std::optional<QByteArray> data) -> Result<QByteArray> {
            if (!data)
                return std::unexpected(Error{.kind = Error::Kind::NotFound, .subject = hash});
            if (QCryptographicHash::hash(*data, QCryptographicHash::Sha256).toHex() != hash.toLatin1())
                return std::unexpected(Error{.kind = Error::Kind::Damaged, .subject = hash});
            return *std::move(data);
        });
}

Result<QByteArray> BackupFile::image(const QString &hash)
{
    return holdsImages().and_then(
        [&](bool held) { return held ? heldImage(hash) : ImageFolder(m_imageFolder).content(hash); });
}

Result<std::vector<Finding>> BackupFile::checkImages()
{
    return ImageStore(*m_database, m_imageFolder).check();
}

Result<void> BackupFile::copyTo(const QString &path)
{
    return m_engine.copyTo(path);
}

} // namespace Weeknotes
