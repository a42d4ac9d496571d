// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Weeknotes {

/// Asks for one name. Return takes it, Escape leaves; what is no good is said below the field in one sentence.
class NameDialog : public QDialog
{
    Q_OBJECT

public:
    struct Words
    {
        QString title;
        QString about;         ///< what the name is for: one sentence
        QString field;         ///< accessible name
        QString take;          ///< of the button
        QString replaces = {}; ///< says that known name %1 will be something else; empty if that is no matter
        QString replace = {};  ///< of the button then
    };
    /// `known` names, in whatever case, complete what is typed. `problemOf` is given each name without spaces around
    /// it, which may be empty; it answers with a sentence, or with nothing where the name is good.
    NameDialog(const Words &words, const QStringList &known, std::function<QString(const QString &name)> problemOf,
               QWidget *parent);

    /// To be taken or typed over.
    void propose(const QString &name);
    [[nodiscard]] QLineEdit &field() const { return *m_field; }

Q_SIGNALS:
    void named(const QString &name);

private:
    void layOut();
    void take();
    void tellWhatIsReplaced();
    void say(const QString &sentence);

    Words m_words;
    QStringList m_known;
    std::function<QString(const QString &name)> m_problemOf;
    QLineEdit *m_field;
    QLabel *m_sentence;
    QPushButton *m_take;
};

} // namespace Weeknotes
