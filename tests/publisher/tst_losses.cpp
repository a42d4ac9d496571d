// SPDX-License-Identifier: GPL-3.0-or-later
// What is said to be lost is held to what the forms are made of.
#include "cli/losstext.h"
#include "publisher/clip.h"
#include "publisher/losses.h"
#include "publisher/mediumarchive.h"
#include "publisher/page.h"
#include "publisher/sampleposts.h"
#include "support/rounds.h"

#include <QRegularExpression>
#include <QTest>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

constexpr int kinds = int(Loss::Kind::LongTag) + 1;

QString madeOf(const Post &post, PostForm form)
{
    switch (form) {
    case PostForm::Page:
    case PostForm::Site:
    case PostForm::Pdf:
        return QString::fromUtf8(PageMaker::make({})->page(post)->html);
    case PostForm::MediumArchive:
        return QString::fromUtf8(mediumPost(post, {.id = {}, .draft = false, .exported = {}}).front().data);
    case PostForm::MediumClip:
        return clipOf(post, ClipTarget::Medium).html;
    case PostForm::WordPressClip:
        return clipOf(post, ClipTarget::WordPress).html;
    case PostForm::DocumentsClip:
        return clipOf(post, ClipTarget::Documents).html;
    case PostForm::PlainTextClip:
        return clipOf(post, ClipTarget::PlainText).text;
    case PostForm::Generator:
    case PostForm::Markdown:
        break;
    }
    return {};
}

const Loss *lossIn(const std::vector<Loss> &losses, Loss::Kind kind)
{
    const auto found = std::ranges::find(losses, kind, &Loss::kind);
    return found == losses.end() ? nullptr : &*found;
}

using Forms = std::vector<PostForm>;
const Forms medium{PostForm::MediumArchive, PostForm::MediumClip, PostForm::PlainTextClip};
const Forms pages{PostForm::Page, PostForm::Site};
const Forms clips{PostForm::WordPressClip, PostForm::DocumentsClip};
const Forms documents{PostForm::DocumentsClip};
const Forms wordPress{PostForm::WordPressClip};

Forms operator+(Forms some, const Forms &others)
{
    some.insert(some.end(), others.begin(), others.end());
    return some;
}

} // namespace

Q_DECLARE_METATYPE(Forms)

class TestLosses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLost_data();
    void whatIsLost();
    void aGeneratorHasNoOtherNotes();
    void placesAreInTheText();
    void tags();
    void imagesWithoutAddress();
    void imagesTooLarge();
    void aPlainNoteLosesNothing();
    void everyLossIsOneSentence();
    void neverFails();
};

/// In `forms`, and in no other, `text` loses `count` of that kind; what comes of it has `then` and no more has `gone`.
void TestLosses::whatIsLost_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Forms>("forms");
    QTest::addColumn<QString>("then");
    QTest::addColumn<QString>("gone");
    const auto row = [](const char *name, Loss::Kind kind, int count, const QString &text, const Forms &forms,
                        const QString &then, const QString &gone) {
        QTest::newRow(name) << int(kind) << count << text << forms << then << gone;
    };
    using Kind = Loss::Kind;
    row("table", Kind::Table, 1, u"| aa | bb |\n|---|---|\n| cc | dd |"_s, medium, u"aa: cc; bb: dd"_s, u"<table"_s);
    row("nested list", Kind::NestedList, 2, u"- aa\n  - bb\n    - cc"_s, medium, u"– – cc"_s, u"<ul>\n<li>bb"_s);
    row("numbers", Kind::NumberedList, 1, u"7. aa\n8. bb"_s, medium, u"8. bb"_s, u"<ol"_s);
    row("code in a list", Kind::PartsInList, 1, u"- aa\n\n  ```\n  bb\n  ```"_s, medium + wordPress, u"bb"_s,
        u"<li><pre"_s);
    row("tasks", Kind::TaskList, 2, u"- [x] aa\n- [ ] bb"_s, medium + clips, u"☑ aa"_s, u"<input"_s);
    row("list in a quote", Kind::PartsInQuote, 1, u"> - aa\n> - bb"_s, medium, u"– aa"_s, u"<ul"_s);
    row("deep heading", Kind::DeepHeading, 2, u"#### aa\n\n##### bb"_s, medium, u"aa"_s, u"<h5"_s);
    row("footnotes", Kind::Footnote, 2, u"aa[^1] bb[^2]\n\n[^1]: cc\n[^2]: dd"_s, medium + documents, u"Notes"_s,
        u"href"_s);
    row("image", Kind::Image, 1, u"![aa](images/a.png)"_s, {PostForm::PlainTextClip}, u"[aa]"_s, u"a.png"_s);
    row("image in words", Kind::InlineImage, 1, u"aa ![bb](images/a.png) cc"_s, medium, u"aa "_s, u"aa <img"_s);
    row("image elsewhere", Kind::ImageElsewhere, 1, u"![aa](https://x.example/b.png)"_s, pages + Forms{PostForm::Pdf},
        u"Image at x.example"_s, u"src=\"https"_s);
    row("image missing", Kind::ImageMissing, 1, u"zz ![aa](images/lost.png)"_s,
        medium + pages + clips + Forms{PostForm::Pdf}, u"aa"_s, u"lost.png"_s);
    row("code", Kind::Code, 1, u"```sh\naa\n```"_s, clips, u"aa"_s, u"sh"_s);
    row("embed", Kind::Embed, 1, u"https://vimeo.com/123456"_s, pages + documents + Forms{PostForm::Pdf},
        u"href=\"https://vimeo.com/123456\""_s, u"<iframe"_s);
    row("embed of others", Kind::Embed, 1, u"https://www.loom.com/share/aa"_s, pages + clips + Forms{PostForm::Pdf},
        u"href=\"https://www.loom.com/share/aa\""_s, u"wp:embed"_s);
    row("pull quote", Kind::PullQuote, 1, u"<!-- pull quote -->\n> aa"_s, documents, u"<blockquote"_s, u"pullquote"_s);
    row("struck out", Kind::Strikethrough, 1, u"~~aa~~"_s, medium, u"aa"_s, u"<del"_s);
    row("internal link", Kind::InternalLink, 1, u"[aa](#bb)"_s, medium + clips, u"aa"_s, u"#bb"_s);
    row("link to a week", Kind::WeekLinkWithoutAddress, 1, u"[aa](week:2026-W40)"_s,
        medium + pages + clips + Forms{PostForm::Pdf}, u"aa"_s, u"W40"_s);
    row("HTML", Kind::RawHtml, 1, u"aa <kbd>bb</kbd>"_s, medium, u"bb"_s, u"<kbd"_s);
    row("details", Kind::Details, 1, u"<details><summary>aa</summary>\n\nbb\n\n</details>"_s, medium + documents,
        u"bb"_s, u"<details"_s);
}

/// Which has the text as it is written, but for what leads nowhere there.
void TestLosses::aGeneratorHasNoOtherNotes()
{
    const auto losses = lossesOf(samplePost(u"[aa](week:2026-W40) [bb](#cc)\n\n- [ ] dd\n"_s), PostForm::Generator);
    QCOMPARE(losses.size(), size_t(1));
    QCOMPARE(losses[0].kind, Loss::Kind::WeekLinkWithoutAddress);
}

void TestLosses::whatIsLost()
{
    QFETCH(const int, kind);
    QFETCH(const int, count);
    QFETCH(const QString, text);
    QFETCH(const Forms, forms);
    QFETCH(const QString, then);
    QFETCH(const QString, gone);
    const Post post = samplePost(text);
    for (int form = 0; form <= int(PostForm::Pdf); ++form) {
        const auto losses = lossesOf(post, PostForm(form));
        const Loss *loss = lossIn(losses, Loss::Kind(kind));
        const bool wanted = std::ranges::contains(forms, PostForm(form));
        QVERIFY2((loss != nullptr) == wanted, qPrintable(QString::number(form)));
        if (!loss)
            continue;
        QCOMPARE(loss->count, count);
        // The head says more than the text.
        const QString made = madeOf(post, PostForm(form));
        const QString body =
            made.contains(u"e-content"_s) ? made.section(u"e-content"_s, 1).section(u"<footer"_s, 0, 0) : made;
        QVERIFY2(body.contains(then), qPrintable(QString::number(form) + u'\n' + body));
        QVERIFY2(!body.contains(gone), qPrintable(QString::number(form) + u'\n' + body));
    }
}

void TestLosses::placesAreInTheText()
{
    const QString text = u"Words.\n\n- a\n  - b\n\nMore ~~struck~~ words and [a week](week:2026-W40)."_s;
    const auto losses = lossesOf(samplePost(text), PostForm::MediumClip);
    const auto words = [&](Loss::Kind kind) {
        const Loss *loss = lossIn(losses, kind);
        return loss ? text.sliced(loss->first.begin, loss->first.end - loss->first.begin) : QString();
    };
    QCOMPARE(words(Loss::Kind::NestedList).trimmed(), u"- b"_s);
    QCOMPARE(words(Loss::Kind::Strikethrough), u"struck"_s);
    QCOMPARE(words(Loss::Kind::WeekLinkWithoutAddress), u"a week"_s);
}

void TestLosses::tags()
{
    Note note = sampleNote(u"a"_s);
    note.header.fields.tags = {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, QString(26, u'g')};
    const Post post = buildPost(note, sampleContext());
    const auto onMedium = lossesOf(post, PostForm::MediumClip);
    QCOMPARE(lossIn(onMedium, Loss::Kind::Tag)->count, 7);
    QCOMPARE(lossIn(onMedium, Loss::Kind::TooManyTags)->count, 2);
    QCOMPARE(lossIn(onMedium, Loss::Kind::LongTag)->count, 1);
    QVERIFY(!madeOf(post, PostForm::MediumClip).contains(note.header.fields.tags.back()));
    QVERIFY(!lossIn(lossesOf(post, PostForm::MediumArchive), Loss::Kind::Tag));
    QVERIFY(madeOf(post, PostForm::MediumArchive).contains(note.header.fields.tags.back()));
}

void TestLosses::imagesWithoutAddress()
{
    const QString text = u"![aa](images/a.png)"_s;
    for (const PostForm form : {PostForm::MediumClip, PostForm::WordPressClip}) {
        const Post nowhere = samplePost(text, {});
        QCOMPARE(lossIn(lossesOf(nowhere, form), Loss::Kind::ImageWithoutAddress)->count, 1);
        QVERIFY(madeOf(nowhere, form).contains(u"[aa]"_s));
        QVERIFY(!lossIn(lossesOf(samplePost(text), form), Loss::Kind::ImageWithoutAddress));
        QVERIFY(madeOf(samplePost(text), form).contains(u"<img"_s));
    }
}

void TestLosses::imagesTooLarge()
{
    Post post = samplePost(u"![aa](images/printer.png)\n\n![bb](images/a.png)"_s);
    post.images[u"images/printer.png"_s].file.data.resize(mostClipImages + 1);
    QCOMPARE(lossIn(lossesOf(post, PostForm::DocumentsClip), Loss::Kind::ImageTooLarge)->count, 1);
    QVERIFY(madeOf(post, PostForm::DocumentsClip).contains(u"[aa]"_s));
}

void TestLosses::aPlainNoteLosesNothing()
{
    Note note = sampleNote(
        u"# a\n\nb *c* **d** [e](https://x.example/) `f`\n\n- g\n- h\n\n1. i\n2. j\n\n> k\n\n---\n\n### l\n\nm"_s);
    note.header.fields.tags.clear();
    const Post post = buildPost(note, sampleContext());
    for (int form = 0; form <= int(PostForm::Pdf); ++form)
        QVERIFY(lossesOf(post, PostForm(form)).empty());
}

void TestLosses::everyLossIsOneSentence()
{
    for (int kind = 0; kind < kinds; ++kind) {
        for (const int count : {1, 12}) {
            const QString text = lossText({Loss::Kind(kind), Loss::Fate::LeftOut, count, {}});
            QVERIFY2(text.endsWith(u'.') && text.front().isUpper() != text.front().isDigit(), qPrintable(text));
            QVERIFY2(!text.contains(u'%'), qPrintable(text));
            QVERIFY2((count == 12) == text.contains(u"12"_s), qPrintable(text));
        }
    }
    QCOMPARE(lossText({Loss::Kind::Table, Loss::Fate::ListOfRows, 2, {}}), u"2 tables become lists of their rows."_s);
}

void TestLosses::neverFails()
{
    for (int round = 0; round < rounds(100); ++round) {
        const QString text = randomMarkdown(quint32(round) + 17000);
        const Post post = samplePost(text, round % 2 == 0 ? u"https://robin.example/notes"_s : QString());
        for (int form = 0; form <= int(PostForm::Pdf); ++form) {
            for (const Loss &loss : lossesOf(post, PostForm(form))) {
                QVERIFY(loss.count > 0);
                QVERIFY(loss.first.begin >= 0 && loss.first.begin <= loss.first.end && loss.first.end <= text.size());
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestLosses)
#include "tst_losses.moc"
