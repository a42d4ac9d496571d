// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;

namespace Weeknotes {

class NotePane;
class OutlineList;
class Session;
struct WindowActions;

/// The headings of the note, above its text: type to have fewer, Enter or a click goes there. The keyboard stays in
/// the field.
class OutlinePopup : public QFrame
{
    Q_OBJECT

public:
    /// A child of `window`, opened by an action. All must outlive it.
    OutlinePopup(NotePane &note, const Session &session, const WindowActions &actions, QWidget *window);

    [[nodiscard]] const OutlineList &headings() const { return *m_headings; }
    [[nodiscard]] const QListView &list() const { return *m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void open();
    void close();
    void filter(const QString &words);
    void place();
    [[nodiscard]] bool takeKey(int key);
    void moveTo(int row);
    void choose(const QModelIndex &index);

    NotePane &m_note;
    const Session &m_session;
    OutlineList *m_headings;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing;
};

} // namespace Weeknotes
