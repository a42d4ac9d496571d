// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/threadtime.h"
#include "storage/library.h"
#include "storage/migrator.h"
#include "storage/notestore.h"
#include "storage/sqliteengine.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <functional>

using namespace Weeknotes;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the library costs, with 20 years of weeks and with 100,000 notes.
namespace {

constexpr int years20 = 1040;
constexpr int years40 = 2000;
constexpr int very = 100'000;
constexpr int wordsOfNote = 600;
constexpr int wordsOfLongNote = 2500;
const FixedClock startOfDay(QDateTime(QDate(2026, 11, 20), QTime(0, 1), QTimeZone::UTC));

template <typename T> T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "error %d: %s, %s\n", int(result.error().kind), qPrintable(result.error().subject),
                     qPrintable(result.error().detail));
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

/// Milliseconds: by the clock, and those this thread worked, which other programs do not lengthen.
struct Cost
{
    double passed = 0;
    double worked = 0;
};

Cost median(int rounds, const std::function<void()> &job)
{
    std::vector<double> passed;
    std::vector<double> worked;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        const double before = threadTime();
        job();
        worked.push_back(threadTime() - before);
        passed.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(passed);
    std::ranges::sort(worked);
    return {passed[passed.size() / 2], worked[worked.size() / 2]};
}

void print(const QString &what, int notes, const Cost &cost, double most)
{
    std::printf("%-44s %8d %10.2f %10.2f %10.0f\n", qPrintable(what), notes, cost.passed, cost.worked, most);
    std::fflush(stdout);
}

/// One of 20,000 invented words of two to four syllables; small numbers are frequent ones.
QString word(int number)
{
    QString letters;
    for (int rest = number % 20'000; rest > 0 || letters.size() < 4; rest /= 60)
        letters += u"bdfghklmnprt"_s[rest % 12] + QString(u"aeiou"_s[rest / 12 % 5]);
    return letters;
}

QString paragraph(QRandomGenerator &random, int words)
{
    QString text;
    for (int i = 0; i < words; ++i) {
        const double place = random.generateDouble(); // about as often as words of a language are, by Zipf's law
        text += word(int(20'000 * place * place * place * place)) + (i % 12 == 11 ? u". "_s : u" "_s);
    }
    return text;
}

StoredText textOf(const QStringList &paragraphs)
{
    StoredText text{.markdown = paragraphs.join(u"\n\n"), .plain = {}, .words = 0, .minutes = 0, .sections = {}};
    text.plain = text.markdown;
    for (qsizetype i = 0; i < paragraphs.size(); i += 5)
        text.sections.push_back({2, paragraphs[i].section(u' ', 0, 2),
                                 paragraphs.sliced(i, std::min<qsizetype>(5, paragraphs.size() - i)).join(u'\n')});
    return text;
}

/// Of paragraphs that come again, since making up each would take longer than storing it.
StoredText generated(QRandomGenerator &random)
{
    static const QStringList made = [] {
        QRandomGenerator words(4);
        QStringList list;
        for (int i = 0; i < 5000; ++i)
            list << paragraph(words, 100);
        return list;
    }();
    QStringList paragraphs;
    for (int words = 0; words < wordsOfNote; words += 100)
        paragraphs << made[random.bounded(int(made.size()))];
    if (random.bounded(50) == 0)
        paragraphs << u"昨天下午我们去图书馆借书。今週は東京タワーへ行きました。"_s;
    return textOf(paragraphs);
}

NoteFields fieldsOf(int number)
{
    NoteFields fields;
    fields.number = {number / 52 + 1, number % 52 + 1, {}};
    fields.title = u"%1.%2 — %3, weeknotes"_s.arg(number / 52 + 1).arg(number % 52 + 1).arg(word(number * 7));
    const QDate monday = QDate(100, 1, 4).addDays(7LL * number);
    fields.covers = Period{monday, monday.addDays(6)};
    fields.published = fields.covers->last.startOfDay(QTimeZone::UTC);
    fields.canonical = QUrl(u"https://example.org/%1"_s.arg(number));
    fields.tags = {u"tea"_s, word(number % 40)};
    return fields;
}

/// Fills a library by way of its stores: a transaction a note would make a morning of it.
void fill(const QString &folder, int notes)
{
    must(Library::open(folder, startOfDay));
    const auto database = must(SqliteEngine::connect(Library::databasePath(folder), SqliteEngine::Mode::ReadWrite));
    SqliteEngine engine(*database);
    QRandomGenerator random(1);
    for (int i = 0; i < notes;) {
        auto transaction = must(Transaction::begin(engine));
        for (const int end = std::min(notes, i + 5000); i < end; ++i) {
            const NoteHeader header{.id = NoteId(createUuidV7(i)),
                                    .revision = 1,
                                    .fields = fieldsOf(i),
                                    .words = wordsOfNote,
                                    .minutes = 3,
                                    .created = startOfDay.now(),
                                    .updated = startOfDay.now(),
                                    .source = {u"text"_s, QString::number(i), QByteArray(32, 'x')}};
            must(NoteStore(*database, engine).add(header, generated(random)));
        }
        must(transaction.commit());
    }
}

/// Kept from one run to the next.
QString largeLibrary()
{
    const QString folder =
        QStringLiteral(WEEKNOTES_BENCH_FOLDER) + u"/storage-1-schema-%1"_s.arg(Migrator(Migrator::builtIn()).newest());
    if (QDir(folder).exists())
        return folder;
    const QString part = folder + u".part"_s;
    QDir(part).removeRecursively();
    QDir().mkpath(part);
    std::printf("(making a library of %d notes, once)\n", very);
    fill(part, very);
    QDir().rename(part, folder);
    return folder;
}

void benchOpening(const QString &folder, int notes, double most)
{
    const int rounds = notes > years20 ? 5 : 25;
    print(u"open and list all headers"_s, notes,
          median(rounds,
                 [&] {
                     const auto library = must(Library::open(folder, startOfDay));
                     if (must(library->notes()).size() != size_t(notes))
                         std::exit(1);
                 }),
          most);
}

void benchSearches(Library &library, int notes, double most)
{
    const std::array<std::pair<const char *, QString>, 12> queries{
        {{"one letter", u"p"_s},
         {"one rare letter", u"东"_s},
         {"two letters", u"pa"_s},
         {"three letters", u"pan"_s},
         {"four letters", word(61).left(4)},
         {"a frequent word", word(3)},
         {"a rare word", word(19'993)},
         {"two words and a letter", word(3) + u' ' + word(500) + u" p"_s},
         {"a letter, without a word", u"p -"_s + word(2)},
         {"a phrase", u"\""_s + word(0) + u' ' + word(1) + u'"'},
         {"in every title", u"weeknotes"_s},
         {"Chinese", u"图书馆"_s}}};
    for (const auto &[name, query] : queries) {
        size_t hits = 0;
        const Cost cost = median(notes > years20 ? 11 : 25, [&] { hits = must(library.search(query, 50)).size(); });
        print(u"search: %1 (%2 shown)"_s.arg(QLatin1StringView(name)).arg(hits), notes, cost, most);
        const Cost headings =
            median(notes > years20 ? 5 : 15, [&] { hits = must(library.headings(query, 10)).size(); });
        print(u"headings: %1 (%2 shown)"_s.arg(QLatin1StringView(name)).arg(hits), notes, headings, most);
    }
}

void benchSaves(Library &library, int notes)
{
    QRandomGenerator random(2);
    QStringList paragraphs;
    for (int i = 0; i < wordsOfLongNote / 100; ++i)
        paragraphs << paragraph(random, 100);
    std::array<NoteHeader, 2> saved{must(library.addNote(fieldsOf(0), textOf(paragraphs))),
                                    must(library.addNote(fieldsOf(1), textOf(paragraphs)))};
    const auto save = [&](NoteHeader &note) {
        note = must(library.saveNote(note.id, note.revision, note.fields, textOf(paragraphs)));
    };
    print(u"save 2,500 words, as one types"_s, notes,
          median(200,
                 [&] {
                     paragraphs[7] += u"x "_s;
                     save(saved[0]);
                 }),
          3);
    print(u"save, each time another note"_s, notes,
          median(100,
                 [&] {
                     paragraphs[7] += u"x "_s;
                     std::ranges::swap(saved[0], saved[1]);
                     save(saved[0]);
                 }),
          3);
}

/// Bytes that a version of a long note takes when one paragraph has changed since the last.
void benchVersions(const QString &folder)
{
    constexpr int versions = 20;
    FixedClock clock = startOfDay;
    const auto library = must(Library::open(folder, clock));
    QRandomGenerator random(3);
    QStringList paragraphs;
    for (int i = 0; i < wordsOfLongNote / 100; ++i)
        paragraphs << paragraph(random, 100);
    NoteHeader note = must(library->addNote(fieldsOf(0), textOf(paragraphs)));
    for (int i = 0; i <= versions; ++i) {
        paragraphs[random.bounded(int(paragraphs.size()))] = paragraph(random, 100);
        clock = FixedClock(clock.now().addDuration(31min));
        note = must(library->saveNote(note.id, note.revision, note.fields, textOf(paragraphs)));
    }
    const auto database = must(SqliteEngine::connect(Library::databasePath(folder), SqliteEngine::Mode::QueryOnly));
    const auto bytes = must(database->first(
        u"SELECT count(*), avg(length(middle) + length(id) + length(made) + length(title) + 40) "
        "FROM versions WHERE base IS NOT NULL"_s,
        {}, [](const QSqlQuery &row) { return std::pair(row.value(0).toInt(), row.value(1).toDouble()); }));
    std::printf("%-44s %8d %10.0f %10s %10d\n", "bytes of a version, one paragraph of 25 changed", bytes->first,
                bytes->second, "", 2048);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    std::array<double, 3> load{};
    getloadavg(load.data(), int(load.size()));
    std::printf("Medians in milliseconds, texts of %d words. Load of the machine: %.1f.\n", wordsOfNote, load[0]);
    std::printf("%-44s %8s %10s %10s %10s\n", "", "notes", "passed", "worked", "at most");
    // In memory, where there is one for files: a sync costs nothing there.
    const QTemporaryDir memory((QDir(u"/dev/shm"_s).exists() ? u"/dev/shm"_s : QDir::tempPath()) +
                               u"/weeknotes-XXXXXX"_s);
    const QString small = memory.filePath(u"small"_s);
    fill(small, years20);
    benchOpening(small, years20, 30);
    benchSearches(*must(Library::open(small, startOfDay)), years20, 10);
    benchSaves(*must(Library::open(small, startOfDay)), years20);
    const QString longer = memory.filePath(u"longer"_s);
    fill(longer, years40);
    benchSearches(*must(Library::open(longer, startOfDay)), years40, 25); // 50 ms with all that the window does
    benchVersions(memory.filePath(u"versions"_s));
    const QString large = largeLibrary();
    benchOpening(large, very, 1000);
    benchSearches(*must(Library::open(large, startOfDay)), very, 100);
}
