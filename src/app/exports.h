// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

namespace Weeknotes {

class AppSettings;
class Banner;
class ExportDialog;
class Session;
struct Stretch;
struct WindowActions;

/// Opens the export of many notes, one at a time, with the words of the open one saved. Belongs to the window; UI
/// thread only.
class Exports : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    Exports(Session &session, AppSettings &settings, Banner &banner, const WindowActions &actions, QWidget *window);

    /// Of a season or a year; `target` is one of exportTargets(), or empty for the last.
    void openFor(const Stretch &stretch, const QString &target = {});
    void openForNotes(const std::vector<NoteId> &notes);

private:
    void open(const std::function<void(ExportDialog &dialog)> &prepare);

    Session &m_session;
    AppSettings &m_settings;
    Banner &m_banner;
    QWidget *m_window;
    QPointer<ExportDialog> m_dialog; ///< the last one
};

} // namespace Weeknotes
