// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/site.h"

#include "core/numberhabit.h"
#include "html/readhtml.h"
#include "insight/notesections.h"
#include "markdown/htmlwriter.h"
#include "markdown/plaintext.h"
#include "publisher/pagevalues.h"
#include "publisher/post.h"
#include "publisher/postlinks.h"
#include "publisher/slug.h"
#include "publisher/words.h"

#include <QCryptographicHash>
#include <QLocale>

#include <algorithm>
#include <map>
#include <ranges>

namespace Weeknotes {

using namespace Qt::StringLiterals;
using Markdown::Block;

namespace {

constexpr size_t newestOnFront = 20;
constexpr size_t newestWhereMissing = 5;

/// Another one for other values, however they follow each other.
class Digest
{
public:
    Digest &operator<<(const QString &text)
    {
        m_hash.addData(text.toUtf8());
        m_hash.addData(QByteArrayView("\0", 1));
        return *this;
    }
    Digest &operator<<(const QByteArray &data)
    {
        m_hash.addData(data);
        return *this;
    }
    [[nodiscard]] QByteArray result() const { return m_hash.result(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha1};
};

QString beginningOf(std::span<const Block> blocks, qsizetype limit, bool paragraphsAlone)
{
    using enum Block::Kind;
    QString text;
    for (const Block &block : blocks) {
        if (block.kind == More || text.size() >= limit)
            break;
        const bool isText =
            block.kind == Paragraph || block.kind == Tune ||
            (!paragraphsAlone && (block.kind == List || block.kind == Quote || block.kind == PullQuote));
        if (isText)
            text += Markdown::toPlainText(std::vector{block}).simplified() + u' ';
    }
    return cutAtWord(text, limit);
}

/// A slug for `name` that none of `taken` is.
QString freeSlug(const QString &name, QSet<QString> &taken)
{
    const QString plain = asciiWords(name).left(60);
    const QString base =
        plain.isEmpty() ? u"x"_s + QString::fromLatin1(Digest().operator<<(name).result().toHex().left(8)) : plain;
    QString slug = base;
    for (int number = 2; taken.contains(slug); ++number)
        slug = base + u'-' + QString::number(number);
    taken.insert(slug);
    return slug;
}

QVariantHash linkTo(const QString &url, const QString &title)
{
    return {{u"url"_s, url}, {u"title"_s, title}};
}

} // namespace

SiteFacts siteFactsOf(const Markdown::Document &whole, const Markdown::Document &readable, const QString &title,
                      QDate today)
{
    constexpr qsizetype noteLimit = 420;
    constexpr qsizetype sectionLimit = 220;
    SiteFacts facts;
    std::vector<Block> blocks(readable.blocks().begin(), readable.blocks().end());
    facts.beginning = beginningOf(blocks, noteLimit, true);
    for (const NoteSection &section : noteSections(readable, title)) {
        const bool hasHeading = section.mark == NoteSection::Mark::Heading && section.begin > 0;
        facts.sections.push_back(
            {SectionMention(section), hasHeading ? blocks[section.begin - 1].anchor : QString(),
             beginningOf(std::span(blocks).subspan(section.begin, section.end - section.begin), sectionLimit, false)});
    }
    facts.references = noteReferences(readable);
    facts.nextRelease = whole.nextRelease(today);
    facts.hiddenPassages = whole.hiddenPassages(today);
    return facts;
}

Site::Site(LibrarySettings settings, std::vector<SiteNote> notes, const std::vector<Pause> &pauses, QDate today)
    : m_settings(std::move(settings)), m_notes(std::move(notes)), m_language(headOf({}, m_settings).language)
{
    // Of a note without a day nobody knows how new it is.
    std::ranges::stable_partition(m_notes, [](const SiteNote &note) { return knownDay(note.header).has_value(); });
    const PageSettings &page = m_settings.page;
    m_title = page.siteTitle.simplified();
    if (m_title.isEmpty())
        m_title = m_settings.author.simplified();
    if (m_title.isEmpty())
        m_title = u"Weeknotes"_s;

    std::vector<NoteHeader> headers;
    for (const SiteNote &note : m_notes)
        headers.push_back(note.header);
    const NumberHabit numbers(headers, m_settings.seasons);
    QSet<QString> taken;
    for (const SiteNote &note : m_notes) {
        const PostHead head = headOf(note.header.fields, m_settings, note.header.updated.date());
        const QString published = publishedText(head);
        const QString number = numbers.text(note.header.fields.number, note.header.fields.title);
        const QString minutes = pageWords(m_language).minutesToRead.arg(note.header.minutes);
        const QVariantHash row{
            {u"title"_s, head.title},
            {u"subtitle"_s, head.subtitle},
            {u"words"_s, number.isEmpty() ? minutes : number + u" · "_s + minutes},
            {u"date"_s, head.date.isValid() ? pageDate(head.date, m_language) : QString()},
            {u"published"_s, published},
            {u"moment"_s, published.isEmpty() && head.date.isValid() ? head.date.toString(Qt::ISODate) : published}};
        Digest digest;
        for (const auto &key : {u"title"_s, u"subtitle"_s, u"words"_s, u"date"_s, u"moment"_s})
            digest << row.value(key).toString();
        m_digests.insert(note.header.id, (digest << note.slug).result());
        m_rows.insert(note.header.id, row);
        for (const QString &tag : note.header.fields.tags) {
            if (!m_tagPages.contains(tag))
                m_tagPages.insert(tag, u"../tag/"_s + freeSlug(tag, taken) + u'/');
        }
    }
    readWeeks(headers, pauses, today);
}

/// Years with a note or a pause, and in the newest of them nothing after that: a site tells of what there is.
void Site::readWeeks(const std::vector<NoteHeader> &headers, const std::vector<Pause> &pauses, QDate today)
{
    using State = TimelineWeek::State;
    std::map<int, Year, std::greater<>> byYear;
    bool anyWeeks = false;
    for (const TimelineWeek &week : buildTimeline(headers, pauses, today, m_settings.week)) {
        Year &year = byYear[week.week.isoYear()];
        year.year = week.week.isoYear();
        // The weeks before the first and after the last are none that were missed.
        year.weeks.resize(size_t(Week::weeksInIsoYear(year.year)), State::Future);
        year.weeks[size_t(week.week.isoNumber() - 1)] = week.state;
        year.noted += week.state == State::Noted ? 1 : 0;
    }
    for (const NoteHeader &header : headers) { // those without a week have their years, too
        if (const auto day = knownDay(header); day && !header.fields.covers) {
            Year &year = byYear[day->year()];
            year.year = day->year();
            year.hasNotes = true;
            year.weeks.resize(size_t(Week::weeksInIsoYear(year.year)), State::Future);
        }
    }
    for (Year &year : byYear | std::views::values) {
        const auto isTold = [](State state) { return state == State::Noted || state == State::Paused; };
        const bool hasWeeks = std::ranges::any_of(year.weeks, isTold);
        if (!hasWeeks && !year.hasNotes)
            continue;
        if (!anyWeeks)
            std::ranges::fill(std::ranges::find_if(year.weeks | std::views::reverse, isTold).base(), year.weeks.end(),
                              State::Future);
        anyWeeks = anyWeeks || hasWeeks;
        m_years.push_back(std::move(year));
    }
}

SiteFrame Site::frame(int depth) const
{
    return {.title = m_title,
            .description = m_settings.page.siteDescription.simplified(),
            .root = u"../"_s.repeated(depth),
            .feed = address(u"atom.xml"_s),
            .hasAbout = !m_settings.page.siteAbout.isEmpty()};
}

QString Site::titleOf(const SiteNote &note) const
{
    return m_rows.value(note.header.id).value(u"title"_s).toString();
}

QUrl Site::address(const QString &file) const
{
    const auto index = "index.html"_L1;
    return siteAddress(m_settings.baseUrl, file.endsWith(index) ? file.chopped(index.size()) : file);
}

std::vector<SiteList> Site::lists() const
{
    const std::vector<Shelf> ofSeasons = seasons();
    const std::vector<Shelf> ofTags = tags();
    const std::vector<Shelf> ofSections = sections();
    const Shelf ofNoYear = undated();
    std::vector<SiteList> lists{front(), archive(ofSeasons, ofNoYear, ofTags, ofSections), missing()};
    if (!m_settings.page.siteAbout.isEmpty())
        lists.push_back(about());
    const auto add = [&lists](std::vector<SiteList> pages) { std::ranges::move(pages, std::back_inserter(lists)); };
    add(pagesOf(ofSeasons, true));
    add(pagesOf(years(), true));
    if (!ofNoYear.rows.empty())
        add(pagesOf({ofNoYear}, false));
    add(pagesOf(ofTags, false));
    add(pagesOf(ofSections, false));
    return lists;
}

/// The newest first, as all shelves.
std::vector<Site::Shelf> Site::seasons() const
{
    const PageWords &words = pageWords(m_language);
    std::map<int, Shelf, std::greater<>> byNumber;
    for (const SiteNote &note : m_notes) {
        const auto season = note.header.fields.number.season;
        if (!season)
            continue;
        Shelf &shelf = byNumber[*season];
        if (shelf.rows.empty()) {
            const auto look = m_settings.seasons.find(*season);
            const QString name = look == m_settings.seasons.end() ? QString() : look->second.name;
            const QString number = words.season.arg(*season);
            shelf.path = u"season/%1"_s.arg(*season);
            shelf.title = name.isEmpty() ? number : name;
            shelf.kicker = name.isEmpty() ? QString() : number;
        }
        shelf.rows.push_back({&note});
    }
    std::vector<Shelf> shelves;
    for (Shelf &shelf : byNumber | std::views::values) {
        const auto hasDay = [](const Row &row) { return knownDay(row.note->header).has_value(); };
        if (auto dated = shelf.rows | std::views::filter(hasDay); !dated.empty()) {
            const NoteHeader &first = std::ranges::find_if(shelf.rows | std::views::reverse, hasDay)->note->header;
            const QString from =
                pageDate(first.fields.covers ? first.fields.covers->first : sortDay(first), m_language);
            const QString to = pageDate(sortDay(dated.front().note->header), m_language);
            shelf.detail = from == to ? from : from + u" – "_s + to;
        }
        shelves.push_back(std::move(shelf));
    }
    return shelves;
}

/// By the days notes stand at in lists; and a page for each year with a strip.
std::vector<Site::Shelf> Site::years() const
{
    std::map<int, Shelf, std::greater<>> byYear;
    for (const Year &year : m_years)
        byYear[year.year];
    for (const SiteNote &note : m_notes) {
        const auto &covers = note.header.fields.covers;
        if (const auto day = knownDay(note.header))
            byYear[covers ? Week::of(covers->last, m_settings.week).isoYear() : day->year()].rows.push_back({&note});
    }
    std::vector<Shelf> shelves;
    for (auto &[year, shelf] : byYear) {
        shelf.path = u"year/%1"_s.arg(year);
        shelf.title = QString::number(year);
        shelves.push_back(std::move(shelf));
    }
    return shelves;
}

/// The notes of no year; empty where all have one.
Site::Shelf Site::undated() const
{
    Shelf shelf{.path = u"undated"_s, .kicker = {}, .title = pageWords(m_language).undated, .detail = {}};
    for (const SiteNote &note : m_notes) {
        if (!knownDay(note.header))
            shelf.rows.push_back({&note});
    }
    return shelf;
}

std::vector<Site::Shelf> Site::tags() const
{
    std::map<QString, Shelf> byTag;
    for (const SiteNote &note : m_notes) {
        for (const QString &tag : note.header.fields.tags) {
            Shelf &shelf = byTag[tag];
            shelf.path = m_tagPages.value(tag).sliced(3).chopped(1);
            shelf.kicker = pageWords(m_language).tag;
            shelf.title = tag;
            shelf.rows.push_back({&note});
        }
    }
    std::vector<Shelf> shelves;
    std::ranges::move(byTag | std::views::values, std::back_inserter(shelves));
    std::ranges::stable_sort(shelves, std::greater(), [](const Shelf &shelf) { return shelf.rows.size(); });
    return shelves;
}

std::vector<Site::Shelf> Site::sections() const
{
    constexpr size_t fewest = 3;
    SectionLines gathered({});
    QHash<NoteId, const SiteNote *> byId;
    for (const SiteNote &note : m_notes) {
        std::vector<SectionMention> mentions;
        for (const SiteFacts::Section &section : note.facts.sections)
            mentions.push_back(section.mention);
        gathered.add(note.header, std::move(mentions));
        byId.insert(note.header.id, &note);
    }
    QSet<QString> taken;
    std::vector<Shelf> shelves;
    for (const SectionLine &line : gathered.lines(m_settings.sectionRenames)) {
        if (line.notes.size() < fewest)
            continue;
        Shelf shelf{.path = u"section/"_s + freeSlug(line.heading, taken),
                    .kicker = pageWords(m_language).section,
                    .title = line.heading,
                    .detail = line.otherNames.join(u" · "_s)};
        for (const NoteId &id : line.notes | std::views::reverse) {
            const SiteNote *note = byId.value(id);
            const auto section = std::ranges::find_if(note->facts.sections, [&line](const SiteFacts::Section &each) {
                return line.keys.contains(each.mention.key);
            });
            shelf.rows.push_back({note, section->anchor, section->beginning});
        }
        shelves.push_back(std::move(shelf));
    }
    return shelves;
}

SiteList Site::list(const QString &file, const QString &form, const QString &title) const
{
    return {.file = file,
            .form = form,
            .head = {.title = title,
                     .description = m_settings.page.siteDescription.simplified(),
                     .language = m_language,
                     .address = address(file)},
            .frame = frame(int(file.count(u'/'))),
            .inputs = {},
            .values = {}};
}

SiteList Site::front() const
{
    SiteList page = list(u"index.html"_s, u"front.html"_s, m_title);
    const std::vector<Row> rows = newest(1, newestOnFront);
    const SiteNote *first = m_notes.empty() ? nullptr : &m_notes.front();
    page.inputs =
        (Digest() << rowsDigest(rows) << yearsDigest() << (first ? m_digests.value(first->header.id) : QByteArray())
                  << (first ? first->facts.beginning : QString()))
            .result();
    page.values = [this, rows, first] {
        QVariantHash values{{u"rows"_s, rowsValues(rows, {})}, {u"years"_s, yearValues({})}};
        if (first) {
            QVariantHash newest = rowValues({first}, {});
            newest.insert(u"beginning"_s, first->facts.beginning);
            newest.insert(u"goOn"_s, pageWords(m_language).goOn + u": "_s + newest.value(u"title"_s).toString());
            values.insert(u"newest"_s, newest);
        }
        return values;
    };
    return page;
}

SiteList Site::archive(const std::vector<Shelf> &seasons, const Shelf &undated, const std::vector<Shelf> &tags,
                       const std::vector<Shelf> &sections) const
{
    SiteList page = list(u"archive/index.html"_s, u"archive.html"_s, pageWords(m_language).archive);
    Digest digest;
    digest << yearsDigest();
    const auto links = [&](const std::vector<Shelf> &shelves) {
        QVariantList values;
        for (const Shelf &shelf : shelves) {
            const QString title =
                shelf.kicker.isEmpty() || &shelves != &seasons ? shelf.title : shelf.kicker + u" · "_s + shelf.title;
            const QString detail = &shelves == &seasons ? shelf.detail : QString();
            const QString count = QString::number(shelf.rows.size());
            values << QVariantHash{{u"url"_s, "../"_L1 + shelf.path + u'/'},
                                   {u"title"_s, title},
                                   {u"detail"_s, detail},
                                   {u"count"_s, count}};
            digest << shelf.path << title << detail << count;
        }
        return values;
    };
    QVariantHash values{{u"seasons"_s, links(seasons)}, {u"sections"_s, links(sections)}, {u"tags"_s, links(tags)}};
    if (!undated.rows.empty())
        values.insert(u"undated"_s, links({undated}).constFirst());
    page.inputs = digest.result();
    page.values = [this, values] {
        QVariantHash all = values;
        all.insert(u"years"_s, yearValues(u"../"_s));
        return all;
    };
    return page;
}

std::vector<SiteList> Site::pagesOf(const std::vector<Shelf> &shelves, bool inOrder) const
{
    std::vector<SiteList> pages;
    for (size_t i = 0; i < shelves.size(); ++i) {
        const Shelf &shelf = shelves[i];
        SiteList page = list(shelf.path + "/index.html"_L1, u"list.html"_s, shelf.title);
        QVariantHash values{{u"title"_s, shelf.title}, {u"kicker"_s, shelf.kicker}, {u"detail"_s, shelf.detail}};
        Digest digest;
        digest << rowsDigest(shelf.rows) << shelf.title << shelf.kicker << shelf.detail;
        const auto lead = [&](const QString &key, size_t to) {
            const Shelf &other = shelves[to];
            values.insert(key, linkTo(page.frame.root + other.path + u'/', other.title));
            digest << key << other.path << other.title;
        };
        if (inOrder && i + 1 < shelves.size())
            lead(u"previous"_s, i + 1);
        if (inOrder && i > 0)
            lead(u"next"_s, i - 1);
        page.inputs = digest.result();
        page.values = [this, values, rows = shelf.rows, root = page.frame.root] {
            return QVariantHash{{u"list"_s, values}, {u"rows"_s, rowsValues(rows, root)}};
        };
        pages.push_back(std::move(page));
    }
    return pages;
}

SiteList Site::about() const
{
    const PageWords &words = pageWords(m_language);
    SiteList page = list(u"about/index.html"_s, u"about.html"_s, words.about);
    const QString author = m_settings.author.simplified();
    page.inputs = m_settings.page.siteAbout.toUtf8(); // all else is in the look
    page.values = [this, author, &words] {
        const QString content = settingsBody(m_settings.page.siteAbout, m_settings);
        return QVariantHash{
            {u"about"_s, QVariantHash{{u"title"_s, author.isEmpty() ? words.about : author}, {u"content"_s, content}}}};
    };
    return page;
}

/// A server shows it at whatever address nothing is found.
SiteList Site::missing() const
{
    SiteList page = list(u"404.html"_s, u"missing.html"_s, pageWords(m_language).missing);
    page.head.address.clear();
    const QString path = m_settings.baseUrl.path();
    page.frame.root = path.endsWith(u'/') ? path : path + u'/';
    page.frame.isSelfContained = true;
    const std::vector<Row> rows = newest(0, newestWhereMissing);
    page.inputs = rowsDigest(rows);
    page.values = [this, rows, root = page.frame.root] { return QVariantHash{{u"rows"_s, rowsValues(rows, root)}}; };
    return page;
}

QVariantHash Site::rowValues(const Row &row, const QString &root) const
{
    QVariantHash values = m_rows.value(row.note->header.id);
    QString url = root + row.note->slug + u'/';
    if (!row.anchor.isEmpty())
        url += u'#' + row.anchor;
    values.insert(u"url"_s, url);
    values.insert(u"summary"_s, row.summary.isEmpty() ? values.value(u"subtitle"_s) : row.summary);
    return values;
}

QVariantList Site::rowsValues(const std::vector<Row> &rows, const QString &root) const
{
    QVariantList values;
    for (const Row &row : rows)
        values << rowValues(row, root);
    return values;
}

QVariantList Site::yearValues(const QString &root) const
{
    QVariantList years;
    for (const Year &year : m_years) {
        QStringList weeks;
        for (const TimelineWeek::State state : year.weeks)
            weeks << nameOf(state);
        const QString name = QString::number(year.year);
        const auto counted = std::ranges::count_if(
            year.weeks, [](TimelineWeek::State state) { return state != TimelineWeek::State::Future; });
        years << QVariantHash{
            {u"url"_s, root + "year/"_L1 + name + u'/'},
            {u"name"_s, name},
            {u"weeks"_s, weeks},
            {u"weeksNoted"_s,
             counted == 0 ? name : pageWords(m_language).weeksNoted.arg(name).arg(year.noted).arg(counted)},
            {u"count"_s, counted == 0 ? QString() : QString::number(year.noted)}};
    }
    return years;
}

QByteArray Site::rowsDigest(const std::vector<Row> &rows) const
{
    Digest digest;
    for (const Row &row : rows)
        digest << m_digests.value(row.note->header.id) << row.anchor << row.summary;
    return digest.result();
}

QByteArray Site::yearsDigest() const
{
    Digest digest;
    for (const Year &year : m_years) {
        digest << QString::number(year.year);
        for (const TimelineWeek::State state : year.weeks)
            digest << QByteArray(1, char('0' + int(state)));
    }
    return digest.result();
}

std::vector<Site::Row> Site::newest(size_t from, size_t count) const
{
    std::vector<Row> rows;
    for (size_t i = from; i < std::min(m_notes.size(), from + count); ++i)
        rows.push_back({&m_notes[i]});
    return rows;
}

} // namespace Weeknotes
