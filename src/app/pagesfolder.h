// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace Weeknotes {

class AppSettings;

/// Where pages go: where they went last, else to a folder among the documents.
[[nodiscard]] QString pagesFolder(const AppSettings &settings);

/// Where what `target` (see PublishTarget) makes of notes of that library goes: where it went last, else pagesFolder().
[[nodiscard]] QString targetFolder(const AppSettings &settings, const QString &library, const QString &target);

/// Asks for another one than `folder`. `parent` is the context of `chosen`.
void askForPagesFolder(QWidget *parent, const QString &folder,
                       const std::function<void(const QString &folder)> &chosen);
/// Likewise, beginning at pagesFolder(), where it is remembered; `settings` must outlive `parent`.
void askForPagesFolder(QWidget *parent, AppSettings &settings,
                       const std::function<void(const QString &folder)> &chosen);

} // namespace Weeknotes
