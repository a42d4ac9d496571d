// SPDX-License-Identifier: GPL-3.0-or-later
// Notes as a book. WEEKNOTES_BOOK=FILE writes a PDF of one there, to be looked at.
#include "markdown/document.h"
#include "preview/picture.h"
#include "support/rounds.h"
#include "typeset/book.h"
#include "typeset/pdf.h"

#include <QBuffer>
#include <QFile>
#include <QPaintEngine>
#include <QPdfWriter>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using Markdown::Document;

namespace {

const QDate today(2026, 11, 20);

/// What is drawn on a page.
struct DrawnPage
{
    QStringList texts;
    int images = 0;

    [[nodiscard]] QString all() const { return texts.join(u' '); }
};

class RecordingEngine final : public QPaintEngine
{
public:
    explicit RecordingEngine(std::vector<DrawnPage> &pages) : QPaintEngine(AllFeatures), m_pages(pages) {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { ++m_pages.back().images; }
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override
    {
        ++m_pages.back().images;
    }
    void drawTextItem(const QPointF &, const QTextItem &item) override { m_pages.back().texts << item.text(); }
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    [[nodiscard]] Type type() const override { return User; }

private:
    std::vector<DrawnPage> &m_pages;
};

/// Paper that remembers.
class RecordingPaper final : public QPdfWriter
{
public:
    RecordingPaper() : QPdfWriter(&nowhere()) {}

    bool newPage() override
    {
        m_pages.emplace_back();
        return true;
    }
    [[nodiscard]] QPaintEngine *paintEngine() const override { return &m_engine; }
    [[nodiscard]] const std::vector<DrawnPage> &pages() const { return m_pages; }

private:
    static QBuffer &nowhere()
    {
        static QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        return buffer;
    }

    std::vector<DrawnPage> m_pages{1};
    mutable RecordingEngine m_engine{m_pages};
};

BookChapter chapter(const QString &title, const QString &markdown)
{
    BookChapter made{.head = {.kicker = {},
                              .title = title,
                              .subtitle = {},
                              .author = u"Robin Ellery"_s,
                              .meta = {},
                              .notes = u"Notes"_s},
                     .line = u"Line of "_s + title,
                     .document = Document::parse(markdown)->forReaders(today),
                     .images = {}};
    made.images.insert(u"images/a.png"_s, Test::picture({400, 300}));
    return made;
}

BookFront front()
{
    return {.title = u"Season 5"_s,
            .subtitle = u"Weeknotes of a library"_s,
            .author = u"Robin Ellery"_s,
            .dates = u"September 2019 – July 2020"_s,
            .contents = u"Contents"_s};
}

QString words(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += u"word%1 "_s.arg(i);
    return text;
}

std::vector<BookChapter> chapters()
{
    return {
        chapter(u"First week"_s, words(1200) + u"\n\n![alt](images/a.png \"Caption\")\n\n<!-- private\nSECRET\n-->"_s),
        chapter(u"Second week"_s, u"Short.[^1]\n\n[^1]: A footnote."_s),
        chapter(u"Third week"_s, words(600) + u"\n\n<!-- until 2099-01-01\nSECRET\n-->\n\n<!-- ? SECRET -->"_s)};
}

} // namespace

class TestBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pages();
    void longContents();
    void theLastEntryIsNotAlone();
    void nothing();
    void ends();
    void aPdf();
    void placesOfNothing();
    void headingsStayWithTheirText();
    void cardsStayWithTheirCaptions();
    void tallPicturesStandOnOneSheet();
    void aNote();
    void writtenToBeLookedAt();
};

void TestBook::pages()
{
    RecordingPaper paper;
    int asked = 0;
    const auto firsts =
        paintBook(paper, front(), chapters(), [&asked](int done, int total) { return done == asked++ && total == 6; });
    QVERIFY(firsts);
    QCOMPARE(asked, 6);
    const std::vector<DrawnPage> &pages = paper.pages();
    QCOMPARE(firsts->size(), 3U);
    QCOMPARE(firsts->front().page, 3); // title page, contents
    QCOMPARE(firsts->front().listedOn, 2);
    QVERIFY(pages.size() >= 8);
    for (const QString &line : {front().title, front().subtitle, front().author, front().dates})
        QVERIFY2(pages[0].all().contains(line), qPrintable(pages[0].all()));
    QVERIFY(pages[1].texts.contains(u"Contents"_s));
    int images = 0;
    for (size_t i = 0; i < pages.size(); ++i) {
        const DrawnPage &page = pages[i];
        const QString all = page.all();
        QVERIFY(!page.texts.isEmpty());
        QVERIFY(!all.contains("SECRET"_L1));
        images += page.images;
        const int number = int(i) + 1;
        const bool opens = std::ranges::contains(*firsts, number, &BookPlace::page);
        QCOMPARE(page.texts.contains(QString::number(number)), number > 1);
        if (number > 2)
            QCOMPARE(page.texts.contains(u"Season 5"_s), !opens); // the running head
    }
    QCOMPARE(images, 1);
    const QStringList titles{u"First week"_s, u"Second week"_s, u"Third week"_s};
    for (size_t i = 0; i < firsts->size(); ++i) {
        const int page = firsts->at(i).page;
        QVERIFY(pages[1].texts.contains(titles[qsizetype(i)]));
        QVERIFY(pages[1].texts.contains(u"Line of "_s + titles[qsizetype(i)]));
        QVERIFY(pages[1].texts.contains(QString::number(page)));
        QVERIFY(pages[size_t(page) - 1].texts.contains(titles[qsizetype(i)]));
    }
    QVERIFY(pages[size_t(firsts->at(1).page) - 1].all().contains("A footnote."_L1));
}

void TestBook::longContents()
{
    std::vector<BookChapter> many;
    for (int i = 0; i < 60; ++i)
        many.push_back(chapter(u"Week %1, a title that is much too long for one line of the contents of this book, "
                               "so that it takes two or three of them"_s.arg(i),
                               u"Words."_s));
    RecordingPaper paper;
    const auto firsts = paintBook(paper, front(), many);
    QVERIFY(firsts && firsts->front().page > 4);
    QCOMPARE(paper.pages().size(), size_t(firsts->back().page));
    for (int i = 0; i < firsts->front().page - 1; ++i)
        QVERIFY(!paper.pages()[size_t(i)].texts.isEmpty());
    QVERIFY(paper.pages()[size_t(firsts->at(59).page) - 1].all().contains("Week 59,"_L1));
}

void TestBook::theLastEntryIsNotAlone()
{
    for (size_t count = 20; count < 31; ++count) { // ten or so on a page of the contents
        const std::vector<BookChapter> many(count,
                                            chapter(u"A title that is much too long for one line of the contents "
                                                    "of this book, so that it takes two or three of them"_s,
                                                    u"Words."_s));
        RecordingPaper paper;
        const auto places = paintBook(paper, front(), many);
        QVERIFY(places);
        QCOMPARE(places->at(count - 2).listedOn, places->at(count - 1).listedOn);
        QVERIFY(places->at(count - 2).listed.bottom() < places->at(count - 1).listed.top());
    }
}

void TestBook::nothing()
{
    RecordingPaper paper;
    const auto firsts = paintBook(paper, {}, {});
    QVERIFY(firsts && firsts->empty());
    RecordingPaper other;
    QVERIFY(paintBook(other, front(), {{.head = {}, .line = {}, .document = nullptr, .images = {}}}));
    QCOMPARE(other.pages().size(), 3U);
}

void TestBook::ends()
{
    for (int stop = 0; stop < 6; ++stop) {
        RecordingPaper paper;
        QVERIFY(!paintBook(paper, front(), chapters(), [stop](int done, int) { return done < stop; }));
    }
}

/// A PDF of as many pages, with its links, and a way to each chapter from its outline and its contents.
void TestBook::aPdf()
{
    const PdfFacts facts{.title = u"Season 5 & ü"_s,
                         .author = u"Robin (Ellery)"_s,
                         .language = u"en"_s,
                         .creator = u"Weeknotes"_s,
                         .size = QPageSize(QPageSize::A4)};
    const QString title = u"a (b) \\ ü 漢"_s;
    const auto pdf = bookPdf(
        facts, front(), {chapter(title, u"[b](https://b.example/) [c](week:2019-W36)"_s), chapter(u"d"_s, u"e"_s)});
    QVERIFY(pdf);
    QCOMPARE(pdf->count("/Type /Page\n"), 4);
    QCOMPARE(pdf->count("/URI ("), 1);
    QVERIFY(pdf->contains("/URI (https://b.example/)"));
    QVERIFY(pdf->contains("<rdf:li>Robin (Ellery)</rdf:li>"));
    QCOMPARE(pdf->count("/Type /Outlines"), 1);
    QCOMPARE(pdf->count("/Dest ["), 4); // two in the outline, two in the contents
    QByteArray hex = "FEFF";
    for (const QChar c : title)
        hex += QByteArray::number(c.unicode(), 16).toUpper().rightJustified(4, '0');
    QVERIFY(pdf->contains("/Title <" + hex + '>'));
    QVERIFY(!bookPdf(facts, front(), chapters(), [](int, int) { return false; }));
    const auto note = notePdf(facts, chapters()[0]);
    QVERIFY(note && note->startsWith("%PDF-"));
    QVERIFY(!note->contains("/Outlines"));
}

/// What is not a PDF of Qt's is left alone.
void TestBook::placesOfNothing()
{
    for (const QByteArray &pdf : {""_ba, "%PDF-1.4"_ba, "startxref\n7\n%%EOF"_ba,
                                  "xref\n0 1\ntrailer\n<<\n/Size 1\n>>\nstartxref\n0\n%%EOF"_ba})
        QCOMPARE(withPlaces(pdf, {{.title = u"a"_s, .page = 1, .listedOn = 1, .listed = {}}}), pdf);
}

void TestBook::headingsStayWithTheirText()
{
    QRandomGenerator random(2);
    for (int round = 0; round < rounds(15); ++round) {
        QString text;
        for (int i = 0; i < 40; ++i) {
            text += u"# head%1x\n\n"_s.arg(i);
            if (random.bounded(4) == 0)
                text += u"## below%1x\n\n"_s.arg(i);
            text += u"text%1x "_s.arg(i) + words(random.bounded(60)) + u"\n\n"_s;
        }
        RecordingPaper paper;
        QVERIFY(paintBook(paper, front(), {chapter(u"Title"_s, text)}));
        for (int i = 0; i < 40; ++i) {
            const auto isOn = [&](const QString &word) {
                return [word](const DrawnPage &page) { return page.all().contains(word); };
            };
            const auto head = std::ranges::find_if(paper.pages(), isOn(u"head%1x"_s.arg(i)));
            QVERIFY2(head != paper.pages().end(), qPrintable(u"round %1, %2"_s.arg(round).arg(i)));
            QVERIFY2(head->all().contains(u"text%1x"_s.arg(i)), qPrintable(u"round %1, %2"_s.arg(round).arg(i)));
        }
    }
}

void TestBook::cardsStayWithTheirCaptions()
{
    QRandomGenerator random(3);
    for (int round = 0; round < rounds(15); ++round) {
        QString text;
        for (int i = 0; i < 40; ++i)
            text += words(random.bounded(60)) +
                    u"\n\n![card%1x](https://host%1x.example/b.png \"caption%1x\")\n\n"_s.arg(i);
        RecordingPaper paper;
        QVERIFY(paintBook(paper, front(), {chapter(u"Title"_s, text + u"Last.[^1]\n\n[^1]: The note."_s)}));
        const auto pageOf = [&](const QString &word) {
            return std::ranges::find_if(paper.pages(),
                                        [&](const DrawnPage &page) { return page.all().contains(word); });
        };
        for (int i = 0; i < 40; ++i) {
            const auto card = pageOf(u"card%1x"_s.arg(i));
            QVERIFY2(card != paper.pages().end(), qPrintable(u"round %1, %2"_s.arg(round).arg(i)));
            QVERIFY2(card->all().contains(u"host%1x"_s.arg(i)), qPrintable(u"round %1, %2"_s.arg(round).arg(i)));
            QVERIFY2(card->all().contains(u"caption%1x"_s.arg(i)), qPrintable(u"round %1, %2"_s.arg(round).arg(i)));
        }
        QVERIFY(pageOf(u"Notes"_s)->all().contains("The note."_L1));
    }
}

void TestBook::tallPicturesStandOnOneSheet()
{
    BookChapter tall = chapter(u"Title"_s, words(100) + u"\n\n![alt](images/tall.png \"A caption\")\n\nThe end."_s);
    tall.images.insert(u"images/tall.png"_s, Test::picture({400, 1600}));
    RecordingPaper paper;
    QVERIFY(paintNote(paper, tall));
    const auto shown = std::ranges::find_if(paper.pages(), [](const DrawnPage &page) { return page.images > 0; });
    QVERIFY(shown != paper.pages().end());
    QVERIFY(shown->all().contains("A caption"_L1));
    QCOMPARE(std::ranges::count_if(paper.pages(), [](const DrawnPage &page) { return page.images > 0; }), 1);
}

void TestBook::aNote()
{
    RecordingPaper paper;
    QVERIFY(paintNote(paper, chapters()[1]));
    QCOMPARE(paper.pages().size(), 1U);
    QVERIFY(paper.pages()[0].texts.contains(u"Second week"_s));
    RecordingPaper longer;
    QVERIFY(paintNote(longer, chapters()[0]));
    QVERIFY(longer.pages().size() > 2);
    QVERIFY(longer.pages()[1].texts.contains(u"2"_s));
}

void TestBook::writtenToBeLookedAt()
{
    const QString path = qEnvironmentVariable("WEEKNOTES_BOOK");
    if (path.isEmpty())
        QSKIP("nobody wants to look");
    std::vector<BookChapter> notes;
    for (int i = 1; i < 30; ++i) {
        const QString lorem =
            u"We met on Tuesday to decide what the counter is for, and found that eleven people had an "
            "answer and the printer had none. It hums. Somebody taped a sign to it, which is the only "
            "thing it has printed all week, if printed is the word. "_s;
        BookChapter note = chapter(
            i % 3 == 0 ? u"5.%1 — weeknotes — eleven people, one printer, and a long look back"_s.arg(i)
                       : u"5.%1 — weeknotes"_s.arg(i),
            lorem.repeated(3) + u"\n\n## What went well\n\n"_s + lorem.repeated(2) +
                u"\n\n- one thing\n- another thing, with `code` and *emphasis*\n\n> "_s + lorem +
                u"\n\n<!-- pull quote -->\n> It hums.\n\n"_s + lorem.repeated(i % 5 * 2) +
                u"\n\n---\n\n## And then\n\n"_s + lorem +
                u"\n\n| Day | People |\n|---|--:|\n| Monday | 4 |\n| Tuesday | 11 |\n\n```\nint "
                "main()\n```\n\n![A sign](images/a.png \"The sign, on day two\")\n\n[A link](https://a.example/) "
                "and a note.[^1]\n\n[^1]: To be exact."_s);
        note.head.subtitle = i % 2 == 0 ? u"What the library counter taught us"_s : QString();
        note.head.meta = u"4 min read · 14 Oct 2019"_s;
        note.line = u"7 – 13 October 2019"_s;
        notes.push_back(std::move(note));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto pdf = bookPdf({.title = u"Season 5"_s,
                              .author = u"Robin Ellery"_s,
                              .language = u"en"_s,
                              .creator = {},
                              .size = QPageSize(QPageSize::A4)},
                             front(), notes);
    QVERIFY(pdf && file.write(*pdf) > 0);
}

QTEST_MAIN(TestBook)
#include "tst_book.moc"
