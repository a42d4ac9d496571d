// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "storage/publication.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Weeknotes {

class DayField;
class Session;

/// Where a note stands in the world: the places it has gone to, and one to add. What is done here is written at once.
class PublishPlaces : public QWidget
{
    Q_OBJECT

public:
    PublishPlaces(Session &session, NoteHeader note, QWidget *parent = nullptr);

    /// What to add, unless somebody has typed: where the page that was just written will stand.
    void propose(const QUrl &address);
    /// The note as it is now; where it stands is read anew.
    void setNote(const NoteHeader &note);
    /// Where an older text of it stands, once that is read.
    [[nodiscard]] const std::optional<std::vector<QUrl>> &outdated() const { return m_outdated; }
    /// There it is the text of now.
    void confirmOutdated();
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// The note's fields are other ones now.
    void noteChanged(const Weeknotes::NoteHeader &note);
    void failed(const Weeknotes::Error &error);
    /// `outdated` is that of the note as it is.
    void placesRead();
    /// Something was done, in a sentence.
    void done(const QString &words);

private:
    void layOut();
    void read();
    void show(const std::vector<Publication> &places);
    [[nodiscard]] QWidget *rowOf(const Publication &place);
    [[nodiscard]] QString wordsOf(const Publication &place) const;
    /// What is typed, though without "https://"; invalid where it is no address of a page.
    [[nodiscard]] QUrl address() const;
    void add(const std::optional<QUrl> &address, QDate day);
    [[nodiscard]] bool isBlank() const;
    void showMark();
    void mark();
    void makeOriginal(const QUrl &address);
    void remove(const QUrl &address);
    template <typename Answer> void take(const Answer &answer, const QString &words);

    Session &m_session;
    NoteHeader m_note;
    QVBoxLayout *m_rows;
    QLineEdit *m_address;
    DayField *m_day;
    QPushButton *m_mark;
    bool m_typed = false;
    std::optional<std::vector<QUrl>> m_outdated;
};

} // namespace Weeknotes
