// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appsettings.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto paneWidthsKey = "window/paneWidths"_L1;
constexpr auto schemeKey = "window/scheme"_L1;
constexpr auto togetherKey = "window/scrollTogether"_L1;
constexpr auto textSizeKey = "editor/textSize"_L1;
constexpr auto smartMarksKey = "editor/smartMarks"_L1;
constexpr auto dimsOthersKey = "editor/dimsOthers"_L1;
constexpr auto typewriterKey = "editor/typewriter"_L1;
constexpr auto writingGoalKey = "editor/goal"_L1;
constexpr auto spellingKey = "editor/spelling"_L1;
constexpr auto lookBackPageKey = "lookBack/page"_L1;
constexpr auto publishFolderKey = "publish/folder"_L1;
constexpr auto chosenLibraryKey = "library/chosen"_L1;
constexpr auto recentLibrariesKey = "library/recent"_L1;

/// A library's folder is no key: it has slashes.
QString publishKey(const QString &library)
{
    const QByteArray digest = QCryptographicHash::hash(library.toUtf8(), QCryptographicHash::Sha256);
    return u"publish/%1/"_s.arg(QString::fromLatin1(digest.toHex().first(12)));
}

QLatin1StringView paneKey(AppSettings::Pane pane)
{
    switch (pane) {
    case AppSettings::Pane::Timeline:
        return "window/timeline"_L1;
    case AppSettings::Pane::Preview:
        return "window/preview"_L1;
    case AppSettings::Pane::Beside:
        break;
    }
    return "window/beside"_L1;
}

} // namespace

QByteArray AppSettings::geometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void AppSettings::setGeometry(const QByteArray &geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

QList<int> AppSettings::paneWidths() const
{
    QList<int> widths;
    for (const QVariant &width : m_settings.value(paneWidthsKey).toList())
        widths << width.toInt();
    return widths;
}

void AppSettings::setPaneWidths(const QList<int> &widths)
{
    m_settings.setValue(paneWidthsKey, QVariantList(widths.begin(), widths.end()));
}

bool AppSettings::isPaneShown(Pane pane) const
{
    return m_settings.value(paneKey(pane), pane != Pane::Beside).toBool();
}

void AppSettings::setPaneShown(Pane pane, bool shown)
{
    m_settings.setValue(paneKey(pane), shown);
}

TimelineChoice::Grouping AppSettings::timelineGrouping() const
{
    using enum TimelineChoice::Grouping;
    return m_settings.value("window/timelineByMonth"_L1, false).toBool() ? Months : Seasons;
}

void AppSettings::setTimelineGrouping(TimelineChoice::Grouping grouping)
{
    m_settings.setValue("window/timelineByMonth"_L1, grouping == TimelineChoice::Grouping::Months);
}

bool AppSettings::isScrolledTogether() const
{
    return m_settings.value(togetherKey, true).toBool();
}

void AppSettings::setScrolledTogether(bool together)
{
    m_settings.setValue(togetherKey, together);
}

SchemeChoice AppSettings::scheme() const
{
    const QString name = m_settings.value(schemeKey).toString();
    return name == "light"_L1 ? SchemeChoice::Light : name == "dark"_L1 ? SchemeChoice::Dark : SchemeChoice::System;
}

void AppSettings::setScheme(SchemeChoice choice)
{
    if (choice == SchemeChoice::System)
        m_settings.remove(schemeKey);
    else
        m_settings.setValue(schemeKey, choice == SchemeChoice::Light ? u"light"_s : u"dark"_s);
}

int AppSettings::editorTextSize() const
{
    return m_settings.value(textSizeKey).toInt();
}

void AppSettings::setEditorTextSize(int pixels)
{
    m_settings.setValue(textSizeKey, pixels);
}

bool AppSettings::smartMarks() const
{
    return m_settings.value(smartMarksKey, false).toBool();
}

void AppSettings::setSmartMarks(bool on)
{
    m_settings.setValue(smartMarksKey, on);
}

bool AppSettings::dimsOthers() const
{
    return m_settings.value(dimsOthersKey, false).toBool();
}

void AppSettings::setDimsOthers(bool dims)
{
    m_settings.setValue(dimsOthersKey, dims);
}

bool AppSettings::typewriter() const
{
    return m_settings.value(typewriterKey, false).toBool();
}

void AppSettings::setTypewriter(bool on)
{
    m_settings.setValue(typewriterKey, on);
}

int AppSettings::writingGoal() const
{
    return std::max(m_settings.value(writingGoalKey).toInt(), 0);
}

void AppSettings::setWritingGoal(int words)
{
    m_settings.setValue(writingGoalKey, words);
}

bool AppSettings::checksSpelling() const
{
    return m_settings.value(spellingKey, true).toBool();
}

void AppSettings::setChecksSpelling(bool checks)
{
    m_settings.setValue(spellingKey, checks);
}

QString AppSettings::lookBackPage() const
{
    return m_settings.value(lookBackPageKey).toString();
}

void AppSettings::setLookBackPage(const QString &page)
{
    m_settings.setValue(lookBackPageKey, page);
}

bool AppSettings::wasPointedOut(const QString &what) const
{
    return m_settings.contains("pointedOut/"_L1 + what);
}

void AppSettings::setPointedOut(const QString &what)
{
    m_settings.setValue("pointedOut/"_L1 + what, true);
}

QString AppSettings::publishFolder() const
{
    return m_settings.value(publishFolderKey).toString();
}

void AppSettings::setPublishFolder(const QString &folder)
{
    m_settings.setValue(publishFolderKey, folder);
}

QString AppSettings::publishTarget(const QString &library) const
{
    return m_settings.value(publishKey(library) + "target"_L1).toString();
}

void AppSettings::setPublishTarget(const QString &library, const QString &target)
{
    m_settings.setValue(publishKey(library) + "target"_L1, target);
}

QString AppSettings::publishFolder(const QString &library, const QString &target) const
{
    return m_settings.value(publishKey(library) + "folder-"_L1 + target).toString();
}

void AppSettings::setPublishFolder(const QString &library, const QString &target, const QString &folder)
{
    m_settings.setValue(publishKey(library) + "folder-"_L1 + target, folder);
}

QString AppSettings::exportTarget(const QString &library) const
{
    return m_settings.value(publishKey(library) + "export"_L1).toString();
}

void AppSettings::setExportTarget(const QString &library, const QString &target)
{
    m_settings.setValue(publishKey(library) + "export"_L1, target);
}

QString AppSettings::exportStatus(const QString &library, const QString &target) const
{
    return m_settings.value(publishKey(library) + "export-status-"_L1 + target).toString();
}

void AppSettings::setExportStatus(const QString &library, const QString &target, const QString &status)
{
    m_settings.setValue(publishKey(library) + "export-status-"_L1 + target, status);
}

QString AppSettings::chosenLibrary() const
{
    return m_settings.value(chosenLibraryKey).toString();
}

void AppSettings::setChosenLibrary(const QString &folder)
{
    if (folder.isEmpty())
        m_settings.remove(chosenLibraryKey);
    else
        m_settings.setValue(chosenLibraryKey, folder);
}

QStringList AppSettings::recentLibraries() const
{
    return m_settings.value(recentLibrariesKey).toStringList();
}

void AppSettings::addRecentLibrary(const QString &folder)
{
    QStringList all = recentLibraries();
    all.removeAll(folder);
    all.prepend(folder);
    m_settings.setValue(recentLibrariesKey, all.first(std::min(all.size(), qsizetype(mostRecent))));
}

void AppSettings::removeRecentLibrary(const QString &folder)
{
    QStringList all = recentLibraries();
    all.removeAll(folder);
    m_settings.setValue(recentLibrariesKey, all);
}

void AppSettings::forgetRecentLibraries()
{
    m_settings.remove(recentLibrariesKey);
}

} // namespace Weeknotes
