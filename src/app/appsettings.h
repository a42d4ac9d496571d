// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelinecontent.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace Weeknotes {

/// Follow the system, or not.
enum class SchemeChoice
{
    System,
    Light,
    Dark
};

/// What the window remembers on this computer. What belongs to a library is in LibrarySettings.
class AppSettings
{
public:
    /// `settings` must outlive this.
    explicit AppSettings(QSettings &settings) : m_settings(settings) {}

    enum class Pane
    {
        Timeline,
        Preview,
        Beside ///< not at first
    };

    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    /// Of the panes, px; empty at first.
    [[nodiscard]] QList<int> paneWidths() const;
    void setPaneWidths(const QList<int> &widths);
    [[nodiscard]] bool isPaneShown(Pane pane) const;
    void setPaneShown(Pane pane, bool shown);
    /// Whether text and preview scroll together.
    [[nodiscard]] TimelineChoice::Grouping timelineGrouping() const;
    void setTimelineGrouping(TimelineChoice::Grouping grouping);

    [[nodiscard]] bool isScrolledTogether() const;
    void setScrolledTogether(bool together);
    [[nodiscard]] SchemeChoice scheme() const;
    void setScheme(SchemeChoice choice);
    /// Pixels; 0 where the person has set nothing.
    [[nodiscard]] int editorTextSize() const;
    void setEditorTextSize(int pixels);
    /// Whether quotation marks, dashes and dots become those of print as they are typed; at first they don't.
    [[nodiscard]] bool smartMarks() const;
    void setSmartMarks(bool on);
    /// Whether all but the paragraph that is being written steps back; at first it doesn't.
    [[nodiscard]] bool dimsOthers() const;
    void setDimsOthers(bool dims);
    /// Whether the line that is being written stays at one height; at first it doesn't.
    [[nodiscard]] bool typewriter() const;
    void setTypewriter(bool on);
    /// How many words a note should have; 0: there is no goal, as at first. It is a habit of whoever writes here, and
    /// none of the library's, where others may write too.
    [[nodiscard]] int writingGoal() const;
    void setWritingGoal(int words);
    /// Whether misspelt words are marked, which they are at first.
    [[nodiscard]] bool checksSpelling() const;
    void setChecksSpelling(bool checks);
    /// The page that LookBack showed last, by a name of its own; empty at first.
    [[nodiscard]] QString lookBackPage() const;
    void setLookBackPage(const QString &page);
    /// Where pages went last; empty at first.
    [[nodiscard]] QString publishFolder() const;
    void setPublishFolder(const QString &folder);
    /// What was made of a note of the library in `library` last, and where that of each kind went, by the keys of
    /// PublishTarget; empty at first.
    [[nodiscard]] QString publishTarget(const QString &library) const;
    void setPublishTarget(const QString &library, const QString &target);
    [[nodiscard]] QString publishFolder(const QString &library, const QString &target) const;
    void setPublishFolder(const QString &library, const QString &target, const QString &folder);
    /// What was made of many notes of that library last, by the keys of exportTargets(), and the least status that they
    /// had when that was made of them; both empty at first.
    [[nodiscard]] QString exportTarget(const QString &library) const;
    void setExportTarget(const QString &library, const QString &target);
    [[nodiscard]] QString exportStatus(const QString &library, const QString &target) const;
    void setExportStatus(const QString &library, const QString &target, const QString &status);
    /// The library to start on, which the person chose in the window; empty: the usual one.
    [[nodiscard]] QString chosenLibrary() const;
    void setChosenLibrary(const QString &folder);
    /// Whether something was said of a note, which is said once; `what` names both.
    [[nodiscard]] bool wasPointedOut(const QString &what) const;
    void setPointedOut(const QString &what);
    static constexpr int mostRecent = 8;
    /// Libraries that were open in the window, the last one first.
    [[nodiscard]] QStringList recentLibraries() const;
    void addRecentLibrary(const QString &folder);
    void removeRecentLibrary(const QString &folder);
    void forgetRecentLibraries();

private:
    QSettings &m_settings;
};

} // namespace Weeknotes
