// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/finaledraft.h"

#include "html/markdownescape.h"
#include "insight/notesections.h"
#include "timeline/periodtext.h"
#include "timeline/timelinerows.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr qsizetype mostFinaleSections = 4;
constexpr int mostHighlights = 12; // of a section
constexpr int mostFinaleWords = 10;
constexpr int mostFinaleHosts = 5;

/// In the note's language, as PageWords are: a note is written in one of its own, whatever the window speaks.
struct FinaleWords
{
    QString season; ///< "Season 5"
    QString title;  ///< "Season 5: looking back"
    QString opening;
    QString figures;
    QString words;
    QString notes;
    QString weeks;
    QString run;
    QString pauses;
    QString longest;
    QString about;
    QString links;
    QString weekByWeek;
    QString thanked;
    QString closing;
    QString aWeek;   ///< "588 a week"
    QString ofWeeks; ///< "17 of 21"
};

QHash<QString, FinaleWords> allFinaleWords()
{
    return {
        {u"en"_s,
         {u"Season %1"_s, u"%1: looking back"_s, u"What was it about, in a sentence or two?"_s, u"In figures"_s,
          u"Words"_s, u"Notes"_s, u"Weeks written"_s, u"Longest run, in weeks"_s, u"Pauses"_s, u"The longest note"_s,
          u"What it was about"_s, u"Most links to"_s, u"Week by week"_s,
          u"You thanked %1. Take the names out of this passage if readers should see them."_s, u"What comes next?"_s,
          u"%1 a week"_s, u"%1 of %2"_s}},
        {u"de"_s,
         {u"Staffel %1"_s, u"%1: ein Rückblick"_s, u"Worum ging es, in ein, zwei Sätzen?"_s, u"In Zahlen"_s,
          u"Wörter"_s, u"Notizen"_s, u"Wochen mit Notiz"_s, u"Längste Serie, in Wochen"_s, u"Pausen"_s,
          u"Die längste Notiz"_s, u"Worum es ging"_s, u"Die meisten Links zu"_s, u"Woche für Woche"_s,
          u"Gedankt hast du %1. Nimm die Namen aus diesem Abschnitt heraus, wenn andere sie sehen sollen."_s,
          u"Wie geht es weiter?"_s, u"%1 in der Woche"_s, u"%1 von %2"_s}},
        {u"fr"_s,
         {u"Saison %1"_s, u"%1 : regard en arrière"_s, u"De quoi s’agissait-il, en une phrase ou deux ?"_s,
          u"En chiffres"_s, u"Mots"_s, u"Notes"_s, u"Semaines écrites"_s, u"Plus longue série, en semaines"_s,
          u"Pauses"_s, u"La note la plus longue"_s, u"De quoi il s’agissait"_s, u"Le plus de liens vers"_s,
          u"Semaine après semaine"_s,
          u"Remerciés : %1. Sortez les noms de ce passage si les lecteurs doivent les voir."_s, u"Et maintenant ?"_s,
          u"%1 par semaine"_s, u"%1 sur %2"_s}},
        {u"cy"_s,
         {u"Tymor %1"_s, u"%1: edrych yn ôl"_s, u"Am beth oedd e, mewn brawddeg neu ddwy?"_s, u"Mewn ffigurau"_s,
          u"Geiriau"_s, u"Nodiadau"_s, u"Wythnosau a ysgrifennwyd"_s, u"Rhediad hiraf, mewn wythnosau"_s, u"Seibiau"_s,
          u"Y nodyn hiraf"_s, u"Am beth oedd e"_s, u"Y mwyaf o ddolenni i"_s, u"Wythnos wrth wythnos"_s,
          u"Diolchwyd i %1. Tynnwch yr enwau o’r darn hwn os dylai darllenwyr eu gweld."_s, u"Beth sydd nesaf?"_s,
          u"%1 yr wythnos"_s, u"%1 o %2"_s}},
    };
}

const FinaleWords &finaleWords(const QString &language)
{
    static const QHash<QString, FinaleWords> words = allFinaleWords();
    static const FinaleWords &english = *words.constFind(u"en"_s);
    const auto found = words.constFind(language.left(2).toLower());
    return found == words.cend() ? english : *found;
}

class FinaleWriter
{
public:
    FinaleWriter(const StretchFigures &now, const StretchFigures *before, const SeasonTexts &texts,
                 const NumberHabit &numbers, const LibrarySettings &settings, const QString &language)
        : m_now(now)
        , m_before(before)
        , m_texts(texts)
        , m_numbers(numbers)
        , m_settings(settings)
        , m_words(finaleWords(language))
        , m_locale(language.isEmpty() ? QLocale() : QLocale(language))
    {
    }

    [[nodiscard]] FinaleDraft write() const
    {
        QStringList blocks{prompt(m_words.opening), u"## "_s + m_words.figures, figures().join(u'\n')};
        const QStringList sections = highlights();
        blocks << (sections.isEmpty() ? titles() : sections);
        if (const QString people = thanked(); !people.isEmpty())
            blocks << people;
        blocks << prompt(m_words.closing);
        return {m_words.title.arg(fullName()), blocks.join(u"\n\n"_s) + u'\n'};
    }

private:
    [[nodiscard]] static QString prompt(const QString &question) { return u"<!-- ? %1 -->"_s.arg(question); }
    [[nodiscard]] static QString escaped(const QString &text) { return escapedForMarkdown(text, false); }
    [[nodiscard]] QString nameOf(const Stretch &stretch) const
    {
        return stretch.season ? m_words.season.arg(*stretch.season) : QString::number(stretch.year.value_or(0));
    }
    /// With the name that its writer gave it.
    [[nodiscard]] QString fullName() const
    {
        const auto look = m_settings.seasons.find(m_now.stretch.season.value_or(-1));
        const bool isNamed = look != m_settings.seasons.end() && !look->second.name.isEmpty();
        return isNamed ? nameOf(m_now.stretch) + u" · "_s + look->second.name : nameOf(m_now.stretch);
    }
    /// What a note is called in a word: its number; else its title; else its days.
    [[nodiscard]] QString shortName(const NoteHeader &note) const
    {
        if (const QString number = m_numbers.text(note.fields.number, note.fields.title); !number.isEmpty())
            return number;
        if (const QString title = note.fields.title.simplified(); !title.isEmpty())
            return title;
        const QDate day = sortDay(note);
        return periodWithYear(note.fields.covers.value_or(Period{day, day}), m_locale);
    }
    [[nodiscard]] QString linkTo(const NoteHeader &note) const
    {
        const bool isWeeks = note.fields.covers && note.fields.kind != NoteKind::Post;
        const QString target =
            isWeeks ? weeksCoveredBy(*note.fields.covers, m_settings.week).back().toString() : note.id.toString();
        return u"[%1](week:%2)"_s.arg(escaped(shortName(note)), target);
    }
    [[nodiscard]] QString item(const QString &name, const QString &value) const
    {
        return u"- **%1:** %2"_s.arg(name, value);
    }
    [[nodiscard]] QString number(qsizetype count) const { return m_locale.toString(count); }
    /// Of one season and of the one before, which may have been longer or shorter.
    [[nodiscard]] QString compared(const QString &name, const QString &now, const QString &before) const
    {
        return item(name, m_before ? u"%1 (%2: %3)"_s.arg(now, nameOf(m_before->stretch), before) : now);
    }
    [[nodiscard]] QString wordsAWeek(const StretchFigures &each) const
    {
        const double weeks = double(std::max<size_t>(1, each.weeks.size()));
        return m_words.aWeek.arg(number(qRound(each.writing.words / weeks)));
    }
    [[nodiscard]] QString weeksWritten(const StretchFigures &each) const
    {
        return m_words.ofWeeks.arg(number(each.states.noted), number(qsizetype(each.weeks.size())));
    }
    [[nodiscard]] QStringList figures() const;
    [[nodiscard]] QString pauses() const;
    [[nodiscard]] QStringList highlights() const;
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] QString thanked() const;

    const StretchFigures &m_now;
    const StretchFigures *m_before;
    const SeasonTexts &m_texts;
    const NumberHabit &m_numbers;
    const LibrarySettings &m_settings;
    const FinaleWords &m_words;
    QLocale m_locale;
};

QStringList FinaleWriter::figures() const
{
    const WritingFacts &facts = m_now.writing;
    QStringList items{compared(m_words.words, number(facts.words) + u", "_s + wordsAWeek(m_now),
                               m_before ? wordsAWeek(*m_before) : QString()),
                      item(m_words.notes, number(facts.notes)),
                      compared(m_words.weeks, weeksWritten(m_now), m_before ? weeksWritten(*m_before) : QString())};
    if (m_settings.run.shown)
        items << item(m_words.run, number(longestRun(m_now.runs)));
    if (!m_now.pauses.empty())
        items << item(m_words.pauses, pauses());
    const auto longest = std::ranges::find(m_now.notes, facts.longest.value_or(NoteId()), &NoteHeader::id);
    if (longest != m_now.notes.end())
        items << item(m_words.longest, linkTo(*longest));
    QStringList words;
    for (const WordUse &use : mostUsedWords(m_texts.now().words(), m_texts.before().words(), mostFinaleWords))
        words << escaped(use.word);
    if (!words.isEmpty())
        items << item(m_words.about, words.join(u", "_s));
    QStringList hosts;
    for (const NamedCount &host : m_texts.now().hosts())
        hosts << host.name;
    if (!hosts.isEmpty())
        items << item(m_words.links, hosts.first(std::min<qsizetype>(mostFinaleHosts, hosts.size())).join(u", "_s));
    return items;
}

QString FinaleWriter::pauses() const
{
    QStringList days;
    for (const Pause &pause : m_now.pauses) {
        const std::optional<QDate> last = pause.to ? pause.to : pause.plannedTo;
        const auto text = [this](QDate day) { return m_locale.toString(day, QLocale::ShortFormat); };
        days << text(pause.from) + u" – "_s + (last ? text(*last) : u"…"_s);
    }
    return days.join(u", "_s);
}

/// The sections that return most, the oldest note first.
QStringList FinaleWriter::highlights() const
{
    std::vector<const NoteFacts *> notes;
    for (const NoteFacts &note : m_texts.now().notes())
        notes.push_back(&note);
    std::ranges::sort(notes, [](const NoteFacts *a, const NoteFacts *b) { return newerFirst(b->header, a->header); });
    QStringList blocks;
    for (const NamedCount &section : m_texts.now().sections()) {
        if (section.count < 2 || blocks.size() == 2 * mostFinaleSections)
            break;
        QStringList items;
        for (const NoteFacts *note : notes) {
            const auto found = std::ranges::find_if(note->sections, [&section](const SectionFact &fact) {
                return sectionKey(fact.heading) == sectionKey(section.name) && !fact.opening.isEmpty();
            });
            if (found != note->sections.end() && items.size() < mostHighlights)
                items << u"- %1: %2"_s.arg(linkTo(note->header), escaped(found->opening));
        }
        if (!items.isEmpty())
            blocks << u"## "_s + escaped(section.name) << items.join(u'\n');
    }
    return blocks;
}

QStringList FinaleWriter::titles() const
{
    QStringList items;
    for (const NoteHeader &note : m_now.notes) {
        const QString pattern = m_settings.titlePatternOf(note.fields.number.season);
        const QString title = ownWords(note.fields.title, TitlePattern::parse(pattern, m_locale)).simplified();
        const bool isSaid = title.isEmpty() || note.fields.title.simplified() == shortName(note); // by the link
        items << (isSaid ? u"- "_s + linkTo(note) : u"- %1: %2"_s.arg(linkTo(note), escaped(title)));
    }
    return {u"## "_s + m_words.weekByWeek, items.join(u'\n')};
}

QString FinaleWriter::thanked() const
{
    QStringList people;
    for (const NamedCount &person : m_texts.now().people())
        people << person.name;
    return people.isEmpty() ? QString() : u"<!-- private\n%1\n-->"_s.arg(m_words.thanked.arg(people.join(u", "_s)));
}

} // namespace

FinaleDraft finaleDraft(const StretchFigures &now, const StretchFigures *before, const SeasonTexts &texts,
                        const NumberHabit &numbers, const LibrarySettings &settings, const QString &language)
{
    return FinaleWriter(now, before, texts, numbers, settings, language).write();
}

} // namespace Weeknotes
