// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/slug.h"
#include "support/rounds.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

/// Notes of one made-up library, made one minute after the other.
NoteHeader note(const QString &title, int number = 1, QDate published = {})
{
    NoteHeader header;
    header.id = NoteId(QUuid::fromString(u"01900000-0000-7000-8000-%1"_s.arg(number, 12, 16, QChar(u'0'))));
    header.created = QDateTime(QDate(2026, 1, 1), QTime(12, 0), QTimeZone::UTC).addSecs(60 * number);
    header.fields.title = title;
    if (published.isValid())
        header.fields.published = QDateTime(published, QTime(9, 0), QTimeZone::UTC);
    return header;
}

bool isSlug(const QString &slug)
{
    static const QRegularExpression form(u"\\A[a-z0-9]+(-[a-z0-9]+)*\\z"_s);
    static const QRegularExpression device(u"\\A(con|prn|aux|nul|com[0-9]|lpt[0-9])\\z"_s);
    return form.match(slug).hasMatch() && slug.size() <= 80 && !device.match(slug).hasMatch() && slug != "images"_L1;
}

/// A title of up to 120 code points from all over Unicode, drawn to hit what matters to file names.
QString randomTitle(QRandomGenerator &random)
{
    static const QList<char32_t> odd{U'.', U'/',      U'\\', U'-', U' ',    U'\0', U':',
                                     U'%', U'\u0301', U'ß',  U'İ', 0x1F600, 0xD800};
    QString title;
    for (int length = random.bounded(120); length > 0; --length) {
        const char32_t letter =
            random.bounded(3) ? char32_t(random.bounded(0x20, 0x250)) : odd.at(random.bounded(int(odd.size())));
        title += letter == 0xD800 ? QString(QChar(0xD800)) : QString::fromUcs4(&letter, 1);
    }
    return title;
}

} // namespace

class TestSlug : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slugs_data();
    void slugs();
    void anyTitleGivesASlug();
    void namesakesAreToldApart();
    void exportedAloneOrTogether();
    void publishedOnesKeepTheirs();
    void anyLibraryHasDistinctSlugs();
};

void TestSlug::slugs_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("slug");
    QTest::newRow("plain") << u"What the library counter taught us"_s << u"what-the-library-counter-taught-us"_s;
    QTest::newRow("number") << u"3.09 — weeknotes — been busy"_s << u"3-09-weeknotes-been-busy"_s;
    QTest::newRow("apostrophe") << u"Robin’s week, it's over"_s << u"robins-week-its-over"_s;
    QTest::newRow("accents") << u"Été à Zürich, Łódź, Ærø & Straße"_s << u"ete-a-zurich-lodz-aero-strasse"_s;
    QTest::newRow("full width") << u"Ｗｅｅｋ　４７"_s << u"week-47"_s;
    QTest::newRow("nothing") << u""_s << u"note-2026-11-22"_s;
    QTest::newRow("dots") << u".."_s << u"note-2026-11-22"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"etc-passwd"_s;
    QTest::newRow("Chinese") << u"第四十七周"_s << u"note-2026-11-22"_s;
    QTest::newRow("Chinese and a figure") << u"第47周"_s << u"note-2026-11-22"_s;
    QTest::newRow("Hebrew") << u"שבוע של שקט"_s << u"note-2026-11-22"_s;
    QTest::newRow("only figures") << u"2026 11 22"_s << u"2026-11-22"_s;
    QTest::newRow("a device") << u"CON"_s << u"con-note"_s;
    QTest::newRow("another") << u"lpt1"_s << u"lpt1-note"_s;
    QTest::newRow("ours") << u"Images!"_s << u"images-note"_s;
    QTest::newRow("a long word") << QString(200, u'a') << QString(80, u'a');
    QTest::newRow("long") << u"word "_s.repeated(40) << u"word-"_s.repeated(16).chopped(1);
}

void TestSlug::slugs()
{
    QFETCH(const QString, title);
    QFETCH(const QString, slug);
    QCOMPARE(slugOf(note(title, 1, QDate(2026, 11, 22))), slug);
}

void TestSlug::anyTitleGivesASlug()
{
    QRandomGenerator random(2);
    for (int round = 0; round < rounds(5'000); ++round) {
        const QString title = randomTitle(random);
        const QString slug = slugOf(note(title));
        QVERIFY2(isSlug(slug), qPrintable(title + u" → "_s + slug));
        QCOMPARE(slugOf(note(title)), slug);
    }
}

void TestSlug::namesakesAreToldApart()
{
    const auto slugs =
        slugsOf({note(u"A quiet week"_s, 1, QDate(2026, 1, 9)), note(u"A quiet week!"_s, 2, QDate(2026, 3, 6)),
                 note(u"a Quiet week"_s, 3, QDate(2026, 3, 6))},
                {});
    QCOMPARE(slugs.value(note({}, 1).id), u"a-quiet-week"_s);
    QCOMPARE(slugs.value(note({}, 2).id), u"a-quiet-week-2026-03-06"_s);
    QCOMPARE(slugs.value(note({}, 3).id), u"a-quiet-week-00000003"_s);
}

void TestSlug::exportedAloneOrTogether()
{
    std::vector<NoteHeader> library;
    for (int number = 1; number <= 12; ++number)
        library.push_back(
            note(number % 3 ? u"Weeknotes"_s : u"A holiday"_s, number, QDate(2026, 1, 2).addDays(7 * number)));
    const auto slugs = slugsOf(library, {});
    std::ranges::reverse(library);
    QCOMPARE(slugsOf(library, {}), slugs);
    library.push_back(note(u"Weeknotes"_s, 13, QDate(2026, 11, 20))); // a newer one changes no older one's
    const auto later = slugsOf(library, {});
    for (auto it = slugs.cbegin(); it != slugs.cend(); ++it)
        QCOMPARE(later.value(it.key()), it.value());
}

void TestSlug::publishedOnesKeepTheirs()
{
    const QUrl base(u"https://robin.example/notes"_s);
    const auto slugAt = [&](const QString &address) {
        NoteHeader header = note(u"A better title"_s);
        header.fields.canonical = QUrl(address);
        return slugsOf({header}, base).value(header.id);
    };
    QCOMPARE(slugAt(u"https://robin.example/notes/first-title/"_s), u"first-title"_s);
    QCOMPARE(slugAt(u"https://robin.example/notes/first-title"_s), u"first-title"_s);
    QCOMPARE(slugAt(u"https://robin.example/other/first-title/"_s), u"a-better-title"_s);
    QCOMPARE(slugAt(u"https://elsewhere.example/notes/first-title/"_s), u"a-better-title"_s);
    QCOMPARE(slugAt(u"https://robin.example/notes/a/b/"_s), u"a-better-title"_s);
    QCOMPARE(slugAt(u"https://robin.example/notes/../x/"_s), u"a-better-title"_s);
    QCOMPARE(slugAt(u"https://robin.example/notes/"_s), u"a-better-title"_s);
}

void TestSlug::anyLibraryHasDistinctSlugs()
{
    QRandomGenerator random(47);
    for (int round = 0; round < 50; ++round) {
        std::vector<NoteHeader> library;
        for (int number = 1; number <= 60; ++number)
            library.push_back(note(randomTitle(random).left(random.bounded(4)), number,
                                   random.bounded(2) ? QDate(2026, 1, 1 + random.bounded(3)) : QDate()));
        const auto slugs = slugsOf(library, {});
        QCOMPARE(slugs.size(), qsizetype(library.size()));
        QCOMPARE(QSet<QString>(slugs.cbegin(), slugs.cend()).size(), slugs.size());
        for (const QString &slug : slugs)
            QVERIFY2(isSlug(slug), qPrintable(slug));
    }
}

QTEST_GUILESS_MAIN(TestSlug)
#include "tst_slug.moc"
