// SPDX-License-Identifier: GPL-3.0-or-later
// What a very long note costs, in CPU time of this thread, since others may use the machine too: opening it in editor
// and preview, each key from the text to the painted page, and memory after an hour of typing. A frame is 16.7 ms.
#include "app/textandpage.h"
#include "bench/threadtime.h"
#include "editor/markdownedit.h"
#include "editor/spelling.h"
#include "markdown/document.h"
#include "preview/previewview.h"

#include <QApplication>
#include <QFile>
#include <QTest>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

/// Notes the longest event, with all that it sets off.
class Application : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth++ > 0) {
            const bool done = QApplication::notify(receiver, event);
            --m_depth;
            return done;
        }
        const double begin = threadTime();
        const bool done = QApplication::notify(receiver, event);
        longest = std::max(longest, threadTime() - begin);
        --m_depth;
        return done;
    }
    double longest = 0; ///< ms

private:
    int m_depth = 0;
};

Application &application()
{
    return *static_cast<Application *>(QCoreApplication::instance());
}

/// With one of each thing that notes have; the same headings come again.
QString longNote(int words)
{
    QString text;
    for (int i = 0; i < words / 50; ++i) { // paragraphs of 50 words
        if (i % 20 == 0)
            text += u"## What happened\n\n"_s;
        if (i % 50 == 10)
            text += u"- one\n- two\n  - inner\n- [ ] task\n\n"_s;
        if (i % 100 == 30)
            text += u"```python\ndef part(notes):\n    return sum(len(n) for n in notes)  # %1\n```\n\n"_s.arg(i);
        if (i % 100 == 60)
            text += u"| a | b |\n|---|---|\n| %1 | 2 |\n| 3 | 4 |\n\n"_s.arg(i);
        text += u"Paragraph %1"_s.arg(i) + u" and *some* more words of a week"_s.repeated(6) +
                u" with [a link](https://a.example/%1).\n\n"_s.arg(i);
    }
    return text;
}

/// The two panes, as in the window.
struct SideBySide
{
    void set(const std::shared_ptr<const Markdown::Document> &document, const QString &text)
    {
        edit.setMarkdown(text);
        view.setDocument(document, text);
        view.scrollToStart();
        both.align();
    }
    [[nodiscard]] bool show()
    {
        edit.spelling().setOn(true);
        edit.resize(700, 900);
        view.resize(800, 900);
        edit.show();
        view.show();
        return QTest::qWaitForWindowExposed(&edit) && QTest::qWaitForWindowExposed(&view);
    }

    MarkdownEdit edit;
    PreviewView view;
    TextAndPage both{edit, view, nullptr};
};

void report(double value, QTest::QBenchmarkMetric metric = QTest::WalltimeMilliseconds)
{
    QTest::setBenchmarkResult(value, metric);
}

/// The value that this share of all does not pass.
double share(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    return values[size_t(double(values.size() - 1) * part)];
}

double kilobytes() // proportional set size
{
    QFile memory(u"/proc/self/smaps_rollup"_s);
    if (!memory.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : memory.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.sliced(4).chopped(2).trimmed().toDouble();
    }
    return 0;
}

} // namespace

class BenchLongNote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void open_data();
    void open();
    void key_data();
    void key();
    void soak();
};

void BenchLongNote::open_data()
{
    QTest::addColumn<int>("words");
    for (const int words : {9'500, 100'000, 1'000'000})
        QTest::addRow("%d words", words) << words;
}

void BenchLongNote::open()
{
    QFETCH(const int, words);
    const QString text = longNote(words);
    const auto document = Markdown::Document::parse(text);
    const QString fonts = u"# With its *fonts*\n\n`loaded`"_s;
    SideBySide sides;
    sides.set(Markdown::Document::parse(fonts), fonts);
    QVERIFY(sides.show());
    sides.edit.grab();
    sides.view.grab();
    const double begin = threadTime();
    sides.set(document, text);
    sides.edit.grab();
    sides.view.grab();
    const double first = threadTime() - begin;
    application().longest = 0;
    while (!sides.view.isFilled() || !sides.edit.isSettled())
        QCoreApplication::processEvents();
    QTest::qWait(500); // what is put off: colours, spelling
    qInfo("first screen %.1f ms, longest event then %.1f, in all %.1f", first, application().longest,
          threadTime() - begin);
    report(std::max(first, application().longest));
}

void BenchLongNote::key_data()
{
    QTest::addColumn<int>("words");
    QTest::addColumn<QString>("place");
    for (const int words : {9'500, 100'000, 1'000'000}) {
        for (const QString &place : {u"start"_s, u"heading"_s, u"middle"_s, u"end"_s})
            QTest::addRow("%d words, %s", words, qPrintable(place)) << words << place;
    }
}

void BenchLongNote::key()
{
    QFETCH(const int, words);
    QFETCH(const QString, place);
    QString text = longNote(words);
    const int last = words / 50 - 1;
    const int middle = int(text.size() / 2);
    qsizetype at = place == "start"_L1    ? text.indexOf("Paragraph 1 "_L1)
                   : place == "end"_L1    ? text.indexOf(u"Paragraph %1 "_s.arg(last))
                   : place == "middle"_L1 ? text.indexOf("Paragraph "_L1, middle)
                                          : text.indexOf("What "_L1, middle);
    auto document = Markdown::Document::parse(text);
    PreviewView view;
    view.resize(800, 900);
    view.setDocument(document, text);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.showSource(int(at));
    while (!view.isFilled())
        QCoreApplication::processEvents();
    view.grab();
    std::vector<double> whole;
    std::vector<double> parsing;
    std::vector<double> writing;
    for (int i = 0; i < 40; ++i) {
        text.insert(at++, u'x');
        const double begin = threadTime();
        document = document->edited(text);
        QVERIFY(document);
        const auto readable = document->forReaders({2026, 11, 20});
        const double parsed = threadTime();
        view.setDocument(readable, text);
        view.setMarkedSource(int(at));
        view.showSource(int(at));
        const double shown = threadTime();
        view.viewport()->grab();
        whole.push_back(threadTime() - begin);
        parsing.push_back(parsed - begin);
        writing.push_back(shown - parsed);
    }
    qInfo("parsing %.2f ms, page %.2f, with painting %.2f; 95 %% under %.2f", share(parsing, 0.5), share(writing, 0.5),
          share(whole, 0.5), share(whole, 0.95));
    report(share(whole, 0.95));
}

void BenchLongNote::soak()
{
    const QString text = longNote(9'500);
    auto document = Markdown::Document::parse(text);
    SideBySide sides;
    auto &[edit, view, both] = sides;
    sides.set(document, text);
    connect(&edit, &MarkdownEdit::textEdited, &view, [&] {
        const QString now = edit.markdown();
        auto next = document->edited(now);
        document = next ? next : Markdown::Document::parse(now);
        view.setDocument(document->forReaders({2026, 11, 20}), now);
        both.showChange();
    });
    QVERIFY(sides.show());
    const auto type = [&](int keys) {
        for (int i = 0; i < keys; ++i) {
            if (i % 100 == 0)
                edit.setCursorOffset(int(text.indexOf(u"Paragraph %1 "_s.arg(i / 100 % 190))));
            QTest::keyClick(&edit, i % 100 < 50 ? Qt::Key_X : Qt::Key_Backspace);
            QCoreApplication::processEvents();
        }
    };
    type(5'000);
    const double before = kilobytes();
    type(50'000);
    const double after = kilobytes();
    QCOMPARE(edit.markdown(), text);
    qInfo("%.0f kB before 50,000 keys, %.0f after: %+.1f %%", before, after, (after / before - 1) * 100);
    report((after / before - 1) * 100, QTest::Events);
}

int main(int argc, char *argv[])
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); // ms; an hour of typing takes minutes
    const Application app(argc, argv);
    BenchLongNote bench;
    return QTest::qExec(&bench, argc, argv);
}
#include "bench_longnote.moc"
