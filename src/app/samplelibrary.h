// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "core/week.h"
#include "notebook/notebook.h"

#include <QObject>

namespace Weeknotes {

class Session;

/// Invented notes in a library of their own, beside the person's and never in it.
class SampleLibrary : public QObject
{
    Q_OBJECT

public:
    /// `own` is the folder of the person's library, until another one is open; `missing` is what becomes of it where it
    /// is not there and never was open.
    SampleLibrary(Session &session, const QString &own, Notebook::Missing missing, QObject *parent = nullptr);

    /// Opens the sample, made anew, or, from the sample, the person's own library again.
    void toggle();
    [[nodiscard]] static QString folder();

private:
    void settleIn();
    void fill();

    Session &m_session;
    QString m_own;
    Notebook::Missing m_missing;
};

/// The invented notes, set in the weeks before `today`.
[[nodiscard]] std::vector<NoteDraft> sampleNotes(QDate today, const WeekRules &rules);

} // namespace Weeknotes
