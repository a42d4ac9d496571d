// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settingexamples.h"
#include "timeline/notes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestSettingExamples : public QObject
{
    Q_OBJECT

    const TimelineContent m_content = TestData::autumn(); // Wednesday 7 October 2026
    const Shelf m_shelf{m_content.notes, m_content.pauses, {}, m_content.today};

    [[nodiscard]] QString example(const QString &key, const QString &value) const
    {
        LibrarySettings settings;
        if (!setSetting(settings, key, value))
            return u"refused"_s;
        return SettingExamples(settings, m_shelf, QLocale(u"en_GB"_s)).text(key);
    }

private Q_SLOTS:
    void areInWordsOfThisLibrary_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("text");
        const auto row = [](const QString &key, const QString &value, const QString &text) {
            QTest::addRow("%s %s", qPrintable(key), qPrintable(value)) << key << value << text;
        };
        row(u"week-start"_s, u"monday"_s, u"This week is 5 – 11 October."_s);
        row(u"week-start"_s, u"sunday"_s, u"This week is 4 – 10 October."_s);
        row(u"week-numbering"_s, u"iso"_s, u"This is week 41; 1 January 2027 is in week 53."_s);
        row(u"week-numbering"_s, u"first-day"_s, u"This is week 41; 1 January 2027 is in week 1."_s);
        row(u"week-naming"_s, u"commencing"_s, u"This week is w/c 5 October."_s);
        row(u"week-naming"_s, u"ending"_s, u"This week is w/e 11 October."_s);
        row(u"grace-until"_s, u"tuesday"_s, u"Today, Wednesday, this opens on 5 – 11 October."_s);
        row(u"grace-until"_s, u"wednesday"_s, u"Today, Wednesday, this opens on 5 – 11 October."_s); // it is published
        row(u"author"_s, u"Robin Ellery"_s, u"Pages say “Robin Ellery”."_s);
        row(u"author"_s, {}, u"Notes without an author of their own name nobody."_s);
        row(u"language"_s, u"fr"_s, u"français · 7 octobre 2026"_s);
        row(u"base-url"_s, u"https://robin.example/notes"_s,
            u"https://robin.example/notes/5-13-weeknotes-asking-better-questions/"_s);
        row(u"base-url"_s, {}, u"Pages don’t say where they stand."_s);
        row(u"title-pattern"_s, u"{season}.{episode:02} — weeknotes — {title}"_s, u"6.04 — weeknotes — your words"_s);
        row(u"title-pattern"_s, u"Weeknote w/c {start:d MMMM}: {title}"_s, u"Weeknote w/c 5 October: your words"_s);
        row(u"title-pattern"_s, {}, u"Titles are left to you."_s);
        row(u"run-shown"_s, u"yes"_s, u"The run is 1 week(s) now."_s); // plurals come with the translation
        row(u"run-shown"_s, u"no"_s, u"The run is not shown."_s);
        row(u"run-fortnight"_s, u"yes"_s, u"1 note(s) cover more than one week. The run is 1 week(s) now."_s);
        row(u"page-picture"_s, {}, u"Pages show none, since they name nobody."_s);
        row(u"page-colour"_s, {}, u"Marks, and links around the texts, are in the green of Weeknotes."_s);
        row(u"page-colour"_s, u"#ffd400"_s,
            u"Marks, and links around the texts, are in it. It is too pale to be read on the light page, which has #8a7200 in its place."_s);
        row(u"page-drop-cap"_s, u"yes"_s, u"Two lines high, as in a book."_s);
        row(u"page-footer"_s, u"CC BY 4.0"_s, u"It stands below each page."_s);
        row(u"page-templates"_s, {}, u"Pages are made by the templates that come with Weeknotes."_s);
        row(u"site-title"_s, {}, u"The site is called “Weeknotes”."_s);
        row(u"site-title"_s, u"Robin’s weeks"_s, u"The site is called “Robin’s weeks”."_s);
        row(u"site-description"_s, {}, u"The front page and the feeds say nothing of it."_s);
        row(u"site-about"_s, u"I work."_s, u"The site has a page with it, which every page leads to."_s);
        row(u"backup-daily"_s, u"3"_s, {});
    }
    void areInWordsOfThisLibrary()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QTEST(example(key, value), "text");
    }

    void nameALanguageWhereTheSystemHasNone()
    {
        const LibrarySettings settings;
        QCOMPARE(SettingExamples(settings, m_shelf, QLocale::c()).text(u"language"_s),
                 u"American English · October 7, 2026"_s);
    }

    void countNoPostAsLate()
    {
        NoteHeader late = m_content.notes.front();
        late.fields.covers = Week::fromIso(2026, 30)->days();
        late.fields.written = QDate(2026, 9, 1);
        late.fields.kind = NoteKind::Weeknote;
        const auto beginning = [&] {
            const Shelf shelf({late}, {}, {}, m_content.today);
            const LibrarySettings settings;
            return SettingExamples(settings, shelf, QLocale(u"en_GB"_s)).text(u"run-late"_s).section(u'.', 0, 0);
        };
        QCOMPARE(beginning(), u"1 note(s) were written after the next Thursday"_s);
        late.fields.kind = NoteKind::Post;
        QCOMPARE(beginning(), u"0 note(s) were written after the next Thursday"_s);
    }

    void fitAnEmptyLibrary()
    {
        const Shelf empty({}, {}, {}, QDate(2026, 10, 7));
        const LibrarySettings settings;
        const SettingExamples examples(settings, empty);
        for (const QString &key : settingKeys())
            QVERIFY2(!examples.text(key).contains(u'%'), qPrintable(key));
        QCOMPARE(examples.title(u"S{season} Ep{episode}: {title}"_s), u"S1 Ep1: your words"_s);
        QCOMPARE(SettingExamples(settings, m_shelf).title(u"S{season} Ep{episode}: {title}"_s, {9, 2}),
                 u"S9 Ep2: your words"_s);
        QCOMPARE(examples.title(u"{nothing}"_s), QString());
    }
};

QTEST_APPLESS_MAIN(TestSettingExamples)
#include "tst_settingexamples.moc"
