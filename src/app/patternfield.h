// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QLineEdit;
class QMenu;
class QPushButton;

namespace Weeknotes {

/// A field for a title pattern (core/titlepattern.h), with the fields to put into it and the patterns to choose from.
class PatternField : public QWidget
{
    Q_OBJECT

public:
    explicit PatternField(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    /// Says nothing.
    void setText(const QString &pattern);
    [[nodiscard]] QLineEdit &line() const { return *m_line; }
    /// Why `text` is no pattern, in one sentence; empty where it is one, or there is none.
    [[nodiscard]] QString problem() const;

    struct Choice
    {
        QString pattern;
        QString example; ///< a title
        QString remark;  ///< "14 notes"; may be empty
    };
    void setChoices(const std::vector<Choice> &found, const std::vector<Choice> &common);

Q_SIGNALS:
    /// The person changed it.
    void textEdited(const QString &pattern);
    void editingFinished();

private:
    void fillFields();
    void addChoices(const QString &heading, const std::vector<Choice> &choices);
    void put(const QString &pattern);

    QLineEdit *m_line;
    QPushButton *m_insert;
    QPushButton *m_choose;
    QMenu *m_fields;
    QMenu *m_patterns;
};

} // namespace Weeknotes
