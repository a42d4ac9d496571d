// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/libraryfacts.h"

#include "core/searchfold.h"
#include "insight/notesections.h"
#include "insight/stopwords.h"

#include <QSet>

#include <algorithm>

namespace Weeknotes {
namespace {

class Tallying
{
public:
    void count(const QString &key, const QString &name, QDate day)
    {
        Named &entry = m_entries[key];
        ++entry.tally.count;
        if (entry.tally.name.isEmpty() || day >= entry.day) {
            entry.tally.name = name;
            entry.day = day;
        }
    }

    [[nodiscard]] std::vector<NamedCount> result() const
    {
        std::vector<NamedCount> tallies;
        for (const Named &entry : m_entries)
            tallies.push_back(entry.tally);
        std::ranges::sort(tallies, [](const NamedCount &a, const NamedCount &b) {
            return a.count != b.count ? a.count > b.count : a.name < b.name;
        });
        return tallies;
    }

private:
    struct Named
    {
        NamedCount tally;
        QDate day;
    };
    QHash<QString, Named> m_entries;
};

} // namespace

void LibraryFacts::add(const Note &note)
{
    const auto document = Markdown::Document::parse(note.text)->forReaders(m_today);
    const QString prose = proseOf(*document);
    m_notes.push_back(factsOf(note.header, *document, prose));
    const QString &language = note.header.fields.language;
    if (m_countsWords)
        m_words.add(prose, language.isEmpty() ? languageOf(prose, m_language) : language);
}

std::vector<NamedCount> LibraryFacts::sections() const
{
    Tallying tallying;
    for (const NoteFacts &note : m_notes) {
        QSet<QString> seen;
        for (const SectionFact &section : note.sections) {
            const QString key = sectionKey(section.heading);
            if (!key.isEmpty() && !seen.contains(key))
                tallying.count(key, section.heading, sortDay(note.header));
            seen.insert(key);
        }
    }
    return tallying.result();
}

std::vector<NamedCount> LibraryFacts::hosts() const
{
    Tallying tallying;
    for (const NoteFacts &note : m_notes) {
        for (const QString &host : note.hosts)
            tallying.count(host, host, {});
    }
    return tallying.result();
}

std::vector<NamedCount> LibraryFacts::people() const
{
    Tallying tallying;
    for (const NoteFacts &note : m_notes) {
        for (const QString &person : note.people)
            tallying.count(person, person, {});
    }
    return tallying.result();
}

} // namespace Weeknotes
