// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/searchcommand.h"

#include "cli/invocation.h"
#include "cli/notejson.h"
#include "core/noteref.h"
#include "core/week.h"
#include "storage/searchquery.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr int DefaultLimit = 20;

QByteArray jsonOf(const std::vector<SearchHit> &hits)
{
    JsonWriter json;
    json.beginArray();
    for (const SearchHit &hit : hits) {
        json.beginObject();
        json.member("id"_L1, hit.id.toString());
        json.member("title"_L1, hit.title);
        json.key("covers"_L1);
        writePeriod(json, hit.covers);
        json.member("snippet"_L1, hit.snippet);
        json.member("rank"_L1, hit.rank);
        json.endObject();
    }
    json.endArray();
    return json.document();
}

void print(Printer &out, const std::vector<SearchHit> &hits, const WeekRules &rules)
{
    const int width = out.columns() > 0 ? out.columns() : std::numeric_limits<int>::max();
    for (const SearchHit &hit : hits) {
        const QString handle =
            hit.covers ? weeksCoveredBy(*hit.covers, rules).front().toString() : shortReference(hit.id);
        out.line(elided(handle + u"  "_s + hit.title, width));
        out.line(elided(u"    "_s + printableLine(hit.snippet), width));
    }
}

} // namespace

QString SearchCommand::name() const
{
    return u"search"_s;
}

QString SearchCommand::summary() const
{
    return tr("full-text search, best first, with snippets");
}

Command::Operands SearchCommand::operands() const
{
    return {u"QUERY…"_s, 1, AnyNumber};
}

QList<QCommandLineOption> SearchCommand::options() const
{
    return {{u"json"_s, tr("print JSON")},
            {u"limit"_s, tr("at most so many notes; %1 where it is not given").arg(DefaultLimit), u"N"_s}};
}

QStringList SearchCommand::notes() const
{
    return {
        tr("A note is found when it has all the words; the last one may be the beginning of a word."),
        tr("    \"a phrase\"   these words in a row"),
        tr("    begin*       any word that begins so"),
        tr("    -word        not a note with this word; -\"a phrase\" likewise"),
        tr("Accents and case don’t matter. Put the whole query in single quotes, so that the shell leaves it alone:"),
        tr("    weeknotes search '\"user research\" print* -library'")};
}

ExitStatus SearchCommand::run(Invocation &invocation) const
{
    const auto limit = invocation.number(u"limit"_s, 1);
    if (!limit)
        return limit.error();
    const QString query = invocation.operands().join(u' ');
    if (SearchQuery(query).isEmpty())
        return invocation.wrongUsage(tr("“search” needs a word to search for"));
    const auto library = invocation.openLibrary(Library::Access::ReadOnly);
    if (!library)
        return library.error();
    const auto settings = invocation.told((*library)->settings());
    if (!settings)
        return settings.error();
    const auto hits = invocation.told((*library)->search(query, limit->value_or(DefaultLimit)));
    if (!hits)
        return hits.error();

    if (invocation.isSet(u"json"_s))
        invocation.out.bytes(jsonOf(*hits));
    else if (hits->empty())
        invocation.errors.line(tr("No note holds “%1”; try fewer or shorter words.").arg(query));
    else
        print(invocation.out, *hits, settings->week);
    return hits->empty() ? ExitStatus::NoMatch : ExitStatus::Done;
}

} // namespace Weeknotes
