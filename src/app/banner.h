// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QBoxLayout;
class QLabel;

namespace Weeknotes {

/// A sentence at the top of the pane it concerns, with what can be done about it. Hidden while there is none.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    struct Choice
    {
        QString text;
        std::function<void()> chosen; ///< called after the banner has gone
    };

    /// For narrow places: its buttons stand below the text.
    void stack();
    /// Shows `text` and a button for each choice; replaces what stood there. Read out to a screen reader.
    void say(const QString &text, const std::vector<Choice> &choices = {});
    /// `closable`: with a button that only takes it away.
    void sayClosable(const QString &text, std::vector<Choice> choices = {});
    /// `sayClosable` of what is done, and wants no look: in a quiet colour.
    void tell(const QString &text, std::vector<Choice> choices = {});
    /// `tell`, of the note in view: `leaveNote` takes it away.
    void sayOfNote(const QString &text, std::vector<Choice> choices = {});
    void leaveNote();
    void dismiss();
    [[nodiscard]] QString text() const;

private:
    QLabel *m_text;
    QBoxLayout *m_row;
    QList<QWidget *> m_buttons;
    bool m_isOfNote = false;
};

} // namespace Weeknotes
