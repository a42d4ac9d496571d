// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/htmlwriter.h"
#include "markdown/outline.h"
#include "markdown/plaintext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes::Markdown;

namespace {

/// About `words` words as notes have them, with a link, an emphasis, a list, a heading now and then.
QString longText(int words, const QString &word)
{
    QString text;
    for (int i = 0, paragraph = 0; i < words; ++paragraph) {
        if (paragraph % 8 == 0)
            text += u"## Heading %1\n\n"_s.arg(paragraph);
        const bool item = paragraph % 5 == 0;
        text += item ? u"- "_s : QString();
        for (int j = 0; j < 60 && i < words; ++j, ++i) {
            text += j == 20 ? u"[%1](https://example.org/%2)"_s.arg(word).arg(i) : j == 40 ? u"*%1*"_s.arg(word) : word;
            text += item || j % 12 != 11 ? u' ' : u'\n';
        }
        text += u"\n\n"_s;
    }
    return text;
}

} // namespace

class bench_Markdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data();
    void parse();
    void forReaders();
    void html();
    void plain();
    void measuring();

private:
    const QString m_text = longText(100'000, u"weekly"_s);
};

void bench_Markdown::parse_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("100,000 words, ASCII") << m_text;
    QTest::newRow("100,000 words, accents") << longText(100'000, u"écrits"_s);
    QTest::newRow("100,000 words, footnotes and comments")
        << m_text + u"\n[^1]\n\n[^1]: note\n\n<!-- private\nsecret\n-->\n"_s;
    QTest::newRow("1,000 words") << longText(1000, u"weekly"_s);
}

void bench_Markdown::parse()
{
    QFETCH(const QString, text);
    QBENCHMARK
    {
        QVERIFY(Document::parse(text)->blocks().size() > 10);
    }
}

void bench_Markdown::forReaders()
{
    const auto document = Document::parse(m_text);
    QBENCHMARK
    {
        QVERIFY(document->forReaders(QDate(2026, 11, 20))->blocks().size() > 10);
    }
}

void bench_Markdown::html()
{
    const auto document = Document::parse(m_text);
    QBENCHMARK
    {
        QVERIFY(HtmlWriter().write(*document).size() > m_text.size());
    }
}

void bench_Markdown::plain()
{
    const auto document = Document::parse(m_text);
    QBENCHMARK
    {
        QVERIFY(!toPlainText(*document).isEmpty());
    }
}

void bench_Markdown::measuring()
{
    const auto document = Document::parse(m_text);
    QBENCHMARK
    {
        QVERIFY(measure(*document).words >= 100'000);
    }
}

QTEST_GUILESS_MAIN(bench_Markdown)
#include "bench_markdown.moc"
