// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelinerows.h"

#include <QAbstractListModel>
#include <QLocale>
#include <QSet>

namespace Weeknotes {

/// The timeline as a list, newest first: headings with totals, notes, pauses and missed weeks. It holds headers, never
/// texts. Changes reach views as exact row changes, so that selection and scroll position stay; only where very many
/// rows come and go at once, as with another filter, it resets. UI thread only.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        KindRole = Qt::UserRole + 1, ///< int(TimelineRow::Kind)
        NumberRole,                  ///< "6.09", as its season's titles write it; empty where the note has none
        DetailRole,                  ///< the second line of a note, the right side of a heading
        BadgeRole,                   ///< "fortnight"; empty for a weeknote
        DelayRole,                   ///< "+4 days" of a late note
        StatusRole,                  ///< int(NoteStatus), of notes
        ChangedRole,                 ///< isChangedSincePublished, of notes
        LinkRole,                    ///< what a row offers to do: "write it now"
        QuietRole,                   ///< true if it offers that only to those who are at the row
        RowIdRole                    ///< the row's key, steady through changes
    };

    explicit TimelineModel(const QLocale &locale = QLocale(), QObject *parent = nullptr);

    /// Shows `content`; whatever stays the same stays where it is. O(n log n).
    void setContent(const TimelineContent &content);
    /// Shows what is chosen of it. O(n).
    void setChoice(const TimelineChoice &choice);
    [[nodiscard]] const TimelineChoice &choice() const { return m_choice; }
    /// How many notes the choice leaves.
    [[nodiscard]] int noteCount() const;
    /// … and which; nothing where it leaves all.
    [[nodiscard]] std::optional<QSet<NoteId>> shownNotes() const;
    /// The same note after a save: changes its row, and its heading's totals. When its period or kind changed, the
    /// weeks may have changed too: then give the whole content.
    void updateNote(const NoteHeader &header);

    [[nodiscard]] const std::vector<TimelineRow> &rows() const { return m_rows; }
    [[nodiscard]] QModelIndex indexOf(const NoteId &id) const;
    /// The row with that key (RowIdRole); invalid where there is none.
    [[nodiscard]] QModelIndex indexOfKey(const QString &key) const;
    /// The heading that the row stands below; -1 where it is one, or where none stands above.
    [[nodiscard]] int headingOf(int row) const;
    /// `moveText` by the content's rules.
    [[nodiscard]] QString moveTextOf(const Week &week) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// See timeline/notesmime.h.
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;

Q_SIGNALS:
    // Around all the steps of a change that adds, moves or takes away rows: for a view that is to stay where it is.
    void rowsAboutToChange();
    void rowsChanged();

private:
    class Steps;

    void show();
    /// What was remembered of the notes before they changed.
    void forget();
    [[nodiscard]] const std::vector<TimelineNotePtr> &admittedNotes();
    void changeWords(Steps &steps, const NoteHeader &header);
    [[nodiscard]] QString title(const TimelineRow &row) const;
    [[nodiscard]] QString detail(const TimelineRow &row) const;
    [[nodiscard]] QString noteDetail(const TimelineRow &row) const;
    [[nodiscard]] QString statusText(const NoteHeader &note) const;
    [[nodiscard]] QString pauseDetail(const Pause &pause) const;
    [[nodiscard]] QString spoken(const TimelineRow &row) const;
    [[nodiscard]] QString toolTip(const TimelineRow &row) const;

    QLocale m_locale;
    TimelineContent m_content;
    TimelineChoice m_choice;
    std::vector<TimelineNotePtr> m_notes; ///< all of the content's
    struct Narrowed
    {
        NoteMatcher matcher;
        std::vector<TimelineNotePtr> notes;
    };
    std::vector<Narrowed> m_narrowed;      ///< what the filter left as it was typed, each within the one before
    std::vector<TimelineRow> m_unfiltered; ///< while a filter is on, to come back as they were; empty where unknown
    bool m_isFiltered = false;             ///< m_rows are
    std::vector<TimelineRow> m_rows;
};

/// Where something that is dragged would go: "Move to week 47, 16 – 22 November 2026".
[[nodiscard]] QString moveText(const Week &week, const WeekRules &rules, const QLocale &locale);
/// "Draft", "Ready", "Published".
[[nodiscard]] QString statusName(NoteStatus status);
/// It is published, and has another text than somewhere it stands.
[[nodiscard]] bool isChangedSincePublished(const NoteHeader &note);
/// "weeknote", "fortnight", "longer note", "post".
[[nodiscard]] QString kindName(NoteKind kind);
/// "Season 5", and of one with a name "Season 5 · The big move".
[[nodiscard]] QString seasonName(int season, const QString &name = {});

} // namespace Weeknotes
