// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lookbackpage.h"
#include "core/error.h"

class QStackedWidget;

namespace Weeknotes {

class ChartColumn;
class EmptyState;
class LibraryFacts;
class SchemeSwitch;
class Session;

/// All that the library says of its writing, in charts.
class StatisticsPage : public LookBackPage
{
    Q_OBJECT

public:
    /// Both must outlive it.
    StatisticsPage(Session &session, const SchemeSwitch &schemes, QWidget *parent = nullptr);

    [[nodiscard]] QString name() const override;
    void refresh() override;

    // For tests: the parts as they are.
    [[nodiscard]] ChartColumn &charts() const { return *m_charts; }

private:
    void showFacts(const LibraryFacts &facts);
    void showTrouble(const Error &error);

    Session &m_session;
    QStackedWidget *m_stack; // the charts, or why there are none
    ChartColumn *m_charts;
    EmptyState *m_nothing;
    quint64 m_reading = 0; // the newest alone is shown
};

} // namespace Weeknotes
