// SPDX-License-Identifier: GPL-3.0-or-later
// What a step of the wheel costs in a note of 100,000 words, with text and preview side by side: 16 ms are a frame.
#include "app/textandpage.h"
#include "editor/markdownedit.h"
#include "markdown/document.h"
#include "preview/previewview.h"

#include <QScrollBar>
#include <QTest>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

QString longNote()
{
    QString text;
    for (int i = 0; i < 2000; ++i) { // paragraphs of 50 words
        if (i % 20 == 0)
            text += u"## Section %1\n\n- one\n- two\n\n![alt](images/%1.png)\n\n"_s.arg(i);
        text += u"Paragraph %1"_s.arg(i) + u" and *some* more words of a week"_s.repeated(6) +
                u" with [a link](https://a.example/%1).\n\n"_s.arg(i);
    }
    return text;
}

} // namespace

class BenchScroll : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStep_data()
    {
        QTest::addColumn<bool>("byText");
        QTest::addColumn<bool>("together");
        QTest::addColumn<bool>("painted");
        QTest::newRow("text alone, painted") << true << false << true;
        QTest::newRow("text leads, painted") << true << true << true;
        QTest::newRow("page leads, painted") << false << true << true;
        QTest::newRow("text leads") << true << true << false;
        QTest::newRow("page leads") << false << true << false;
    }

    void aStep()
    {
        QFETCH(bool, byText);
        QFETCH(bool, together);
        QFETCH(bool, painted);
        const QString text = longNote();
        MarkdownEdit edit;
        PreviewView page;
        edit.resize(700, 900);
        page.resize(800, 900);
        edit.setMarkdown(text);
        page.setDocument(Markdown::Document::parse(text), text);
        edit.show();
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&edit) && QTest::qWaitForWindowExposed(&page));
        (void)edit.document()->size();
        (void)page.document()->size();
        QCoreApplication::processEvents();
        TextAndPage both(edit, page, nullptr);
        both.setTogether(together);
        QScrollBar *bar = byText ? edit.verticalScrollBar() : page.verticalScrollBar();
        bar->setSliderPosition(bar->maximum() / 2);
        QBENCHMARK
        {
            bar->setSliderPosition(bar->value() + 60);
            if (painted) {
                edit.viewport()->grab();
                page.viewport()->grab();
            }
        }
    }
};

QTEST_MAIN(BenchScroll)
#include "bench_scroll.moc"
