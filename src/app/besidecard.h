// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"

#include <QAbstractButton>

class QTextDocument;

namespace Weeknotes {

/// A note in a few quiet lines: when, its title, some of its words. A click, Space or Enter wants to read it.
class BesideCard : public QAbstractButton
{
    Q_OBJECT

public:
    BesideCard(const NoteId &note, const QString &when, const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] const NoteId &note() const { return m_note; }
    /// HTML, in which what is bold is in the first ink, and below it a list of plain lines.
    void setWords(const QString &html, const QStringList &list = {});
    [[nodiscard]] const QString &words() const { return m_words; }

    [[nodiscard]] QSize sizeHint() const override { return size(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void write();
    /// As high as its words need. Not by heightForWidth(): with that QScrollArea forgets the width its own scroll bar
    /// takes.
    void fit();

    NoteId m_note;
    QString m_when;
    QString m_title;
    QString m_words;
    QStringList m_list;
    QTextDocument *m_document;
};

} // namespace Weeknotes
