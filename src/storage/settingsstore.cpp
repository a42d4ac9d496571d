// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settingsstore.h"

#include "storage/rows.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

const auto soberKey = u"sober-clock"_s;
const auto seenKey = u"sober-clock-seen"_s;
constexpr int soberStep = 8; // days: who writes once a week is never behind

} // namespace

QDateTime SoberClock::at(const QDateTime &now) const
{
    if (now < seen)
        return sober;
    const QDateTime latest = isOld(now) ? sober.addDays(soberStep) : sober.addMSecs(seen.msecsTo(now));
    return std::max(sober, std::min(now, latest));
}

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
    return value(u"library-id"_s);
}

Result<std::optional<SoberClock>> SettingsStore::clock()
{
    return value(soberKey).and_then([&](const QString &sober) {
        return value(seenKey).transform([&](const QString &seen) -> std::optional<SoberClock> {
            const SoberClock clock{Rows::moment(sober), Rows::moment(seen)};
            return clock.sober.isValid() && clock.seen.isValid() ? std::optional(clock) : std::nullopt;
        });
    });
}

Result<void> SettingsStore::setClock(const SoberClock &clock)
{
    return setValue(soberKey, Rows::value(clock.sober).toString()).and_then([&] {
        return setValue(seenKey, Rows::value(clock.seen).toString());
    });
}

Result<QString> SettingsStore::value(const QString &key)
{
    return m_database
        .first(u"SELECT value FROM settings WHERE key = ?"_s, {key},
               [](const QSqlQuery &row) { return row.value(0).toString(); })
        .transform([](const std::optional<QString> &found) { return found.value_or(QString()); });
}

Result<void> SettingsStore::setValue(const QString &key, const QString &value)
{
    return m_database
        .change(u"INSERT INTO settings (key, value) VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                {key, value})
        .transform([](int) {});
}

Result<void> SettingsStore::write(const LibrarySettings &settings)
{
    const QStringList keys = settingKeys(settings);
    for (const QString &key : keys) {
        auto done = settingValue(settings, key).and_then([&](const QString &value) { return setValue(key, value); });
        if (!done)
            return std::unexpected(done.error());
    }
    return dropOthers(keys);
}

Result<void> SettingsStore::dropOthers(const QStringList &keys)
{
    const auto stored = m_database.rows(u"SELECT key FROM settings"_s, {},
                                        [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!stored)
        return std::unexpected(stored.error());
    for (const QString &key : *stored) {
        if (keys.contains(key) || !settingValue({}, key)) // other versions' keys stay
            continue;
        auto done = m_database.change(u"DELETE FROM settings WHERE key = ?"_s, {key});
        if (!done)
            return std::unexpected(done.error());
    }
    return {};
}

} // namespace Weeknotes
