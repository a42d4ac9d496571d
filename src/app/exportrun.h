// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporter/exporter.h"

#include <QWidget>

#include <atomic>
#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Weeknotes {

class Session;

/// The foot of a dialog that makes files of notes: what there is to say, how far it is, and its two buttons. What is
/// made is made on another thread and can be stopped, also by letting go of this; what stood there before stays as it
/// is then. UI thread only.
class ExportRun : public QWidget
{
    Q_OBJECT

public:
    /// `session` must outlive it.
    explicit ExportRun(Session &session, QWidget *parent = nullptr);
    ~ExportRun() override;

    /// Makes it, one thing at a time; says what came of it.
    void start(const ExportRequest &request);
    /// False where there is nothing to stop.
    bool stop();
    /// What the first button does, and whether there is something to do it with.
    void setAction(const QString &words);
    void setReady(bool ready);
    void say(const QString &words, bool problem = false);
    [[nodiscard]] QPushButton &makeButton() const { return *m_make; }

Q_SIGNALS:
    void makeRequested();
    void closeRequested();
    void made(const Weeknotes::ExportReport &report);

private:
    void showMade(const Result<ExportReport> &outcome, ExportForm form);
    void showState();

    Session &m_session;
    QLabel *m_words;
    QProgressBar *m_progress;
    QPushButton *m_close;
    QPushButton *m_make;
    std::shared_ptr<std::atomic_bool> m_stop; ///< while something is made
    bool m_ready = false;
};

} // namespace Weeknotes
