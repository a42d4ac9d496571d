// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/besidetext.h"
#include "style/palette.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace Weeknotes {

class BesideCard;
class BesideReader;
class MarkdownEdit;
class Session;

/// What was written before, beside the draft: last week's note, this week in earlier years, and who or what the cursor
/// stands on, where it was mentioned last. A card opens to be read whole in the same place. It reads nothing while it
/// is hidden, and looks where the cursor is only when that rests. UI thread only.
class BesidePane : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    BesidePane(Session &session, MarkdownEdit &editor, QWidget *parent = nullptr);

    void setScheme(Scheme scheme);

    // For tests.
    [[nodiscard]] QStringList headings() const;
    [[nodiscard]] QList<BesideCard *> cards() const;
    [[nodiscard]] BesideReader *reader() const;

Q_SIGNALS:
    void noteActivated(const Weeknotes::NoteId &id);
    void linkActivated(const QUrl &url);

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// A heading, and the cards below it.
    struct Group
    {
        QWidget *box = nullptr;
        QLabel *heading = nullptr;
        QVBoxLayout *cards = nullptr;
        std::vector<std::pair<NoteId, qint64>> notes = {}; ///< with their revisions
    };

    void layOut();
    [[nodiscard]] Group makeGroup(QVBoxLayout &column);
    void connectParts();
    void refresh();
    /// The cards of these notes, unless they stand there as they are.
    void fill(Group &group, const QString &heading, const std::vector<NoteId> &notes, bool withOpenEnds);
    void clear(Group &group);
    BesideCard *addCard(Group &group, const NoteHeader &note);
    void lookAtCursor();
    void seek(const BesideText::Mention &mention);
    /// Reads the next of the notes that may have it, newest first, until there are enough.
    void readMention(const BesideText::Mention &mention, std::vector<NoteId> rest, quint64 order);
    void showWhetherEmpty();
    void read(const NoteId &id);
    void leaveReader();

    Session &m_session;
    MarkdownEdit &m_editor;
    QStackedWidget *m_pages;
    QScrollArea *m_scroll;
    BesideReader *m_reader;
    QLabel *m_nothing;
    Group m_before;
    Group m_years;
    Group m_mentions;
    QTimer m_soon;
    QTimer m_rest; // of the cursor
    NoteId m_draft;
    std::optional<BesideText::Mention> m_mention;
    quint64 m_order = 0; // counts what was looked for: only the newest is shown
};

} // namespace Weeknotes
