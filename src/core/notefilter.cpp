// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notefilter.h"

#include "core/searchfold.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

/// As one word of a filter's line: in quotes where a space would end it.
QString quoted(const QString &value)
{
    const bool hasSpace = std::ranges::any_of(value, [](QChar letter) { return letter.isSpace(); });
    if (!value.isEmpty() && !hasSpace && !value.contains(u'"'))
        return value;
    QString inner = value;
    return u'"' + inner.replace(u'"', "\"\""_L1) + u'"';
}

/// The words of a line: a quote begins or goes on with a word, and spaces in quotes do not end it.
QStringList wordsIn(const QString &line)
{
    QStringList words;
    QString word;
    bool inQuotes = false;
    bool begun = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar letter = line[i];
        if (letter == u'"') {
            begun = true;
            if (inQuotes && i + 1 < line.size() && line[i + 1] == u'"')
                word += line[i++];
            else
                inQuotes = !inQuotes;
        } else if (letter.isSpace() && !inQuotes) {
            if (begun)
                words << word;
            word.clear();
            begun = false;
        } else {
            word += letter;
            begun = true;
        }
    }
    if (begun)
        words << word;
    return words;
}

template <typename Value> void addOnce(std::vector<Value> &values, const Value &value)
{
    if (!std::ranges::contains(values, value))
        values.push_back(value);
}

/// Takes `key:value` into the filter; false if it is no such thing.
bool take(NoteFilter &filter, const QString &word)
{
    const qsizetype colon = word.indexOf(u':');
    if (colon < 1 || colon + 1 == word.size())
        return false;
    const QString key = word.first(colon);
    const QString value = word.sliced(colon + 1);
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (key == "season"_L1 && isNumber)
        addOnce(filter.seasons, number);
    else if (key == "year"_L1 && isNumber)
        addOnce(filter.years, number);
    else if (const auto status = noteStatusFromString(value); key == "status"_L1 && status)
        addOnce(filter.statuses, *status);
    else if (const auto kind = noteKindFromString(value); key == "kind"_L1 && kind)
        addOnce(filter.kinds, *kind);
    else if (key == "tag"_L1)
        filter.tags << value;
    else if (key == "person"_L1)
        filter.people << value;
    else if (key == "section"_L1)
        filter.sections << value;
    else if (key == "with"_L1 && value == "image"_L1)
        filter.withImage = true;
    else if (key == "with"_L1 && value == "private"_L1)
        filter.withPrivatePassage = true;
    else
        return false;
    return true;
}

QStringList folded(QStringList words)
{
    for (QString &each : words)
        each = foldForSearch(each);
    return words;
}

bool hasAny(const QStringList &present, const QStringList &wanted)
{
    return std::ranges::any_of(wanted, [&](const QString &each) { return present.contains(each); });
}

void addFolded(QStringList &values, QStringList &foldedValues, const QString &value)
{
    if (values.contains(value))
        return;
    values << value;
    foldedValues << foldForSearch(value);
}

} // namespace

void NoteTraits::addPerson(const QString &name)
{
    addFolded(people, foldedPeople, name);
}

void NoteTraits::addSection(const QString &heading)
{
    addFolded(sections, foldedSections, heading);
}

bool NoteFilter::asksForTraits() const
{
    return !people.isEmpty() || !sections.isEmpty() || withImage || withPrivatePassage;
}

QString NoteFilter::toText() const
{
    QStringList words;
    for (const int season : seasons)
        words << u"season:%1"_s.arg(season);
    for (const int year : years)
        words << u"year:%1"_s.arg(year);
    for (const NoteStatus status : statuses)
        words << u"status:"_s + nameOf(status);
    for (const NoteKind kind : kinds)
        words << u"kind:"_s + nameOf(kind);
    for (const QString &tag : tags)
        words << u"tag:"_s + quoted(tag);
    for (const QString &person : people)
        words << u"person:"_s + quoted(person);
    for (const QString &section : sections)
        words << u"section:"_s + quoted(section);
    if (withImage)
        words << u"with:image"_s;
    if (withPrivatePassage)
        words << u"with:private"_s;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        words << quoted(word);
    return words.join(u' ');
}

NoteFilter NoteFilter::fromText(const QString &text)
{
    NoteFilter filter;
    QStringList rest;
    for (const QString &word : wordsIn(text)) {
        if (!take(filter, word))
            rest << word;
    }
    filter.text = rest.join(u' ');
    return filter;
}

NoteWords NoteWords::of(const NoteFields &fields, const QString &number)
{
    QStringList parts{fields.title, fields.subtitle, number};
    parts += fields.tags;
    return {u' ' + foldForSearch(parts.join(u'\n')), folded(fields.tags)};
}

NoteMatcher::NoteMatcher(const NoteFilter &filter) : m_filter(filter)
{
    for (QStringList *values : {&m_filter.tags, &m_filter.people, &m_filter.sections})
        *values = folded(*values);
    for (const QString &word : foldForSearch(filter.text).split(u' ', Qt::SkipEmptyParts))
        m_words << u' ' + word;
    m_filter.text.clear();
}

bool NoteMatcher::isWithin(const NoteMatcher &wider) const
{
    return m_filter == wider.m_filter && std::ranges::all_of(wider.m_words, [this](const QString &word) {
               return std::ranges::any_of(m_words, [&word](const QString &own) { return own.startsWith(word); });
           });
}

bool NoteMatcher::matches(const NoteHeader &note, const NoteWords &words, const NoteTraits *traits) const
{
    static const NoteTraits none;
    const NoteFields &fields = note.fields;
    const NoteTraits &known = traits ? *traits : none;
    const auto admits = [](const auto &wanted, const auto &value) {
        return wanted.empty() || std::ranges::contains(wanted, value);
    };
    return std::ranges::all_of(m_words, [&](const QString &word) { return words.text.contains(word); }) &&
           (m_filter.seasons.empty() ||
            (fields.number.season && std::ranges::contains(m_filter.seasons, *fields.number.season))) &&
           (m_filter.years.empty() || std::ranges::contains(m_filter.years, knownDay(note).value_or(QDate()).year())) &&
           admits(m_filter.statuses, fields.status) && admits(m_filter.kinds, fields.kind) &&
           (m_filter.tags.isEmpty() || hasAny(words.tags, m_filter.tags)) &&
           (m_filter.people.isEmpty() || hasAny(known.foldedPeople, m_filter.people)) &&
           (m_filter.sections.isEmpty() || hasAny(known.foldedSections, m_filter.sections)) &&
           (!m_filter.withImage || known.hasImage) && (!m_filter.withPrivatePassage || known.hasPrivatePassage);
}

} // namespace Weeknotes
