// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings.h"

#include "core/titlepattern.h"
#include "core/webaddress.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

template <typename Enum> struct Choice
{
    QLatin1StringView word;
    Enum value;
};

constexpr std::array<Choice<Qt::DayOfWeek>, 7> weekdays{{{"monday"_L1, Qt::Monday},
                                                         {"tuesday"_L1, Qt::Tuesday},
                                                         {"wednesday"_L1, Qt::Wednesday},
                                                         {"thursday"_L1, Qt::Thursday},
                                                         {"friday"_L1, Qt::Friday},
                                                         {"saturday"_L1, Qt::Saturday},
                                                         {"sunday"_L1, Qt::Sunday}}};
constexpr std::array<Choice<WeekRules::Numbering>, 2> numberings{
    {{"iso"_L1, WeekRules::Numbering::Iso8601}, {"first-day"_L1, WeekRules::Numbering::FirstDay}}};
constexpr std::array<Choice<WeekRules::Naming>, 2> namings{
    {{"commencing"_L1, WeekRules::Naming::Commencing}, {"ending"_L1, WeekRules::Naming::Ending}}};

constexpr std::array<Choice<bool>, 2> answers{{{"yes"_L1, true}, {"no"_L1, false}}};

template <typename Enum, size_t N> QString wordOf(const std::array<Choice<Enum>, N> &choices, Enum value)
{
    return std::ranges::find(choices, value, &Choice<Enum>::value)->word;
}

template <typename Enum, size_t N>
Result<void> choose(const std::array<Choice<Enum>, N> &choices, const QString &text, Enum &target)
{
    QStringList accepted;
    for (const auto &choice : choices) {
        if (text.compare(choice.word, Qt::CaseInsensitive) == 0) {
            target = choice.value;
            return {};
        }
        accepted += choice.word;
    }
    return std::unexpected(Error{Error::Kind::BadValue, text, accepted.join(u", ")});
}

Result<void> setLanguage(LibrarySettings &settings, const QString &text)
{
    if (!text.isEmpty() && QLocale(text).language() == QLocale::C)
        return std::unexpected(Error{Error::Kind::BadValue, text, u"en, en-GB, fr, …"_s});
    settings.language = text;
    return {};
}

Result<void> setBaseUrl(LibrarySettings &settings, const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!text.isEmpty() && !isPageAddress(url))
        return std::unexpected(Error{Error::Kind::BadValue, text, u"https://…"_s});
    settings.baseUrl = url;
    return {};
}

Result<void> setPattern(QString &pattern, const QString &text)
{
    if (!text.isEmpty() && !TitlePattern::parse(text))
        return std::unexpected(Error{Error::Kind::BadValue, text, u"{season}.{episode:02} — {title}"_s});
    pattern = text;
    return {};
}

Result<void> setFolder(QString &folder, const QString &text)
{
    // What a folder is relative to would change with whoever looks.
    if (!text.isEmpty() && !QDir::isAbsolutePath(text))
        return std::unexpected(Error{Error::Kind::BadValue, text, u"/…"_s});
    folder = text.isEmpty() ? text : QDir::cleanPath(text);
    return {};
}

template <int BackupRules::*Number> QString backupNumber(const LibrarySettings &settings)
{
    return QString::number(settings.backups.*Number);
}

template <int BackupRules::*Number> Result<void> setBackupNumber(LibrarySettings &settings, const QString &text)
{
    constexpr int most = 1000;
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < 0 || number > most)
        return std::unexpected(Error{Error::Kind::BadValue, text, u"0, 1, … %1"_s.arg(most)});
    settings.backups.*Number = number;
    return {};
}

template <bool RunRules::*Rule> QString runRule(const LibrarySettings &settings)
{
    return wordOf(answers, settings.run.*Rule);
}

template <bool RunRules::*Rule> Result<void> setRunRule(LibrarySettings &settings, const QString &text)
{
    return choose(answers, text, settings.run.*Rule);
}

template <QString PageSettings::*Text> QString pageText(const LibrarySettings &settings)
{
    return settings.page.*Text;
}

template <QString PageSettings::*Text> Result<void> setPageText(LibrarySettings &settings, const QString &text)
{
    settings.page.*Text = text;
    return {};
}

Result<void> setColour(LibrarySettings &settings, const QString &text)
{
    static const QRegularExpression form(u"^#[0-9a-f]{6}$"_s);
    const QString colour = text.toLower();
    if (!text.isEmpty() && !form.match(colour).hasMatch())
        return std::unexpected(Error{Error::Kind::BadValue, text, u"#1a8917, …"_s});
    settings.page.colour = colour;
    return {};
}

Result<void> setPicture(LibrarySettings &settings, const QString &text)
{
    constexpr qsizetype most = 64 * 1024;
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray &data = *decoded;
    const bool isPicture = data.startsWith("\xFF\xD8\xFF") || data.startsWith("\x89PNG\r\n");
    if (!text.isEmpty() && (!decoded || !isPicture || data.size() > most))
        return std::unexpected(Error{Error::Kind::BadValue, text.left(80), u"portrait.jpg, portrait.png, …"_s});
    settings.page.picture = data;
    return {};
}

QString viewsText(const LibrarySettings &settings)
{
    QJsonObject views;
    for (const NamedView &view : settings.views)
        views.insert(view.name, view.filter);
    return views.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(views).toJson(QJsonDocument::Compact));
}

Result<void> setViews(LibrarySettings &settings, const QString &text)
{
    std::vector<NamedView> views;
    const QJsonDocument read = QJsonDocument::fromJson(text.toUtf8());
    const QJsonObject named = read.object();
    bool isRead = text.isEmpty() || read.isObject();
    for (auto view = named.begin(); view != named.end(); ++view) {
        isRead = isRead && view.value().isString();
        views.push_back({view.key(), view.value().toString()});
    }
    if (!isRead)
        return std::unexpected(Error{Error::Kind::BadValue, text, uR"({"Drafts": "status:draft"})"_s});
    settings.views = std::move(views);
    return {};
}

struct Setting
{
    QLatin1StringView key;
    QString (*value)(const LibrarySettings &);
    Result<void> (*set)(LibrarySettings &, const QString &);
};

// Sorted by key.
const std::array<Setting, 28> settingTable{{
    {"author"_L1, [](const LibrarySettings &s) { return s.author; },
     [](LibrarySettings &s, const QString &text) -> Result<void> {
         s.author = text;
         return {};
     }},
    {"backup-daily"_L1, backupNumber<&BackupRules::daily>, setBackupNumber<&BackupRules::daily>},
    {"backup-folder"_L1, [](const LibrarySettings &s) { return s.backups.folder; },
     [](LibrarySettings &s, const QString &text) { return setFolder(s.backups.folder, text); }},
    {"backup-monthly"_L1, backupNumber<&BackupRules::monthly>, setBackupNumber<&BackupRules::monthly>},
    {"backup-weekly"_L1, backupNumber<&BackupRules::weekly>, setBackupNumber<&BackupRules::weekly>},
    {"base-url"_L1, [](const LibrarySettings &s) { return s.baseUrl.toString(); }, setBaseUrl},
    {"grace-until"_L1, [](const LibrarySettings &s) { return wordOf(weekdays, s.graceUntil); },
     [](LibrarySettings &s, const QString &text) { return choose(weekdays, text, s.graceUntil); }},
    {"language"_L1, [](const LibrarySettings &s) { return s.language; }, setLanguage},
    {"markdown-copy"_L1, [](const LibrarySettings &s) { return s.markdownCopy; },
     [](LibrarySettings &s, const QString &text) { return setFolder(s.markdownCopy, text); }},
    {"not-here"_L1, [](const LibrarySettings &s) { return notHereText(s.notHere); },
     [](LibrarySettings &s, const QString &text) {
         return notHereFromText(text).transform([&s](const auto &notHere) { s.notHere = notHere; });
     }},
    {"page-colour"_L1, pageText<&PageSettings::colour>, setColour},
    {"page-drop-cap"_L1, [](const LibrarySettings &s) { return wordOf(answers, s.page.dropCap); },
     [](LibrarySettings &s, const QString &text) { return choose(answers, text, s.page.dropCap); }},
    {"page-footer"_L1, pageText<&PageSettings::footer>, setPageText<&PageSettings::footer>},
    {"page-picture"_L1, [](const LibrarySettings &s) { return QString::fromLatin1(s.page.picture.toBase64()); },
     setPicture},
    {"page-templates"_L1, pageText<&PageSettings::templates>,
     [](LibrarySettings &s, const QString &text) { return setFolder(s.page.templates, text); }},
    {"run-fortnight"_L1, runRule<&RunRules::fortnightCounts>, setRunRule<&RunRules::fortnightCounts>},
    {"run-late"_L1, runRule<&RunRules::lateCounts>, setRunRule<&RunRules::lateCounts>},
    {"run-shown"_L1, runRule<&RunRules::shown>, setRunRule<&RunRules::shown>},
    {"section-renames"_L1, [](const LibrarySettings &s) { return renamesText(s.sectionRenames); },
     [](LibrarySettings &s, const QString &text) {
         return renamesFromText(text).transform([&s](const auto &renames) { s.sectionRenames = renames; });
     }},
    {"site-about"_L1, pageText<&PageSettings::siteAbout>, setPageText<&PageSettings::siteAbout>},
    {"site-description"_L1, pageText<&PageSettings::siteDescription>, setPageText<&PageSettings::siteDescription>},
    {"site-title"_L1, pageText<&PageSettings::siteTitle>, setPageText<&PageSettings::siteTitle>},
    {"storylines"_L1, [](const LibrarySettings &s) { return storylinesText(s.storylines); },
     [](LibrarySettings &s, const QString &text) {
         return storylinesFromText(text).transform([&s](const QStringList &storylines) { s.storylines = storylines; });
     }},
    {"title-pattern"_L1, [](const LibrarySettings &s) { return s.titlePattern; },
     [](LibrarySettings &s, const QString &text) { return setPattern(s.titlePattern, text); }},
    {"views"_L1, viewsText, setViews},
    {"week-naming"_L1, [](const LibrarySettings &s) { return wordOf(namings, s.week.naming); },
     [](LibrarySettings &s, const QString &text) { return choose(namings, text, s.week.naming); }},
    {"week-numbering"_L1, [](const LibrarySettings &s) { return wordOf(numberings, s.week.numbering); },
     [](LibrarySettings &s, const QString &text) { return choose(numberings, text, s.week.numbering); }},
    {"week-start"_L1, [](const LibrarySettings &s) { return wordOf(weekdays, s.week.start); },
     [](LibrarySettings &s, const QString &text) { return choose(weekdays, text, s.week.start); }},
}};

Result<const Setting *> settingFor(const QString &key)
{
    const auto *setting = std::ranges::find(settingTable, key, &Setting::key);
    if (setting == settingTable.end()) {
        const QStringList all = settingKeys() + QStringList{u"season-N-name"_s, u"season-N-pattern"_s};
        return std::unexpected(Error{Error::Kind::NotFound, key, all.join(u", ")});
    }
    return setting;
}

/// What one key says of one season.
struct SeasonKey
{
    int season = 0;
    bool isName = false;
};

const auto seasonKeyForm = u"season-%1-%2"_s;

std::optional<SeasonKey> seasonKeyOf(const QString &key)
{
    static const QRegularExpression form(u"^season-(0|[1-9]\\d{0,5})-(name|pattern)$"_s);
    const auto match = form.match(key);
    if (!match.hasMatch())
        return std::nullopt;
    return SeasonKey{match.captured(1).toInt(), match.captured(2) == "name"_L1};
}

Result<void> setSeason(LibrarySettings &settings, const SeasonKey &key, const QString &text)
{
    SeasonLook look = settings.seasons.contains(key.season) ? settings.seasons.at(key.season) : SeasonLook();
    if (key.isName)
        look.name = text;
    else if (auto set = setPattern(look.pattern, text); !set)
        return set;
    if (look.isEmpty())
        settings.seasons.erase(key.season);
    else
        settings.seasons.insert_or_assign(key.season, look);
    return {};
}

} // namespace

QString LibrarySettings::titlePatternOf(std::optional<int> season) const
{
    const auto look = season ? seasons.find(*season) : seasons.end();
    return look == seasons.end() || look->second.pattern.isEmpty() ? titlePattern : look->second.pattern;
}

QStringList settingKeys(const LibrarySettings &settings)
{
    QStringList keys;
    for (const Setting &setting : settingTable)
        keys += setting.key;
    auto place = std::ranges::lower_bound(keys, u"season"_s) - keys.begin();
    for (const auto &[season, look] : settings.seasons) {
        if (!look.name.isEmpty())
            keys.insert(place++, seasonKeyForm.arg(season).arg("name"_L1));
        if (!look.pattern.isEmpty())
            keys.insert(place++, seasonKeyForm.arg(season).arg("pattern"_L1));
    }
    return keys;
}

Result<QString> settingValue(const LibrarySettings &settings, const QString &key)
{
    if (const auto ofSeason = seasonKeyOf(key)) {
        const auto look = settings.seasons.find(ofSeason->season);
        return look == settings.seasons.end() ? QString() : ofSeason->isName ? look->second.name : look->second.pattern;
    }
    return settingFor(key).transform([&](const Setting *setting) { return setting->value(settings); });
}

Result<void> setSetting(LibrarySettings &settings, const QString &key, const QString &value)
{
    const QString text = value.trimmed();
    if (const auto ofSeason = seasonKeyOf(key))
        return setSeason(settings, *ofSeason, text);
    return settingFor(key).and_then([&](const Setting *setting) {
        return setting->set(settings, text.isEmpty() ? setting->value(LibrarySettings{}) : text);
    });
}

} // namespace Weeknotes
