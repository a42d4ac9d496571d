// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/matchesinview.h"
#include "markdown/document.h"
#include "preview/picture.h"
#include "preview/previewview.h"
#include "style/pagecolours.h"
#include "style/typography.h"
#include "support/pixels.h"
#include "support/rounds.h"
#include "typeset/formatproperties.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QMimeData>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextTable>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using Weeknotes::Test::picture;

namespace {

/// What random notes are made of: one of each thing a page can hold, and some to nest.
const QStringList &pieces()
{
    static const QStringList list{
        u"## A heading"_s,
        u"### A small one"_s,
        u"A paragraph with **bold**, *soft*, `code` and a [link](https://a.example/1)."_s,
        u"Another paragraph\nof two lines.[^1]"_s,
        u"> A quote\n>\n> of two paragraphs"_s,
        u"<!-- pull quote -->\n> A pull quote."_s,
        u"- one\n- two\n  - nested\n- three"_s,
        u"3. three\n4. four\n\n   and more"_s,
        u"- [ ] open\n- [x] done"_s,
        u"> - in a quote\n>\n> ```\n> code\n> ```"_s,
        u"```python\nreturn 1\n\nx = 2\n```"_s,
        u"***"_s,
        u"| a | b |\n|---|--:|\n| 1 | 2 |"_s,
        u"| lone |\n|------|"_s,
        u"![alt](images/a.png \"A caption\")"_s,
        u"words ![inline](images/b.png) words"_s,
        u"https://www.youtube.com/watch?v=abcdefghijk"_s,
        u"[https://vimeo.com/12](https://vimeo.com/12 \"A brass band\")"_s,
        u"Tune of the week: [brass](https://open.spotify.com/track/1)"_s,
        u"ملاحظات الأسبوع"_s,
        u"-"_s,
        u"<div>raw</div>"_s,
        u"[^1]: The note, *at length*."_s,
    };
    return list;
}

TitleBlock head()
{
    return {.kicker = u"Season 6"_s,
            .title = u"What the counter taught us"_s,
            .subtitle = {},
            .author = u"Robin Ellery"_s,
            .meta = u"3 min read"_s,
            .cards = {.video = u"Video on %1"_s,
                      .audio = u"Listen on %1"_s,
                      .post = u"Post on %1"_s,
                      .picture = u"Image at %1"_s},
            .notes = u"Notes"_s};
}

void show(PreviewView &view, const QStringList &blocks)
{
    view.setDocument(Markdown::Document::parse(blocks.join("\n\n"_L1)));
}

/// Everything that decides how a page looks: words and formats of each text block and each run in it.
QStringList looks(const PreviewView &view)
{
    const auto properties = [](const QTextFormat &format) {
        QString text;
        const QMap<int, QVariant> all = format.properties();
        for (auto property = all.begin(); property != all.end(); ++property) {
            if (property.key() == QTextFormat::ObjectIndex)
                continue;
            QString value;
            QDebug(&value) << property.value();
            text += QString::number(property.key()) + u'=' + value + u';';
        }
        return text;
    };
    QStringList result;
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
        QString line = properties(block.blockFormat()) + properties(block.charFormat());
        for (auto run = block.begin(); !run.atEnd(); ++run)
            line += u'|' + run.fragment().text() + u'@' + properties(run.fragment().charFormat());
        result += line;
    }
    return result;
}

QStringList paragraphs(int count)
{
    QStringList list;
    for (int i = 0; i < count; ++i)
        list += u"Paragraph %1 with words enough that it takes more than a single line of the page."_s.arg(i);
    return list;
}

/// The middle of the block that holds `words`, in the viewport.
QPoint placeOf(const PreviewView &view, const QString &words)
{
    QTextCursor cursor = view.document()->find(words);
    cursor.setPosition(cursor.selectionStart() + 1);
    return view.cursorRect(cursor).center();
}

} // namespace

class TestPreviewView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBareVideoLinkIsACard_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("bare") << u"https://vimeo.com/12"_s << u"Vimeo"_s << u"vimeo.com/12"_s;
        QTest::newRow("in angle brackets") << u"<https://vimeo.com/12>"_s << u"Vimeo"_s << u"vimeo.com/12"_s;
        QTest::newRow("titled") << u"[https://vimeo.com/12](https://vimeo.com/12 \"A brass *band*\")"_s
                                << u"A brass *band*"_s << u"Vimeo · vimeo.com/12"_s;
        QTest::newRow("titled over lines") << u"[https://vimeo.com/12](https://vimeo.com/12 'A brass\n band')"_s
                                           << u"A brass band"_s << u"Vimeo · vimeo.com/12"_s;
        QTest::newRow("music") << u"https://band.bandcamp.com/track/x"_s << u"Bandcamp"_s
                               << u"band.bandcamp.com/track/x"_s;
    }
    void aBareVideoLinkIsACard()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        QFETCH(QString, second);
        PreviewView view;
        view.resize(900, 700);
        show(view, {u"Before."_s, text, u"After."_s});
        const QTextBlock card = view.document()->find(first).block();
        QCOMPARE(card.text(), first + QChar::LineSeparator + second);
        QVERIFY(card.begin().fragment().charFormat().isAnchor());
        show(view, {u"Before."_s, u"See "_s + text, u"After."_s}); // not alone: a link among words
        QVERIFY(!view.document()->toRawText().contains(QChar::LineSeparator));
    }
    void aPictureElsewhereIsACard_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("shown"); // "/" parts lines, and "→" says where a link leads
        const QString target = u"→https://www.a.example/b.png"_s;
        QTest::newRow("alone") << u"![A map](https://www.a.example/b.png)"_s
                               << QStringList{u"A map/Image at a.example"_s + target};
        QTest::newRow("without words") << u"![](https://www.a.example/b.png)"_s
                                       << QStringList{u"Image at a.example"_s + target};
        QTest::newRow("with a caption") << u"![A map](https://www.a.example/b.png \"The *map*\")"_s
                                        << QStringList{u"A map/Image at a.example"_s + target, u"The *map*"_s};
        QTest::newRow("in a line") << u"![A map](https://www.a.example/b.png) here"_s
                                   << QStringList{u"A map (Image at a.example)"_s + target + u" here"_s};
        QTest::newRow("in a link") << u"[![A map](https://www.a.example/b.png)](https://c.example) here"_s
                                   << QStringList{u"A map→https://c.example here"_s};
        QTest::newRow("in a link, without words") << u"[![](https://www.a.example/b.png)](https://c.example) here"_s
                                                  << QStringList{u"c.example→https://c.example here"_s};
        QTest::newRow("with a blank caption")
            << u"![A map](https://www.a.example/b.png \"  \")"_s << QStringList{u"A map/Image at a.example"_s + target};
        QTest::newRow("nowhere") << u"![A map](https://)"_s << QStringList{QString(QChar::ObjectReplacementCharacter)};
    }
    void aPictureElsewhereIsACard()
    {
        QFETCH(QString, text);
        PreviewView view;
        view.setHead(head());
        show(view, {u"Before."_s, text, u"After."_s});
        QStringList shown;
        QTextBlock block = view.document()->find(u"Before."_s).block().next();
        for (; block.text() != "After."_L1; block = block.next()) {
            QString words;
            QString target;
            for (auto run = block.begin(); !run.atEnd(); ++run) {
                const QString before = std::exchange(target, run.fragment().charFormat().anchorHref());
                if (before != target && !before.isEmpty())
                    words += u"→"_s + before;
                words += run.fragment().text();
            }
            words += target.isEmpty() ? QString() : u"→"_s + target;
            shown += words.replace(QChar::LineSeparator, u'/');
        }
        QTEST(shown, "shown");
    }

    void itStandsAsItsWordsAreRead()
    {
        PreviewView view;
        TitleBlock hebrew = head();
        hebrew.cards.video = u"סרטון ב־%1"_s;
        view.setHead(hebrew);
        show(view, {u"https://vimeo.com/12"_s});
        QCOMPARE(view.document()->find(u"Vimeo"_s).block().blockFormat().layoutDirection(), Qt::RightToLeft);
    }

    void itsWordsAreThoseOfTheNotesLanguage()
    {
        PreviewView view;
        view.setHead(head());
        show(view, {u"https://vimeo.com/12"_s, u"a[^1]"_s, u"[^1]: b"_s});
        QVERIFY(view.toPlainText().contains("Video on Vimeo"_L1));
        QVERIFY(view.toPlainText().contains("\nNotes\n"_L1));
        TitleBlock french = head();
        french.cards.video = u"Vidéo sur %1"_s;
        view.setHead(french);
        QVERIFY(view.toPlainText().contains(u"Vidéo sur Vimeo"_s));
        french.notes = u"Remarques"_s;
        view.setHead(french);
        QVERIFY(view.toPlainText().contains("\nRemarques\n"_L1));
    }

    void marksHaveTheColourOfThePage()
    {
        PreviewView view;
        TitleBlock blue = head();
        blue.colour = QColor(0x1B, 0x5F, 0xA8);
        view.setHead(blue);
        show(view, {u"words[^1]"_s, u"[^1]: b"_s});
        const auto colour = [&view] {
            const QTextCursor behind = view.document()->find(u"words"_s);
            QTextCursor mark(view.document());
            mark.setPosition(behind.selectionEnd() + 1);
            return mark.charFormat().foreground().color();
        };
        QCOMPARE(colour(), blue.colour);
        view.setScheme(Scheme::Dark); // where it would be too deep
        QCOMPARE(colour(), pagePalette(Scheme::Dark, blue.colour).green);
        QVERIFY(colour() != blue.colour);
        view.setHead(head());
        QCOMPARE(colour(), Weeknotes::palette(Scheme::Dark).green);
    }

    void theFirstLetterIsALargeOne_data()
    {
        QTest::addColumn<QStringList>("blocks");
        QTest::addColumn<int>("large"); // the block, below the head; -1: none
        QTest::newRow("paragraph") << QStringList{u"One."_s, u"Two."_s} << 0;
        QTest::newRow("strong") << QStringList{u"**One.**"_s, u"Two."_s} << 0;
        QTest::newRow("heading first") << QStringList{u"## One"_s, u"Two."_s} << -1;
        QTest::newRow("list first") << QStringList{u"- One"_s, u"Two."_s} << -1;
        QTest::newRow("quote first") << QStringList{u"> One"_s, u"Two."_s} << -1;
        QTest::newRow("sign first") << QStringList{u"“One.”"_s, u"Two."_s} << -1;
        QTest::newRow("two units") << QStringList{u"😀 One."_s, u"Two."_s} << -1;
        QTest::newRow("title again") << QStringList{u"# What the counter taught us"_s, u"Two."_s} << 0;
    }
    void theFirstLetterIsALargeOne()
    {
        QFETCH(QStringList, blocks);
        QFETCH(int, large);
        PreviewView view;
        TitleBlock top = head();
        top.dropCap = true;
        top.replacesFirst = QByteArrayView(QTest::currentDataTag()) == "title again";
        view.setHead(top);
        show(view, blocks);
        QList<int> found;
        int number = -4; // kicker, title, subtitle's place, byline
        for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next(), ++number) {
            for (auto run = block.begin(); !run.atEnd(); ++run) {
                if (run.fragment().charFormat().objectType() == FormatProperty::dropCapObject)
                    found += number + 1;
            }
        }
        QCOMPARE(found, large < 0 ? QList<int>() : QList<int>{large});
        QVERIFY(large < 0 || blocks.front().startsWith(u'#') || view.found().text().contains("One."_L1));
        view.selectAll();
        view.copy();
        QVERIFY(QGuiApplication::clipboard()->text().contains("Two."_L1));
        QVERIFY(!QGuiApplication::clipboard()->text().contains(QChar::ObjectReplacementCharacter));
        top.dropCap = false;
        view.setHead(top);
        QVERIFY(!view.toPlainText().contains(QChar::ObjectReplacementCharacter));
    }

    void takesNoFontOfTheInterface()
    {
        PreviewView view;
        show(view, {u"A half-way house."_s});
        QFont tabular = view.font();
        tabular.setFeature("tnum", 1);
        view.setFont(tabular);
        QVERIFY(view.font().isFeatureSet("tnum"));
        QVERIFY(!view.document()->defaultFont().isFeatureSet("tnum"));
        view.setScheme(Scheme::Dark);
        QVERIFY(!view.document()->defaultFont().isFeatureSet("tnum"));
    }

    /// An edit has only that painted anew which it changed: nothing stale is left in the window.
    void whatIsPaintedAnewIsAllThatLooksOther()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        PreviewView view;
        view.resize(700, 500);
        TitleBlock top = head();
        top.dropCap = true;
        view.setHead(top);
        static const QRegularExpression far(u"\\[\\^|<!--"_s); // those have all parsed anew
        QStringList near = pieces();
        near.removeIf([](const QString &piece) { return piece.contains(far); });
        near.append(u"Prose of **many** lines, with `code` and [links](https://a.example) in *it*. "_s.repeated(6));
        QString text = near.join("\n\n"_L1).repeated(2);
        int followed = 0;
        const auto seen = [&view] { // but for the scroll bar, which hears of another height later
            return seenOf(view).copy(0, 0, view.verticalScrollBar()->x(), view.height());
        };
        auto document = Markdown::Document::parse(text);
        view.setDocument(document, text);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        for (int round = 0; round < rounds(60); ++round) {
            const auto at = random.bounded(text.size() + 1);
            view.showSource(int(at));
            view.setMarkedSource(int(at));
            (void)seen();
            if (random.bounded(4) == 0)
                text.remove(at, random.bounded(30));
            else
                text.insert(at, random.bounded(2) == 0 ? u"word "_s : u"x"_s);
            auto edited = document->edited(text);
            followed += int(bool(edited));
            document = edited ? std::move(edited) : Markdown::Document::parse(text);
            view.setDocument(document, text);
            view.setMarkedSource(int(at));
            const QImage after = seen();
            view.setMarkedSource(-1);
            view.setMarkedSource(int(at));
            view.viewport()->update();
            view.update();
            const QImage anew = seen();
            QCOMPARE(anew.size(), after.size());
            QVERIFY2(pixelsApart(after, anew) < 10, qPrintable(u"seed %1, round %2"_s.arg(seed).arg(round)));
        }
        QCOMPARE_GT(followed, rounds(60) / 4); // after some edits all is parsed anew
    }

    void incrementalIsTheSameAsFromScratch()
    {
        QRandomGenerator random(2026);
        PreviewView view;
        view.resize(900, 700);
        TitleBlock top = head();
        top.dropCap = true;
        view.setHead(top);
        QStringList blocks;
        for (int round = 0; round < rounds(120); ++round) {
            for (int edits = 1 + random.bounded(3); edits > 0; --edits) {
                const QString piece = pieces().at(random.bounded(int(pieces().size())));
                const int at = random.bounded(int(blocks.size()) + 1);
                if (blocks.size() > 14 || (!blocks.isEmpty() && random.bounded(3) == 0))
                    blocks.removeAt(std::min(at, int(blocks.size()) - 1));
                else
                    blocks.insert(at, piece);
            }
            show(view, blocks);
            PreviewView fresh;
            fresh.resize(900, 700);
            fresh.setHead(top);
            show(fresh, blocks);
            QCOMPARE(looks(view), looks(fresh));
        }
    }

    void oneEditReplacesOnePart_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("replaced");
        QTest::newRow("paragraph") << u"words"_s << u"words and"_s << 1;
        QTest::newRow("list item") << u"- a\n- b\n- c"_s << u"- a\n- b!\n- c"_s << 1;
        QTest::newRow("quote") << u"> a\n>\n> b"_s << u"> a\n>\n> b!"_s << 1;
        QTest::newRow("heading") << u"## a"_s << u"## ab"_s << 1;
        QTest::newRow("nothing a reader sees") << u"a\nb"_s << u"a \nb"_s << 0;
        QTest::newRow("footnote's words") << u"a[^1]\n\n[^1]: b"_s << u"a[^1]\n\n[^1]: bc"_s << 1;
    }

    void oneEditReplacesOnePart()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        PreviewView view;
        QStringList blocks = paragraphs(50);
        blocks.insert(25, before);
        show(view, blocks);
        blocks[25] = after;
        show(view, blocks);
        QTEST(view.replacedParts(), "replaced");
    }

    void theHeadIsAPartLikeOthers()
    {
        PreviewView view;
        view.setHead(head());
        show(view, paragraphs(20));
        TitleBlock other = head();
        other.title += u'!';
        view.setHead(other);
        QCOMPARE(view.replacedParts(), 1);
        QVERIFY(view.toPlainText().contains(other.title));
    }

    void theSameLetterAgainIsShown()
    {
        PreviewView view;
        QString text;
        for (int i = 0; i < 100; ++i) {
            text += u'h';
            view.setHead({.kicker = {}, .title = text, .subtitle = {}, .author = {}, .meta = {}});
            show(view, {text});
            QCOMPARE(view.toPlainText().count(u'h'), 2 * text.size());
        }
    }

    void spacesAreThoseOfThePage()
    {
        PreviewView view;
        view.setHead(head());
        show(view,
             {u"## Heading"_s, u"Sentence."_s, u"- one\n- two"_s, u"## Another"_s, u"```\ncode\n```"_s, u"After."_s});
        const auto above = [&view](const QString &words) {
            const QTextBlock block = view.document()->find(words).block();
            return block.isValid() ? block.blockFormat().topMargin() : -1;
        };
        const PageType &type = desktopPage();
        const double tucked = type.body.belowPx();
        QCOMPARE(above(u"Heading"_s), type.opening);
        QCOMPARE(above(u"Sentence."_s), type.afterHeading * type.body.size + type.largeHeading.belowPx());
        QCOMPARE(above(u"one"_s), type.body.abovePx() + tucked);
        QCOMPARE(above(u"two"_s), type.itemGap * type.body.size);
        QCOMPARE(above(u"Another"_s), type.largeHeading.abovePx() + tucked);
        QCOMPARE(above(u"After."_s), type.blockGap + type.codePadding);
    }

    void whatIsInViewStays()
    {
        PreviewView view;
        view.resize(600, 400);
        QStringList blocks = paragraphs(60);
        show(view, blocks);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.showSource(int(blocks.join("\n\n"_L1).indexOf(u"Paragraph 30 "_s)));
        const int before = placeOf(view, u"Paragraph 31 "_s).y();
        QVERIFY(view.verticalScrollBar()->value() > 0);
        for (const QString &inserted : {u"Words above."_s, u"```\ncode\n\ncode\n```"_s, u"| a |\n|---|\n| b |"_s}) {
            blocks.insert(3, inserted);
            show(view, blocks);
            QVERIFY(std::abs(placeOf(view, u"Paragraph 31 "_s).y() - before) <= 1); // layout is not in whole pixels
        }
        blocks.remove(3, 10);
        show(view, blocks);
        QVERIFY(std::abs(placeOf(view, u"Paragraph 31 "_s).y() - before) <= 1);
        blocks.last() += u" More below."_s;
        show(view, blocks);
        QVERIFY(std::abs(placeOf(view, u"Paragraph 31 "_s).y() - before) <= 1);
    }

    void anotherNoteStartsAtItsStart()
    {
        PreviewView view;
        view.resize(600, 400);
        show(view, paragraphs(60));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCOMPARE(view.verticalScrollBar()->value(), 0);
        view.verticalScrollBar()->setValue(1000);
        show(view, paragraphs(40));
        view.scrollToStart();
        QCOMPARE(view.verticalScrollBar()->value(), 0);
    }

    void linksAreToldNotOpened()
    {
        PreviewView view;
        view.resize(700, 600);
        show(view, {u"A [page](https://a.example/x), [a note](week:2019-W36) and [a script](javascript:alert(1)), "
                    "[a file](file:///etc/passwd), [data](data:text/html,x)."_s});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QSignalSpy links(&view, &PreviewView::linkActivated);
        for (const QString &words : {u"page"_s, u"a note"_s, u"a script"_s, u"a file"_s, u"data"_s})
            QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, placeOf(view, words));
        QCOMPARE(links.count(), 2);
        QCOMPARE(links[0][0].toUrl(), QUrl(u"https://a.example/x"_s));
        QCOMPARE(links[1][0].toUrl(), QUrl(u"week:2019-W36"_s));
        QVERIFY(view.toPlainText().contains(u"a script"_s));
    }

    void linksAreReachedByKeyboard()
    {
        PreviewView view;
        view.resize(700, 600);
        show(view, {u"A [page](https://a.example/x) and [more](https://a.example/y)."_s});
        view.show();
        view.activateWindow();
        view.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        const QSignalSpy links(&view, &PreviewView::linkActivated);
        QTest::keyClick(&view, Qt::Key_Tab);
        QTest::keyClick(&view, Qt::Key_Tab);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(links.count(), 1);
        QCOMPARE(links[0][0].toUrl(), QUrl(u"https://a.example/y"_s));
    }

    void footnotesLeadToTheirWords()
    {
        PreviewView view;
        view.resize(600, 300);
        QStringList blocks{u"Told[^x] here."_s};
        blocks += paragraphs(40);
        blocks += u"[^x]: The words."_s;
        show(view, blocks);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QSignalSpy links(&view, &PreviewView::linkActivated);
        view.activateWindow();
        view.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        QTest::keyClick(&view, Qt::Key_Tab);
        QTest::keyClick(&view, Qt::Key_Return);
        QVERIFY(view.viewport()->rect().contains(placeOf(view, u"The words"_s)));
        QCOMPARE(links.count(), 0);
    }

    void onlyOurImagesAreAskedFor()
    {
        QStringList asked;
        PreviewView view;
        view.resize(900, 700);
        view.setImageLoader([&](const QString &name, const PreviewView::ImageDone &done) {
            asked += name;
            done(name == "images/a.png"_L1 ? picture({300, 200}) : QByteArray());
        });
        show(view, {u"![a](images/a.png)"_s, u"![again](images/a.png)"_s, u"![gone](images/gone.png)"_s,
                    u"![r](https://tracker.example/p.gif)"_s, u"![r](//tracker.example/p.gif)"_s,
                    u"![f](file:///etc/passwd)"_s, u"![f](/etc/passwd)"_s, u"![f](../../secret.png)"_s,
                    u"![d](data:image/png;base64,AAAA)"_s, u"![q](qrc:/x.png)"_s, u"![q](:/x.png)"_s,
                    u"![w](\\\\host\\share.png)"_s, u"<img src=\"images/raw.png\">"_s});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_COMPARE(asked.size(), 2);
        const auto heightOf = [&](int number) {
            int seen = 0;
            for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
                if (block.text().contains(QChar::ObjectReplacementCharacter) && seen++ == number)
                    return block.layout()->lineAt(0).height();
            }
            return 0.0;
        };
        QTRY_VERIFY(heightOf(0) >= 200 && heightOf(0) < 240);
        QTRY_VERIFY(heightOf(2) < 120); // a box
        view.grab();
        asked.sort();
        QCOMPARE(asked, (QStringList{u"images/a.png"_s, u"images/gone.png"_s}));
    }

    void saysThatAPictureIsMissing()
    {
        const auto seen = [](const QString &image, const QString &missing) {
            PreviewView view;
            view.resize(600, 400);
            view.setMissingWords(missing);
            view.setImageLoader([&](const QString &, const PreviewView::ImageDone &done) { done({}); });
            show(view, {image});
            const QImage before = view.grab().toImage();
            // First its place is held, then the words come.
            return QTest::qWaitFor([&] { return view.grab().toImage() != before; }) ? view.grab().toImage() : QImage();
        };
        const QString ours = u"![alt](images/a.png)"_s;
        QVERIFY(!seen(ours, u"missing"_s).isNull());
        QVERIFY(seen(ours, u"missing"_s) != seen(ours, u"not here"_s));
    }

    void lateImagesHarmNobody()
    {
        std::vector<PreviewView::ImageDone> waiting;
        {
            PreviewView view;
            view.resize(600, 400);
            view.setImageLoader([&](const QString &, const PreviewView::ImageDone &done) { waiting.push_back(done); });
            show(view, {u"![a](images/a.png)"_s});
            view.grab();
            QTRY_COMPARE(waiting.size(), size_t(1));
        }
        waiting.front()(picture({10, 10}));
        waiting.front()("no image at all");
        QCoreApplication::processEvents();
    }

    void columnsGoAsTheWordsDo()
    {
        PreviewView view;
        view.setHead(head());
        show(view, {u"Before."_s, u"| | שבת |\n|---|---|\n| א | 2 |"_s, u"After."_s});
        const QTextTable *table = view.document()->find(u"שבת"_s).currentTable();
        QVERIFY(table);
        QCOMPARE(table->cellAt(0, 0).firstCursorPosition().block().text(), u"שבת"_s);
        QCOMPARE(table->cellAt(1, 1).firstCursorPosition().block().text(), u"א"_s);
        QCOMPARE(table->cellAt(1, 0).firstCursorPosition().blockFormat().layoutDirection(), Qt::RightToLeft);
        view.selectAll();
        view.copy();
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        QVERIFY2(
            copied->html().contains(u"<tr><td></td><td><strong>שבת</strong></td></tr><tr><td>א</td><td>2</td></tr>"_s),
            qPrintable(copied->html()));
        QVERIFY(copied->text().contains(u"Before.\nשבת\nא\n2\nAfter."_s));
    }

    void whatIsTooWideReachesOut()
    {
        PreviewView view;
        view.setHead(head());
        view.letReachOut();
        const QString words = u"Unbreakable"_s.repeated(3);
        show(view,
             {u"```\n"_s + u"code "_s.repeated(60) + u"\n```"_s, u"| a | b |\n|---|---|\n| %1 | %1 |"_s.arg(words)});
        view.resize(390, 600);
        view.show();
        QTRY_VERIFY(view.horizontalScrollBar()->maximum() > 0);
        QCOMPARE(view.document()->find(u"code"_s).block().layout()->lineCount(), 1);
        const QTextBlock cell = view.document()->find(words).block();
        QCOMPARE(cell.layout()->lineCount(), 1);
        view.resize(1200, 600);
        QTRY_VERIFY(QTextCursor(cell).currentTable()->format().columnWidthConstraints().isEmpty());
    }

    void groundsGoWithTheWords()
    {
        PreviewView view;
        view.letReachOut();
        view.setHead(head());
        show(view, {u"- item"_s, u"```\n"_s + u"code "_s.repeated(200) + u"\n```"_s});
        view.resize(390, 600);
        view.show();
        QTRY_VERIFY(view.horizontalScrollBar()->maximum() > 0);
        const QRect item = view.cursorRect(QTextCursor(view.document()->find(u"item"_s).block()));
        const QRect mark(0, item.top(), item.left(), item.height());
        const auto isPlain = [&] {
            const QImage seen = view.viewport()->grab(mark).toImage();
            QImage plain(seen.size(), seen.format());
            plain.fill(Weeknotes::palette(Scheme::Light).page);
            return pixelsApart(seen, plain) == 0;
        };
        QVERIFY(!isPlain());
        view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->maximum());
        QVERIFY(isPlain());
    }

    void theFootIsCopiedAsItIsRead()
    {
        PreviewView view;
        TitleBlock top = head();
        top.foot = {.tags = {u"Two words"_s}, .previous = {u"הקודמת"_s, u"שבוע"_s}, .next = {u"הבאה"_s, u"יום"_s}};
        view.setHead(top);
        show(view, {u"Words."_s});
        view.selectAll();
        view.copy();
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        QVERIFY2(copied->text().endsWith(u"Words.\nTwo words\nהקודמת\nשבוע\nהבאה\nיום"_s), qPrintable(copied->text()));
        QVERIFY(!copied->html().contains("<td>"_L1));
    }

    void copiesMeaning()
    {
        PreviewView view;
        view.resize(900, 700);
        show(view, {u"## Head"_s, u"A **bold** [link](https://a.example/?a=1&b=2) & `x < y`."_s,
                    u"- one\n  1. inner\n- two"_s, u"> said"_s, u"```\na\nb\n```"_s, u"| h |\n|---|\n| c |"_s});
        view.selectAll();
        view.copy();
        const QMimeData *copied = QApplication::clipboard()->mimeData();
        QCOMPARE(copied->html(),
                 u"<h3>Head</h3><p>A <strong>bold</strong> <a href=\"https://a.example/?a=1&amp;b=2\">link</a> &amp; "
                 "<code>x &lt; y</code>.</p><ul><li><p>one</p><ol><li><p>inner</p></li></ol></li><li><p>two</p></li>"
                 "</ul><blockquote><p>said</p></blockquote><pre>a\nb</pre><table><tr><td><strong>h</strong></td></tr>"
                 "<tr><td>c</td></tr></table>"_s);
        QVERIFY(copied->text().contains(u"• one\n  1. inner\n• two\nsaid\na\nb"_s));
    }

    void theWayBackFromAFootnoteIsNotCopied()
    {
        PreviewView view;
        view.resize(900, 700);
        show(view, {u"Told[^a]."_s, u"[^a]: Words."_s});
        QVERIFY(view.toPlainText().contains(u'↩'));
        view.selectAll();
        view.copy();
        QVERIFY(QApplication::clipboard()->mimeData()->text().contains(u"Words."_s));
        QVERIFY(!QApplication::clipboard()->mimeData()->text().contains(u'↩'));
        QVERIFY(!QApplication::clipboard()->mimeData()->html().contains(u'↩'));
    }

    void widthsAndSchemesKeepTheWords()
    {
        PreviewView view;
        view.setHead(head());
        show(view, pieces());
        const QString words = view.toPlainText();
        for (const int width : {200, 360, 727, 760, 1600}) {
            view.resize(width, 600);
            view.setScheme(width % 2 ? Scheme::Dark : Scheme::Light);
            QVERIFY(!view.grab().isNull());
            QCOMPARE(view.toPlainText(), words);
            QVERIFY(view.viewport()->width() <= 680);
        }
    }

    void theColumnStandsStillWhenTheScrollBarComes()
    {
        PreviewView view;
        view.resize(900, 400);
        show(view, {u"short"_s});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QRect column = view.viewport()->geometry();
        QCOMPARE(column.width(), 680);
        show(view, paragraphs(40));
        QTRY_VERIFY(view.verticalScrollBar()->isVisible());
        QCOMPARE(view.viewport()->geometry(), column);
        show(view, {u"short"_s});
        QTRY_VERIFY(!view.verticalScrollBar()->isVisible());
        QCOMPARE(view.viewport()->geometry(), column);
    }

    void emptyAndNoDocumentAreFine()
    {
        PreviewView view;
        view.setDocument(nullptr);
        view.setDocument(Markdown::Document::parse({}));
        view.showSource(10);
        view.grab();
        QCOMPARE(view.toPlainText(), QString());
        show(view, {u"a"_s});
        show(view, {});
        QCOMPARE(view.toPlainText(), QString());
    }
};

QTEST_MAIN(TestPreviewView)
#include "tst_previewview.moc"
