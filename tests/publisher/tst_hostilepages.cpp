// SPDX-License-Identifier: GPL-3.0-or-later
// Notes that attack their readers make pages that do nothing. WEEKNOTES_HOSTILE=DIR writes such pages there, for
// Chromium to judge; see tests/judges/hostile.test.mjs.
#include "publisher/hostilenotes.h"
#include "publisher/page.h"
#include "publisher/pagestyle.h"
#include "publisher/slug.h"
#include "support/rounds.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

constexpr int notesInAFile = 50;

QString pageOf(const Note &note)
{
    static auto maker = PageMaker::make({});
    const auto page = maker ? maker->page(buildPost(note, hostileContext())) : std::unexpected(maker.error());
    if (!page)
        qFatal("%s: %s", qPrintable(page.error().subject), qPrintable(page.error().detail));
    return QString::fromUtf8(page->html);
}

/// Why the page of `note` may not go out; empty if it may.
QString harmOf(const Note &note)
{
    static const QRegularExpression name(u"^[a-z0-9]+(-[a-z0-9]+)*$"_s);
    if (const QString slug = slugOf(note.header); slug.size() > 80 || !name.match(slug).hasMatch())
        return u"a slug "_s + slug;
    return harmInPage(pageOf(note));
}

} // namespace

class TestHostilePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void harmIsFound_data();
    void harmIsFound();
    void vectors_data();
    void vectors();
    void randomNotes();
    void writtenForChromium();
};

void TestHostilePages::harmIsFound_data()
{
    QTest::addColumn<QString>("html");
    for (const QString &html :
         {u"<script>a</script>"_s, u"<script type=\"application/ld+json\" src=a></script>"_s, u"<p onclick=a>"_s,
          u"<p style=a>"_s, u"<iframe></iframe>"_s, u"<svg></svg>"_s, u"<img src=\"https://a.example/b\">"_s,
          u"<img src=images/../b>"_s, u"<img src=images/a srcset=\"images/b 1x, //c 2x\">"_s,
          u"<a href=\" java\tscript:a\">b</a>"_s, u"<a href=\"data:a\">b</a>"_s, u"<link rel=stylesheet href=a>"_s,
          u"<link rel=icon href=\"https://a.example/\">"_s, u"<meta http-equiv=refresh content=0>"_s, u"<input>"_s,
          u"<base href=a>"_s, u"<div href=a>b</div>"_s})
        QTest::newRow(qPrintable(html)) << html;
}

void TestHostilePages::harmIsFound()
{
    QFETCH(const QString, html);
    QVERIFY(!harmInPage(html).isEmpty());
}

void TestHostilePages::vectors_data()
{
    QTest::addColumn<QStringList>("texts");
    for (const auto &[category, texts] : attackVectors())
        QTest::newRow(qPrintable(category)) << texts;
}

void TestHostilePages::vectors()
{
    QFETCH(const QStringList, texts);
    for (const QString &text : texts) {
        const QString harm = harmOf(noteAllOf(text));
        QVERIFY2(harm.isEmpty(), qPrintable(harm + u"\n"_s + text));
    }
}

void TestHostilePages::randomNotes()
{
    QRandomGenerator random(6);
    for (int round = 0; round < rounds(400); ++round) {
        const Note note = randomHostileNote(random);
        const QString harm = harmOf(note);
        QVERIFY2(harm.isEmpty(), qPrintable(harm + u"\n"_s + note.header.fields.title + u"\n"_s + note.text));
    }
}

/// Each vector is a page of its own; of random notes many stand in one file, which a browser reads as one page with all
/// their parts: 1,000, or 100,000 in `./dev soak`.
void TestHostilePages::writtenForChromium()
{
    const QString folder = qEnvironmentVariable("WEEKNOTES_HOSTILE");
    if (folder.isEmpty())
        QSKIP("./dev judge names a folder");
    QDir(folder).removeRecursively();
    QVERIFY(QDir().mkpath(folder));
    const auto write = [&folder](const QString &name, const QString &html) {
        QFile file(folder + u'/' + name + u".html"_s);
        return file.open(QIODevice::WriteOnly) && file.write(html.toUtf8()) >= 0;
    };
    for (const auto &[category, texts] : attackVectors()) {
        for (qsizetype i = 0; i < texts.size(); ++i)
            QVERIFY(write(u"%1 %2"_s.arg(category).arg(i), pageOf(noteAllOf(texts.at(i)))));
    }
    QRandomGenerator random(7);
    const int notes = rounds(1) > 1 ? rounds(2000) : 1000;
    for (int first = 0; first < notes; first += notesInAFile) {
        QString html;
        for (int i = 0; i < notesInAFile; ++i)
            html += pageOf(randomHostileNote(random)).remove(i > 0 ? pageStyle() : QString());
        QVERIFY(write(u"random %1"_s.arg(first), html));
    }
}

QTEST_MAIN(TestHostilePages)
#include "tst_hostilepages.moc"
