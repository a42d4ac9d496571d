// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/textcopy.h"
#include "support/rounds.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestTextCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsEachEdit();
    void isThereBeforeOthersHear();

private:
    static QString textOf(const QTextDocument &document)
    {
        return document.toRawText().replace(QChar::ParagraphSeparator, u'\n');
    }
};

void TestTextCopy::followsEachEdit()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    QTextDocument document;
    (void)document.documentLayout(); // without one it tells of no edits
    const TextCopy copy(document);
    static const QStringList pieces{u"a"_s, u"\n"_s, u"word no\u00A0break"_s, u"🎈"_s, u"one\ntwo\n\nthree"_s, u"é"_s};
    for (int round = 0; round < rounds(2000); ++round) {
        QTextCursor cursor(&document);
        const int last = document.characterCount() - 1;
        cursor.setPosition(random.bounded(last + 1));
        cursor.setPosition(std::min(cursor.position() + random.bounded(8), last), QTextCursor::KeepAnchor);
        switch (random.bounded(9)) {
        case 0:
            document.undo();
            break;
        case 1:
            document.redo();
            break;
        case 2:
            cursor.removeSelectedText();
            break;
        case 3: {
            QTextCursor lines(&document);
            lines.beginEditBlock();
            lines.insertText(u"above\n"_s);
            lines.movePosition(QTextCursor::End);
            lines.insertText(u"\nbelow"_s);
            lines.endEditBlock();
            break;
        }
        case 4:
            document.markContentsDirty(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart());
            break;
        case 5:
            cursor.setBlockFormat({});
            break;
        case 6:
            if (random.bounded(60) == 0)
                document.setPlainText(u"new\ntext"_s);
            else if (random.bounded(60) == 0)
                document.clear();
            else
                cursor.deletePreviousChar();
            break;
        default:
            cursor.insertText(pieces.at(random.bounded(int(pieces.size()))));
        }
        if (document.characterCount() > 2000)
            document.clear();
        QVERIFY2(copy.text() == textOf(document), qPrintable(u"seed %1, round %2"_s.arg(seed).arg(round)));
    }
}

void TestTextCopy::isThereBeforeOthersHear()
{
    QTextDocument document;
    (void)document.documentLayout(); // without one it tells of no edits
    const TextCopy copy(document);
    QString heard;
    connect(&document, &QTextDocument::contentsChange, this, [&] { heard = copy.text(); });
    QTextCursor(&document).insertText(u"a\nb"_s);
    QCOMPARE(heard, u"a\nb"_s);
}

QTEST_MAIN(TestTextCopy)
#include "tst_textcopy.moc"
