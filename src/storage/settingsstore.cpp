// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settingsstore.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {

Result<LibrarySettings> SettingsStore::read()
{
    using Entry = std::pair<QString, QString>;
    const auto entries = m_database.rows(u"SELECT key, value FROM settings"_s, {}, [](const QSqlQuery &row) -> Entry {
        return {row.value(0).toString(), row.value(1).toString()};
    });
    if (!entries)
        return std::unexpected(entries.error());
    LibrarySettings settings;
    for (const auto &[key, value] : *entries)
        std::ignore = setSetting(settings, key, value); // a key of another version is no reason to refuse the library
    return settings;
}

Result<QString> SettingsStore::libraryId()
{
    return m_database
        .first(u"SELECT value FROM settings WHERE key = 'library-id'"_s, {},
               [](const QSqlQuery &row) { return row.value(0).toString(); })
        .transform([](const std::optional<QString> &id) { return id.value_or(QString()); });
}

Result<void> SettingsStore::write(const LibrarySettings &settings)
{
    const QStringList keys = settingKeys();
    for (const QString &key : keys) {
        auto done = settingValue(settings, key).and_then([&](const QString &value) {
            return m_database.change(u"INSERT INTO settings (key, value) VALUES (?, ?) "
                                     "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                                     {key, value});
        });
        if (!done)
            return std::unexpected(done.error());
    }
    return {};
}

} // namespace Weeknotes
