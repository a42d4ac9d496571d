// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/textfinder.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace Weeknotes {

class FindField;

/// The slim bar below the text: what to look for, how, and what to put in its place. It knows no text; `FindInView`
/// does the work.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    /// `name` says what is looked through, for whoever can't see it.
    explicit FindBar(const QString &name, QWidget *parent = nullptr);

    /// Shows the bar with the keyboard in it, with the row for the replacement or without.
    void open(bool withReplacement);
    /// What is written in it stays for the next time.
    void close();
    /// Without it there is nothing to be replaced.
    void setWritable(bool writable);

    void setSought(const QString &words);
    [[nodiscard]] TextFinder finder() const;
    [[nodiscard]] QString replacement() const;

    /// `current` from 1, 0 for none.
    void showCount(int current, int count);
    void showNoCount();
    /// A sentence below the fields, until the next; empty for none.
    void say(const QString &sentence);
    void complain(const QString &sentence);

    // For tests.
    [[nodiscard]] FindField &soughtField() const { return *m_sought; }
    [[nodiscard]] FindField &replacementField() const { return *m_replacement; }
    [[nodiscard]] QString count() const;
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    /// Other words, or another way to look for them.
    void soughtChanged();
    /// 1 for the next one, -1 for the one before.
    void stepRequested(int direction);
    void replaceRequested();
    void replaceAllRequested();
    void closeRequested();

private:
    void layOut();
    void connectParts();
    [[nodiscard]] QHBoxLayout *optionsAndSteps();
    [[nodiscard]] QToolButton *addOption(const QString &sign, const QString &name, const QString &explanation);
    [[nodiscard]] QToolButton *addTool(const QString &sign, const QString &name, const QString &keys);
    void showReplacement(bool shown);
    void tell(const QString &sentence, const QString &role);

    FindField *m_sought;
    FindField *m_replacement;
    QToolButton *m_matchCase;
    QToolButton *m_wholeWords;
    QToolButton *m_expression;
    QToolButton *m_previous;
    QToolButton *m_next;
    QPushButton *m_replace;
    QPushButton *m_replaceAll;
    QToolButton *m_close;
    QLabel *m_sentence;
    bool m_writable = true;
    bool m_withReplacement = false;
};

} // namespace Weeknotes
