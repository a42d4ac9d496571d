// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QTextDocument;

namespace Weeknotes {

/// The text of a document of plain text, lines ended by LF, kept in step with its edits: to ask the document takes as
/// long as the text is, with each key. Whoever hears of an edit after this object has the text as it is now.
class TextCopy final : public QObject
{
    Q_OBJECT

public:
    /// `document` must outlive it, and have a layout when it is edited.
    explicit TextCopy(const QTextDocument &document, QObject *parent = nullptr);

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    void follow(int from, int removed, int added);

    const QTextDocument &m_document;
    QString m_text;
};

} // namespace Weeknotes
