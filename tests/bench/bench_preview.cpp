// SPDX-License-Identifier: GPL-3.0-or-later
// What a keystroke costs in a note of 100,000 words: in the editor, in the preview, and opening such a note.
#include "editor/markdownedit.h"
#include "markdown/document.h"
#include "preview/previewview.h"

#include <QTest>
#include <QTextCursor>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

constexpr int paragraphCount = 2000; // of 50 words

QString longNote()
{
    QString text;
    for (int i = 0; i < paragraphCount; ++i) {
        if (i % 20 == 0)
            text += u"## Section %1\n\n"_s.arg(i);
        text += u"Paragraph %1"_s.arg(i) + u" and *some* more words of a week"_s.repeated(6) +
                u" with [a link](https://a.example/%1).\n\n"_s.arg(i);
    }
    return text;
}

} // namespace

class BenchPreview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void openInPreview()
    {
        const auto document = Markdown::Document::parse(longNote());
        PreviewView view;
        view.resize(800, 900);
        view.setDocument(Markdown::Document::parse(u"# With its *fonts*\n\n`loaded`"_s));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QBENCHMARK_ONCE
        {
            view.setDocument(document);
            view.grab();
        }
    }

    void keystrokeInPreview_data()
    {
        QTest::addColumn<int>("paragraph");
        QTest::newRow("first") << 0;
        QTest::newRow("middle") << paragraphCount / 2;
        QTest::newRow("last") << paragraphCount - 1;
    }

    void keystrokeInPreview()
    {
        QFETCH(int, paragraph);
        QString text = longNote();
        const int at = int(text.indexOf(u"Paragraph %1 "_s.arg(paragraph)));
        PreviewView view;
        view.resize(800, 900);
        auto document = Markdown::Document::parse(text);
        view.setDocument(document);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.showSource(at);
        view.grab();
        QBENCHMARK
        {
            text.insert(at, u'x');
            document = document->edited(text);
            view.setDocument(document->forReaders({2026, 11, 20}));
            view.viewport()->grab();
        }
        QCOMPARE(view.replacedParts(), 1);
    }

    void openInEditor()
    {
        const QString text = longNote();
        MarkdownEdit edit;
        edit.resize(700, 900);
        edit.setMarkdown(u"# With its *fonts*\n\n`loaded`"_s);
        edit.show();
        QVERIFY(QTest::qWaitForWindowExposed(&edit));
        QBENCHMARK_ONCE
        {
            edit.setMarkdown(text);
            edit.grab();
        }
    }

    void keystrokeInEditor()
    {
        MarkdownEdit edit;
        edit.resize(700, 900);
        edit.setMarkdown(longNote());
        edit.show();
        QVERIFY(QTest::qWaitForWindowExposed(&edit));
        edit.setCursorOffset(int(edit.markdown().size() / 2));
        edit.ensureCursorVisible();
        edit.grab();
        QBENCHMARK
        {
            QTest::keyClick(&edit, Qt::Key_X);
            edit.viewport()->grab();
        }
    }
};

QTEST_MAIN(BenchPreview)
#include "bench_preview.moc"
