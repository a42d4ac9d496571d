// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lookbackpage.h"
#include "core/error.h"
#include "core/note.h"
#include "insight/writingfacts.h"

class QAction;
class QComboBox;
class QPushButton;
class QStackedWidget;

namespace Weeknotes {

class ChartColumn;
class EmptyState;
class SchemeSwitch;
class SeasonTexts;
class Session;
struct StretchFigures;

/// A season, or a year, in figures and pictures beside the one before, and the way to a note about it.
class SeasonReview : public LookBackPage
{
    Q_OBJECT

public:
    /// Both must outlive it.
    SeasonReview(Session &session, const SchemeSwitch &schemes, QWidget *parent = nullptr);
    ~SeasonReview() override;

    [[nodiscard]] QString name() const override;
    void refresh() override;

    // For tests: the parts as they are.
    [[nodiscard]] ChartColumn &charts() const { return *m_charts; }
    [[nodiscard]] QComboBox &choice() const { return *m_choice; }
    [[nodiscard]] QPushButton &finale() const { return *m_finale; }
    [[nodiscard]] QAction &finaleAsPost() const { return *m_asPost; }
    [[nodiscard]] QAction &finaleAsWeeknote() const { return *m_asWeeknote; }

    [[nodiscard]] QPushButton &book() const { return *m_book; }

Q_SIGNALS:
    /// The person wants a book of it.
    void bookRequested(const Weeknotes::Stretch &stretch);

private:
    void layOut();
    void fillChoice();
    void read();
    void showReview();
    void showNothing();
    void showTrouble(const Error &error);
    void startFinale(NoteKind kind);
    [[nodiscard]] std::optional<Stretch> before() const;

    Session &m_session;
    QStackedWidget *m_stack; // the review, or why there is none
    ChartColumn *m_charts;
    EmptyState *m_nothing;
    QComboBox *m_choice;
    QPushButton *m_book;
    QPushButton *m_finale;
    QAction *m_asPost;
    QAction *m_asWeeknote;
    std::vector<Stretch> m_stretches; // by the row of the choice
    std::optional<Stretch> m_stretch; // that is shown
    std::unique_ptr<const SeasonTexts> m_texts;
    std::unique_ptr<const StretchFigures> m_now;
    std::unique_ptr<const StretchFigures> m_before;
    quint64 m_reading = 0; // the newest alone is shown
};

} // namespace Weeknotes
