// SPDX-License-Identifier: GPL-3.0-or-later
// What publishing costs: a page, and a site of 20 years of weeks, beside Hugo on the same notes where that is
// installed.
#include "core/clock.h"
#include "exporter/exporter.h"
#include "markdown/plaintext.h"
#include "publisher/page.h"
#include "storage/library.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <sys/resource.h>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

constexpr int years20 = 1040;
constexpr int wordsOfNote = 700;
constexpr int wordsOfLongNote = 2500;
const FixedClock noon(QDateTime(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC));

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

double msOf(const std::function<void()> &job)
{
    QElapsedTimer timer;
    timer.start();
    job();
    return double(timer.nsecsElapsed()) / 1e6;
}

double median(int rounds, const std::function<void()> &job)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round)
        times.push_back(msOf(job));
    std::ranges::sort(times);
    return times[times.size() / 2];
}

void print(const char *what, double value, const char *unit, double most)
{
    std::printf("%-52s %8.1f %s (at most %.0f)%s\n", what, value, unit, most, value > most ? "  MORE" : "");
    std::fflush(stdout);
}

/// A note such as people write: paragraphs with links and emphasis, sections, a list, a quote, now and then code.
QString someText(QRandomGenerator &random, int words)
{
    static const QStringList vocabulary =
        u"the week team printer counter library and with we it was for this service people data council digital "
        "meeting learned about that from quite session started finished talked helped tested shipped queue"_s.split(
            u' ');
    QString text;
    int count = 0;
    const auto sentence = [&] {
        const int length = 8 + random.bounded(14);
        for (int word = 0; word < length; ++word) {
            const QString &next = vocabulary[random.bounded(vocabulary.size())];
            const int mark = random.bounded(60);
            text += mark == 0   ? u"**%1** "_s.arg(next)
                    : mark == 1 ? u"*%1* "_s.arg(next)
                    : mark == 2 ? u"[%1](https://example.org/%2) "_s.arg(next).arg(random.bounded(1000))
                                : next + u' ';
        }
        text.chop(1);
        text += u". "_s;
        count += length;
    };
    const QStringList sections{u"Tune of the week"_s, u"Something I learned"_s, u"I also…"_s, u"Next week"_s};
    for (int block = 0; count < words; ++block) {
        if (block % 6 == 3)
            text += u"## "_s + sections[(block / 6) % sections.size()] + u"\n\n"_s;
        const QString lead = block % 6 == 4 ? u"- "_s : block % 9 == 7 ? u"> "_s : QString();
        for (int line = 0; line < (block % 6 == 4 ? 4 : 1); ++line) {
            text += lead;
            sentence();
            if (lead.isEmpty()) {
                sentence();
                sentence();
            }
            text += u'\n';
        }
        text += u'\n';
        if (block % 40 == 39)
            text += u"```python\nfor week in weeks:\n    print(week.title, len(week.words))  # all\n```\n\n"_s;
    }
    return text;
}

StoredText stored(const QString &markdown)
{
    const auto document = Markdown::Document::parse(markdown);
    const auto measure = Markdown::measure(*document);
    return {.markdown = markdown,
            .plain = Markdown::toPlainText(*document),
            .words = measure.count(),
            .minutes = readingMinutes(measure),
            .sections = {}};
}

std::vector<NoteHeader> fill(Library &library)
{
    QRandomGenerator random(7);
    const QStringList tags{u"Weeknotes"_s, u"Libraries"_s, u"Data"_s, u"Leadership"_s, u"Printers"_s, u"Design"_s};
    std::vector<NoteHeader> notes;
    Week week = *Week::fromIso(2007, 1);
    for (int number = 0; number < years20; ++number, week = week.next()) {
        NoteFields fields;
        fields.title =
            u"Week %1: the one about the %2 %3"_s.arg(number + 1).arg(random.bounded(100)).arg(u"printers"_s);
        fields.subtitle = number % 3 == 0 ? u"Eleven people and a queue"_s : QString();
        fields.covers = week.days();
        fields.number = {.season = 1 + number / 100, .episode = 1 + number % 100};
        fields.status = NoteStatus::Published;
        fields.published = QDateTime(fields.covers->last, QTime(16, 0), QTimeZone::UTC);
        fields.tags = {tags[0], tags[1 + random.bounded(5)]};
        notes.push_back(must(library.addNote(fields, stored(someText(random, wordsOfNote)))));
    }
    must(library.changeSettings([](LibrarySettings &settings) {
        settings.author = u"Robin Ellery"_s;
        settings.language = u"en"_s;
        settings.baseUrl = QUrl(u"https://robin.example/"_s);
    }));
    return notes;
}

int exportSite(Library &library, const QString &folder)
{
    auto source = must(PostSource::of(library, noon.today()));
    ExportRequest request{.form = ExportForm::Site, .folder = folder, .notes = {}};
    for (const NoteHeader &note : source.notes())
        request.notes.push_back(note.id);
    return must(exportNotes(source, request)).changed;
}

double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

void write(const QString &path, const QByteArray &data)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) || file.write(data) != data.size())
        std::exit(1);
}

/// A plain theme: a page a note, a list, and what Hugo makes by itself (feeds, tags, a site map).
void writeHugoSite(Library &library, const QString &folder)
{
    write(folder + u"/hugo.toml"_s,
          "baseURL = 'https://robin.example/'\ntitle = 'Notes'\n[markup.highlight]\nnoClasses = false\n");
    const QByteArray page = "<!DOCTYPE html><html lang=en><head><title>{{ .Title }}</title></head><body><main>";
    write(folder + u"/layouts/_default/single.html"_s,
          page + "<h1>{{ .Title }}</h1>{{ .Content }}{{ with .PrevInSection }}<a href=\"{{ .RelPermalink }}\">{{ "
                 ".Title }}</a>"
                 "{{ end }}{{ with .NextInSection }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end "
                 "}}</main></body></html>");
    write(folder + u"/layouts/_default/list.html"_s,
          page +
              "<h1>{{ .Title }}</h1><ul>{{ range .RegularPages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a> "
              "{{ .Date }}</li>{{ end }}</ul></main></body></html>");
    int number = 0;
    must(library.eachNote([&](const Note &note) {
        const QByteArray head = "---\ntitle: \"" + note.header.fields.title.toUtf8() +
                                "\"\ndate: " + note.header.fields.published->toString(Qt::ISODate).toLatin1() +
                                "\ntags: [\"" + note.header.fields.tags.join(u"\", \""_s).toUtf8() + "\"]\n---\n";
        write(folder + u"/content/posts/note-%1.md"_s.arg(++number), head + note.text.toUtf8());
    }));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const auto library = must(Library::open(folder.filePath(u"library"_s), noon));
    const std::vector<NoteHeader> notes = fill(*library);
    const double before = peakMegabytes();

    QRandomGenerator random(11);
    Note note{.header = notes.back(), .text = someText(random, wordsOfLongNote)};
    const PostSource source = must(PostSource::of(*library, noon.today()));
    PageMaker maker = must(PageMaker::make(source.settings()));
    print("a note of 2,500 words as a page",
          median(51, [&] { must(maker.page(source.post(note, [](const Error &) {}))); }), "ms", 10);

    std::vector<double> cold;
    for (int round = 0; round < 3; ++round) {
        const QString site = folder.filePath(u"site%1"_s.arg(round));
        cold.push_back(msOf([&] { exportSite(*library, site); }));
    }
    std::ranges::sort(cold);
    print("a site of 1,040 notes, cold", cold[1], "ms", 2000);
    std::vector<double> warm;
    for (int round = 0; round < 9; ++round) {
        const NoteHeader header = must(library->note(notes[size_t(100 + round * 90)].id)).header;
        must(library->saveNote(header.id, header.revision, header.fields, stored(someText(random, wordsOfNote))));
        warm.push_back(msOf([&] { exportSite(*library, folder.filePath(u"site0"_s)); }));
    }
    std::ranges::sort(warm);
    print("the same, one note changed", warm[warm.size() / 2], "ms", 150);
    print("memory at most", peakMegabytes(), "MB", 120);
    std::printf("%-52s %8.1f MB\n", "of that before the first page", before);

    const QString hugo = QStandardPaths::findExecutable(u"hugo"_s);
    if (hugo.isEmpty()) {
        std::printf("no Hugo here to compare with\n");
        return 0;
    }
    writeHugoSite(*library, folder.filePath(u"hugo"_s));
    std::vector<double> theirs;
    for (int round = 0; round < 3; ++round) {
        theirs.push_back(msOf([&] {
            if (QProcess::execute(hugo, {u"--quiet"_s, u"--source"_s, folder.filePath(u"hugo"_s), u"--destination"_s,
                                         folder.filePath(u"hugo%1"_s.arg(round))}) != 0)
                std::exit(1);
        }));
    }
    std::ranges::sort(theirs);
    std::printf("%-52s %8.1f ms\n", "Hugo on the same notes, cold", theirs[1]);
    std::printf("%-52s %8.2f\n", "ours / Hugo's", cold[1] / theirs[1]);
    return 0;
}
