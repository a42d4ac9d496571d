// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notefilter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

NoteHeader map()
{
    NoteHeader note;
    note.fields.title = u"5.09 — weeknotes — the Café’s map is out"_s;
    note.fields.subtitle = u"And a sketch"_s;
    note.fields.number = {.season = 5, .episode = 9};
    note.fields.covers = Period{QDate(2025, 12, 29), QDate(2026, 1, 4)};
    note.fields.status = NoteStatus::Published;
    note.fields.tags = {u"Digital team"_s, u"maps"_s};
    return note;
}

bool admits(const QString &filter, const NoteTraits *traits = nullptr)
{
    const NoteHeader note = map();
    return NoteMatcher(NoteFilter::fromText(filter)).matches(note, NoteWords::of(note.fields, u"5.09"_s), traits);
}

} // namespace

class TestNoteFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void admitsByHeader_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("admitted");
        const auto row = [](const QString &filter, bool admitted) {
            QTest::newRow(qPrintable(u'[' + filter + u']')) << filter << admitted;
        };
        row({}, true);
        row(u"map"_s, true);
        row(u"ma cafe"_s, true); // beginnings of words, folded
        row(u"ap"_s, false);
        row(u"sketch digital"_s, true);
        row(u"5.09"_s, true);
        row(u"map kittens"_s, false);
        row(u"season:5"_s, true);
        row(u"season:4"_s, false);
        row(u"season:4 season:5"_s, true);
        row(u"season:5 year:2025"_s, false);
        row(u"year:2026"_s, true);
        row(u"status:draft"_s, false);
        row(u"status:draft status:published"_s, true);
        row(u"kind:fortnight"_s, false);
        row(u"kind:weeknote map"_s, true);
        row(u"tag:\"digital TEAM\""_s, true);
        row(u"tag:digital"_s, false);
        row(u"tag:maps tag:none"_s, true);
        row(u"with:image"_s, false);     // nothing is known of it
        row(u"status:unheard"_s, false); // no such status: words
    }
    void admitsByHeader()
    {
        QFETCH(const QString, filter);
        QTEST(admits(filter), "admitted");
    }

    void admitsByTraits()
    {
        NoteTraits traits;
        traits.addPerson(u"Priya"_s);
        traits.addPerson(u"Priya"_s);
        traits.addSection(u"What I’ve learned"_s);
        traits.hasImage = true;
        QCOMPARE(traits.people, QStringList(u"Priya"_s));
        QVERIFY(admits(u"with:image person:priya section:\"what i've learned\""_s, &traits));
        QVERIFY(!admits(u"with:image with:private"_s, &traits));
        QVERIFY(!admits(u"person:Sam"_s, &traits));
        QVERIFY(!admits(u"section:learned"_s, &traits));
        QVERIFY(NoteFilter::fromText(u"person:Sam"_s).asksForTraits());
        QVERIFY(!NoteFilter::fromText(u"season:5 map"_s).asksForTraits());
    }

    void theDayOfAnImportIsNoYear()
    {
        NoteHeader note;
        note.created = QDateTime(QDate(2026, 11, 20), QTime(14, 3));
        const NoteMatcher matcher(NoteFilter::fromText(u"year:2026"_s));
        QVERIFY(matcher.matches(note, {}, nullptr)); // begun here on that day
        note.source.kind = u"text"_s;
        QVERIFY(!matcher.matches(note, {}, nullptr));
        note.fields.published = note.created;
        QVERIFY(matcher.matches(note, {}, nullptr));
    }

    void readsBackWhatItWrites()
    {
        NoteFilter filter;
        filter.text = u"season:x \"quoted word: map"_s;
        filter.seasons = {3, 5};
        filter.years = {2026};
        filter.statuses = {NoteStatus::Ready};
        filter.kinds = {NoteKind::Post, NoteKind::Longer};
        filter.tags = {u"digital team"_s, u"say \"when\""_s};
        filter.people = {u"Priya"_s};
        filter.sections = {u"What I’ve learned"_s, u"No\u00a0break"_s};
        filter.withImage = filter.withPrivatePassage = true;
        QCOMPARE(NoteFilter::fromText(filter.toText()), filter);
        QVERIFY(NoteFilter().isEmpty());
        QVERIFY(NoteFilter().toText().isEmpty());
        QVERIFY(NoteFilter::fromText(u"  "_s).isEmpty());
        QCOMPARE(NoteFilter::fromText(u"\"unclosed map"_s).text, u"unclosed map"_s);
    }
};

QTEST_GUILESS_MAIN(TestNoteFilter)
#include "tst_notefilter.moc"
