// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>

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
        Preview
    };

    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    [[nodiscard]] QByteArray splitter() const;
    void setSplitter(const QByteArray &state);
    [[nodiscard]] bool isPaneShown(Pane pane) const;
    void setPaneShown(Pane pane, bool shown);
    [[nodiscard]] SchemeChoice scheme() const;
    void setScheme(SchemeChoice choice);
    /// Pixels; 0 where the person has set nothing.
    [[nodiscard]] int editorTextSize() const;
    void setEditorTextSize(int pixels);
    /// Where pages went last; empty at first.
    [[nodiscard]] QString publishFolder() const;
    void setPublishFolder(const QString &folder);

private:
    QSettings &m_settings;
};

} // namespace Weeknotes
