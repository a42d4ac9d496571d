// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shelf.h"

#include <QCoreApplication>
#include <QLocale>

namespace Weeknotes {

/// What settings come to, in real words of what is on the shelf: "This opens on 16 – 22 November". What several of
/// them ask for is worked out once: make one for a change, and keep none.
class SettingExamples
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::SettingExamples)

public:
    /// `settings` and `shelf` must outlive it.
    SettingExamples(const LibrarySettings &settings, const Shelf &shelf, const QLocale &locale = QLocale());

    /// Of the setting `key` (core/settings.h). Empty for a key that has nothing to show.
    [[nodiscard]] QString text(const QString &key) const;

    /// The title that the note of the right week would begin with by `pattern`, around the words "your words"; empty
    /// where that is none.
    [[nodiscard]] QString title(const QString &pattern) const;
    /// The same for a note of that number.
    [[nodiscard]] QString title(const QString &pattern, const SeasonNumber &number) const;

private:
    [[nodiscard]] Period rightDays() const;
    [[nodiscard]] int run() const;
    [[nodiscard]] Week thisWeek() const;
    [[nodiscard]] QString daysText(const Period &days) const;

    [[nodiscard]] QString weekStart() const;
    [[nodiscard]] QString weekNumbering() const;
    [[nodiscard]] QString weekNaming() const;
    [[nodiscard]] QString graceUntil() const;
    [[nodiscard]] QString author() const;
    [[nodiscard]] QString language() const;
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString picture() const;
    [[nodiscard]] QString colour() const;
    [[nodiscard]] QString dropCap() const;
    [[nodiscard]] QString footer() const;
    [[nodiscard]] QString templates() const;
    [[nodiscard]] QString siteTitle() const;
    [[nodiscard]] QString siteDescription() const;
    [[nodiscard]] QString siteAbout() const;
    [[nodiscard]] QString titlePattern() const;
    [[nodiscard]] QString runShown() const;
    [[nodiscard]] QString runLate() const;
    [[nodiscard]] QString runFortnight() const;

    const LibrarySettings &m_settings;
    const Shelf &m_shelf;
    QLocale m_locale;
    mutable std::optional<Period> m_rightDays;
    mutable std::optional<int> m_run;
    mutable std::optional<SeasonNumber> m_next;
};

} // namespace Weeknotes
