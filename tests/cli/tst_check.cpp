// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandrun.h"
#include "cli/lastlooktext.h"
#include "insight/lastlook.h"
#include "notebook/storedtextof.h"
#include "storage/library.h"
#include "support/webserver.h"

#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// What to look at before a note is published, and jots, on Sunday 2026-11-22.
class TestCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void saysWhatThereIs();
    void asJson();
    void infosAreNoFindings();
    void leavesAloneWhatIsNotHere();
    void placesAreInCharacters();
    void imagesOfTheLibrary();
    void asksAboutLinks();
    void knowsWhenItIsCutOff();
    void stopsAsking();
    void jots();
    void jotsThatCannotBe();
    void eachRuleHasItsSentence();

private:
    [[nodiscard]] CommandRun run(const QStringList &arguments) const { return m_bench->run(arguments); }
    NoteId add(const QString &text, const std::vector<ImageFile> &images = {}) const;

    std::unique_ptr<CommandBench> m_bench;
};

void TestCheck::init()
{
    m_bench = std::make_unique<CommandBench>();
}

NoteId TestCheck::add(const QString &text, const std::vector<ImageFile> &images) const
{
    NoteFields fields;
    fields.title = u"3.9"_s;
    fields.number = {.season = 3, .episode = 9};
    fields.covers = Period{{2026, 11, 16}, {2026, 11, 22}};
    fields.language = u"tlh"_s; // which no dictionary knows
    const auto library = Library::open(m_bench->library(), m_bench->clock());
    const auto note = (*library)->addNote(fields, storedTextOf(text, m_bench->clock().today()), {}, images);
    return note ? note->id : NoteId();
}

void TestCheck::saysWhatThereIs()
{
    add(u"We won.\n\nI saw the the cat [here](https://a.org/?utm_source=x).\n"_s);
    const CommandRun check = run({u"check"_s, u"3.9"_s});
    QCOMPARE(check.errors, QByteArray());
    QCOMPARE(check.output, "1:1  It takes 1 minute(s) to read.\n"
                           "3:7  “the” stands there twice.\n"
                           "3:20  “here” does not say where the link leads.\n"
                           "3:26  https://a.org/?utm_source=x tracks who follows it (utm_source).\n"_ba);
    QCOMPARE(check.status, 1);
    QCOMPARE(run({u"check"_s, u"2026-W01"_s}).status, 1);
}

void TestCheck::asJson()
{
    add(u"We won.\n\nI saw the the cat.\n"_s);
    const CommandRun check = run({u"check"_s, u"3.9"_s, u"--json"_s});
    QCOMPARE(check.output, R"({
  "findings": [
    {
      "rule": "reading-time",
      "severity": "info",
      "line": 1,
      "column": 1,
      "message": "It takes 1 minute(s) to read."
    },
    {
      "rule": "doubled-word",
      "severity": "remark",
      "line": 3,
      "column": 7,
      "message": "“the” stands there twice."
    }
  ]
}
)"_ba);
    QCOMPARE(check.status, 1);
}

void TestCheck::infosAreNoFindings()
{
    add(u"Thanks to Sam.\n\n<!-- private\nthe the TODO\n-->\n"_s);
    const CommandRun check = run({u"check"_s, u"3.9"_s, u"--json"_s});
    QCOMPARE(check.status, 0);
    QCOMPARE(check.object()["findings"_L1].toArray().size(), 3);
}

void TestCheck::leavesAloneWhatIsNotHere()
{
    const NoteId note = add(u"I saw the the cat today.\n"_s);
    LibrarySettings settings;
    settings.notHere = {{note.toString(), u"doubled-word"_s, u"the the cat today."_s},
                        {note.toString(), u"ageing-word"_s, u"today"_s}};
    QCOMPARE(run({u"config"_s, u"not-here"_s, *settingValue(settings, u"not-here"_s)}).status, 0);
    const CommandRun check = run({u"check"_s, u"3.9"_s});
    QCOMPARE(check.output, "1:1  It takes 1 minute(s) to read.\n"_ba);
    QCOMPARE(check.status, 0);
    const CommandRun all = run({u"check"_s, u"3.9"_s, u"--all"_s});
    QVERIFY2(all.output.contains("1:7  “the” stands there twice. (not here)\n"), all.output.constData());
    QCOMPARE(all.status, 0);
    const QJsonArray findings = run({u"check"_s, u"3.9"_s, u"--all"_s, u"--json"_s}).object()["findings"_L1].toArray();
    QCOMPARE(findings[0]["not_here"_L1], false);
    QCOMPARE(findings[1]["not_here"_L1], true);
}

void TestCheck::placesAreInCharacters()
{
    add(u"\n😀 the the\n"_s);
    const QJsonArray findings = run({u"check"_s, u"3.9"_s, u"--json"_s}).object()["findings"_L1].toArray();
    QCOMPARE(findings.last()["rule"_L1], u"doubled-word"_s);
    QCOMPARE(findings.last()["line"_L1], 2);
    QCOMPARE(findings.last()["column"_L1], 3);
}

void TestCheck::imagesOfTheLibrary()
{
    add(u"![a cat](cat.png)\n\n![a dog](dog.png)\n"_s, {{u"cat.png"_s, QByteArray(5'000'001, 'x')}});
    const CommandRun check = run({u"check"_s, u"3.9"_s});
    QVERIFY2(check.output.contains("1:1  The image “cat.png” is large: 5.0 MB"), check.output.constData());
    QVERIFY2(check.output.contains("3:1  The image “dog.png” is not in the library.\n"), check.output.constData());
}

void TestCheck::asksAboutLinks()
{
    TestData::WebServer web;
    web.put("a.example/", {});
    web.put("b.example/old", {.status = 301, .location = "https://b.example/new"});
    web.put("b.example/new", {});
    web.fail(u"d.example"_s, QNetworkReply::HostNotFoundError);
    add(u"[one](https://a.example/) [two](https://b.example/old) [three](https://c.example/) "
        "[four](https://d.example/) [five](http://localhost:1/)\n"_s);
    QCOMPARE(run({u"check"_s, u"3.9"_s}).output.count('\n'), 2); // how long it takes; what is local
    QCOMPARE(web.made(), 0);
    const CommandRun check =
        m_bench->runAt(m_bench->clock(), {u"check"_s, u"3.9"_s, u"--links"_s}, 0, {}, web.network());
    QCOMPARE(check.errors, QByteArray());
    QCOMPARE(check.output,
             "1:1  It takes 1 minute(s) to read.\n"
             "1:33  https://b.example/old has moved for good, to https://b.example/new.\n"
             "1:64  There is nothing at https://c.example/ any more.\n"
             "1:91  No answer from https://d.example/: there is no host of that name.\n"
             "1:118  http://localhost:1/ leads to a place that only this computer or its network knows.\n"_ba);
    QCOMPARE(check.status, 1);
    QCOMPARE(web.made(), 1);
    const CommandRun json =
        m_bench->runAt(m_bench->clock(), {u"check"_s, u"3.9"_s, u"--links"_s, u"--json"_s}, 0, {}, web.network());
    QCOMPARE(json.object()["findings"_L1].toArray()[2]["rule"_L1], u"dead-link"_s);
    QCOMPARE(json.object()["findings"_L1].toArray()[2]["severity"_L1], u"problem"_s);
}

void TestCheck::knowsWhenItIsCutOff()
{
    TestData::WebServer web;
    web.fail(u"a.example"_s, QNetworkReply::HostNotFoundError);
    web.fail(u"b.example"_s, QNetworkReply::HostNotFoundError);
    add(u"[one](https://a.example/) [two](https://b.example/)\n"_s);
    const CommandRun check =
        m_bench->runAt(m_bench->clock(), {u"check"_s, u"3.9"_s, u"--links"_s}, 0, {}, web.network());
    QCOMPARE(check.output, "1:1  It takes 1 minute(s) to read.\n"_ba);
    QCOMPARE(check.errors, "No link answered; is this computer online?\n"_ba);
    QCOMPARE(check.status, 0);
    // Nothing to ask is no trouble.
    const auto library = Library::open(m_bench->library(), m_bench->clock());
    NoteFields fields;
    fields.title = u"3.10"_s;
    fields.number = {.season = 3, .episode = 10};
    fields.covers = Period{{2026, 11, 9}, {2026, 11, 15}};
    QVERIFY((*library)->addNote(fields, storedTextOf(u"We won.\n"_s, m_bench->clock().today()), {}, {}));
    const CommandRun without =
        m_bench->runAt(m_bench->clock(), {u"check"_s, u"3.10"_s, u"--links"_s}, 0, {}, web.network());
    QCOMPARE(without.errors, QByteArray());
}

void TestCheck::stopsAsking()
{
    TestData::WebServer web;
    web.put("a.example/", {.hangs = true});
    add(u"[one](https://a.example/)\n"_s);
    web.setHeard([] { std::raise(SIGINT); });
    const CommandRun check =
        m_bench->runAt(m_bench->clock(), {u"check"_s, u"3.9"_s, u"--links"_s}, 0, {}, web.network());
    QCOMPARE(check.output, QByteArray());
    QCOMPARE(check.status, 130);
}

void TestCheck::jots()
{
    add(u"We won.\n"_s);
    QCOMPARE(run({u"jot"_s, u"the"_s, u"printer"_s}).output, "Caught for 2026-W47: the printer\n"_ba);
    QCOMPARE(run({u"jot"_s, u"cake"_s, u"--week"_s, u"2026-W46"_s}).output, "Caught for 2026-W46: cake\n"_ba);
    const CommandRun check = run({u"check"_s, u"3.9"_s});
    QVERIFY2(check.output.startsWith("1:1  1 jot(s) not used yet, the first: “the printer”\n"),
             check.output.constData());
    QCOMPARE(check.status, 1);
    const CommandRun typed = m_bench->runAt(m_bench->clock(), {u"jot"_s, u"-"_s}, 0, "ask Sam\n");
    QCOMPARE(typed.output, "Caught for 2026-W47: ask Sam\n"_ba);
}

void TestCheck::jotsThatCannotBe()
{
    QCOMPARE(run({u"jot"_s}).status, 2);
    QCOMPARE(run({u"jot"_s, u" "_s}).status, 2);
    QCOMPARE(run({u"jot"_s, u"cake"_s, u"--week"_s, u"soon"_s}).status, 2);
}

void TestCheck::eachRuleHasItsSentence()
{
    QSet<QString> sentences;
    for (int rule = 0; rule <= int(LookRule::LongSentence); ++rule) {
        LookFinding finding{.rule = LookRule(rule), .words = u"words"_s, .count = 2, .day = QDate(2026, 11, 22)};
        const QString sentence = lookText(finding);
        QVERIFY2(!sentence.isEmpty() && !sentence.contains(u'%') && !sentences.contains(sentence),
                 qPrintable(nameOf(finding.rule)));
        sentences.insert(sentence);
        QCOMPARE(lookFixText(finding), finding.rule == LookRule::RemoteImage ? u"Bring it in"_s : QString());
    }
    LookFinding finding{.rule = LookRule::TrackingLink, .words = u"a"_s, .fix = {{{0, 1}, {}}}};
    QCOMPARE(lookFixText(finding), u"Remove the tracking part"_s);
}

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
