// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/storyline.h"

#include <QWidget>

namespace Weeknotes {

/// A page of LookBack. It reads nothing before its first refresh.
class LookBackPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// On its tab.
    [[nodiscard]] virtual QString name() const = 0;
    /// It is shown, or the library changed.
    virtual void refresh() = 0;
    /// What to go to in that note when it is opened from here; empty for nothing in it.
    [[nodiscard]] virtual StoryTerm placeIn(const NoteId &) const { return {}; }

Q_SIGNALS:
    void noteActivated(const Weeknotes::NoteId &id);
};

} // namespace Weeknotes
