// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/appsettings.h"
#include "app/mainwindow.h"
#include "app/schemeswitch.h"
#include "app/session.h"
#include "core/clock.h"

#include <QTemporaryDir>
#include <QThreadPool>
#include <QTimeZone>

#include <memory>

namespace Weeknotes::TestData {

/// The real window on a library in a folder of its own, on Friday 20 November 2026. `close` and `open` stand for
/// quitting and starting again.
class Desk
{
public:
    Desk() : m_file(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat), m_settings(m_file) {}
    // As the application does at its end: what goes on in the background reads the clock.
    ~Desk() { QThreadPool::globalInstance()->waitForDone(); }

    void open(const QString &note = {})
    {
        m_schemes = std::make_unique<SchemeSwitch>(SchemeChoice::Light);
        m_session = std::make_unique<Session>(m_clock);
        m_window = std::make_unique<MainWindow>(*m_session, m_settings, *m_schemes, path(QStringLiteral("library")));
        m_window->resize(1280, 800);
        m_window->show();
        m_session->open(path(QStringLiteral("library")), note);
    }
    void close()
    {
        m_window.reset();
        m_session.reset();
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Session &session() { return *m_session; }
    [[nodiscard]] AppSettings &settings() { return m_settings; }

private:
    QTemporaryDir m_folder;
    QSettings m_file;
    AppSettings m_settings;
    FixedClock m_clock{QDateTime(QDate(2026, 11, 20), QTime(14, 3), QTimeZone::UTC)};
    std::unique_ptr<SchemeSwitch> m_schemes;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Weeknotes::TestData
