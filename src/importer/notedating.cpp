// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/notedating.h"

#include "core/isotext.h"
#include "insight/yearevidence.h"

#include <QLocale>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

using Reason = Guess::Reason;

constexpr int mostEpisodes = 60; // that one note counts for

QString dayName(QDate date)
{
    return QLocale::c().dayName(date.dayOfWeek());
}

QString bareDay(const TitleDay &day)
{
    return u"--%1-%2"_s.arg(day.month, 2, 10, QChar(u'0')).arg(day.day, 2, 10, QChar(u'0'));
}

void guess(RawNote &raw, const QString &field, const QString &value, Reason why, QStringList facts = {})
{
    raw.note.guesses.push_back({field, value, why, std::move(facts)});
}

void warn(RawNote &raw, Warning::Kind kind, QStringList facts = {})
{
    raw.note.warnings.push_back({kind, raw.subject, 0, std::move(facts)});
}

// The day that the note's period is named by, if its title names one.
const TitleDay *namedDay(const RawNote &raw)
{
    const auto &period = raw.facts.period;
    return !period ? nullptr : period->first ? &*period->first : period->last ? &*period->last : nullptr;
}

std::optional<QDate> writingDay(const RawNote &raw)
{
    return writingDay(raw.note.draft.fields);
}

class NoteDating
{
public:
    NoteDating(std::vector<RawNote> &notes, const ImportOptions &options) : m_notes(notes), m_options(options) {}

    void run()
    {
        for (RawNote &raw : m_notes)
            settleStatedDays(raw);
        std::map<int, std::vector<RawNote *>> sequences;
        for (RawNote &raw : m_notes)
            sequences[raw.sequence].push_back(&raw);
        for (auto &[number, sequence] : sequences)
            settleYears(sequence);
        settleMissingPublicationYears();
        for (RawNote &raw : m_notes) {
            settleNumber(raw);
            dropImpossibleSpan(raw.note.draft.fields.number);
        }
        for (RawNote &raw : m_notes)
            settlePeriod(raw);
        for (auto &[number, sequence] : sequences)
            fillGaps(sequence);
        for (RawNote &raw : m_notes) {
            dropImpossiblePeriod(raw);
            settleKind(raw);
        }
    }

private:
    void settleStatedDays(RawNote &raw) const
    {
        NoteFields &fields = raw.note.draft.fields;
        if (raw.published && raw.published->year && !fields.published)
            fields.published = noonOf(dateOf(*raw.published));
        if (isWeeknote(raw) && raw.facts.day && raw.facts.day->year && !fields.written)
            fields.written = dateOf(*raw.facts.day);
    }

    // --- years of days in titles ---

    void settleYears(const std::vector<RawNote *> &sequence) const
    {
        std::vector<RawNote *> open;
        for (RawNote *raw : sequence) {
            if (namedDay(*raw))
                open.push_back(raw);
        }
        if (std::ranges::all_of(open, [](const RawNote *raw) { return namedDay(*raw)->year.has_value(); }))
            return settleTitleDays(sequence);
        if (m_options.year)
            return setYears(open, steppedYears(open, *m_options.year), Reason::YearFromPerson, {});
        if (std::ranges::all_of(open, [](const RawNote *raw) { return writingDay(*raw).has_value(); })) {
            for (RawNote *raw : open)
                setYear(*raw, nearestDate(*namedDay(*raw), *writingDay(*raw)).year(), Reason::YearFromDates,
                        {isoDay(*writingDay(*raw))});
            return settleTitleDays(sequence);
        }
        settleYearsByEvidence(open);
        settleTitleDays(sequence);
    }

    [[nodiscard]] static std::vector<SequenceDay> sequenceDays(const std::vector<RawNote *> &notes)
    {
        std::vector<SequenceDay> days;
        for (const RawNote *raw : notes) {
            const bool ends = raw->facts.period && !raw->facts.period->first;
            days.push_back({*namedDay(*raw), ends, raw->linkYears, raw->textYears});
        }
        return days;
    }

    [[nodiscard]] std::vector<int> steppedYears(const std::vector<RawNote *> &notes, int year) const
    {
        auto days = sequenceDays(notes);
        if (days.empty())
            return {};
        days.front().day.year = year;
        return yearsOfSequence(days, m_options.today, m_options.rules.start)->years;
    }

    void settleYearsByEvidence(const std::vector<RawNote *> &open) const
    {
        auto found = yearsOfSequence(sequenceDays(open), m_options.today, m_options.rules.start);
        const bool alone = open.size() == 1;
        if (found && (found->by == YearGuess::By::Written || !alone || found->by != YearGuess::By::Weekdays ||
                      found->fitting > 0)) {
            QStringList facts{QString::number(found->fitting), QString::number(open.size())};
            for (const int year : found->named)
                facts += QString::number(year);
            const Reason why = found->by == YearGuess::By::Links     ? Reason::YearFromLinks
                               : found->by == YearGuess::By::Words   ? Reason::YearFromWords
                               : found->by == YearGuess::By::Written ? Reason::YearFromNeighbours
                                                                     : Reason::YearFromWeekdays;
            setYears(open, found->years, why, facts);
            return;
        }
        for (RawNote *raw : open)
            warn(*raw, Warning::Kind::YearUnknown, {bareDay(*namedDay(*raw))});
    }

    static void setYears(const std::vector<RawNote *> &notes, const std::vector<int> &years, Reason why,
                         const QStringList &facts)
    {
        for (size_t i = 0; i < notes.size() && i < years.size(); ++i)
            setYear(*notes[i], years[i], why, facts);
    }

    static void setYear(RawNote &raw, int year, Reason why, const QStringList &facts)
    {
        PeriodMention &period = *raw.facts.period;
        bool guessed = false;
        for (auto *day : {&period.first, &period.last}) {
            if (!*day || (*day)->year)
                continue;
            const bool turned = day == &period.last && period.first && period.first->month > period.last->month;
            (*day)->year = year + (turned ? 1 : 0);
            guessed = true;
        }
        if (guessed)
            guess(raw, u"year"_s, QString::number(year), why, facts);
    }

    // A lone day in a title is that of writing.
    void settleTitleDays(const std::vector<RawNote *> &sequence) const
    {
        for (RawNote *raw : sequence) {
            auto &day = raw->facts.day;
            if (!day || day->year || !isWeeknote(*raw))
                continue;
            if (const auto reference = writingDay(*raw)) {
                const QDate date = nearestDate(*day, *reference);
                day->year = date.year();
                guess(*raw, u"year"_s, QString::number(date.year()), Reason::YearFromDates, {isoDay(*reference)});
            } else if (!raw->published) {
                raw->published = day; // its year is found with those of bylines
                raw->dayIsWritten = true;
            }
        }
    }

    // --- years of bylines ---

    [[nodiscard]] std::vector<SeasonDay> knownSeasons(const QString &author) const
    {
        std::vector<SeasonDay> seasons;
        const auto add = [&](const SeasonNumber &number, const QString &writer, const std::optional<QDate> &day) {
            const bool other = !author.isEmpty() && !writer.isEmpty() && author != writer;
            if (number.season && day && day->isValid() && !other)
                seasons.push_back({*number.season, *day});
        };
        for (const RawNote &raw : m_notes) {
            if (!raw.yearGuessed)
                add(raw.facts.number, raw.note.draft.fields.author, writingDay(raw));
        }
        for (const NoteHeader &header : m_options.known)
            add(header.fields.number, header.fields.author, sortDay(header));
        std::ranges::sort(seasons);
        const auto repeated = std::ranges::unique(seasons);
        seasons.erase(repeated.begin(), repeated.end());
        return seasons;
    }

    void settleMissingPublicationYears()
    {
        std::vector<RawNote *> open;
        for (RawNote &raw : m_notes) {
            if (raw.published && !raw.published->year)
                open.push_back(&raw);
        }
        for (RawNote *raw : open)
            raw->yearGuessed = true; // so that none is evidence for another
        for (RawNote *raw : open)
            settlePublicationYear(*raw);
    }

    void settlePublicationYear(RawNote &raw) const
    {
        const TitleDay day = *raw.published;
        const auto settle = [&](int year, Reason why, const QStringList &facts) {
            const QDate date = dateOf(day, year);
            if (raw.dayIsWritten)
                raw.note.draft.fields.written = date;
            else
                raw.note.draft.fields.published = noonOf(date);
            guess(raw, raw.dayIsWritten ? u"written"_s : u"published"_s, isoDay(date), why, facts);
        };
        if (m_options.year && dateOf(day, *m_options.year).isValid())
            return settle(*m_options.year, Reason::YearFromPerson, {});
        const auto fits = [&](QDate date) { return !raw.publishedOn || date.dayOfWeek() == *raw.publishedOn; };
        if (const TitleDay *named = namedDay(raw); named && named->year && dateOf(*named).isValid()) {
            if (const QDate date = nearestDate(day, dateOf(*named)); fits(date))
                return settle(date.year(), Reason::YearFromDates, {isoDay(dateOf(*named))});
        }
        if (raw.facts.number.season) {
            const auto seasons = knownSeasons(raw.note.draft.fields.author);
            const auto year = yearOfSeason(*raw.facts.number.season, day, seasons, m_options.today);
            if (year && fits(dateOf(day, *year)))
                return settle(*year, Reason::YearFromSeasons, seasonFacts(seasons) << dayName(dateOf(day, *year)));
        }
        if (const auto year = latestYearOn(raw.publishedOn.value_or(Qt::Friday), day, m_options.today))
            return settle(*year, Reason::YearFromWritingDay, {dayName(dateOf(day, *year))});
        warn(raw, Warning::Kind::YearUnknown, {bareDay(day)});
    }

    static QStringList seasonFacts(const std::vector<SeasonDay> &seasons)
    {
        QStringList facts;
        for (const SeasonDay &entry : seasons) {
            const QString fact = u"%1=%2"_s.arg(entry.season).arg(entry.day.year());
            if (!facts.contains(fact))
                facts += fact;
        }
        return facts;
    }

    // --- numbers ---

    // "Week 33" counts notes, unless it is the week of the year in which the note was written.
    void settleNumber(RawNote &raw) const
    {
        NoteFields &fields = raw.note.draft.fields;
        if (!fields.number.isEmpty())
            return;
        const auto written = writingDay(raw);
        if (raw.facts.bareNumber && written && !raw.facts.number.lastEpisode) {
            const Week week = Week::of(*written);
            for (const Week &near : {week, week.previous()}) {
                if (near.isoNumber() == *raw.facts.number.episode && isCountedByWeeks(raw)) {
                    raw.facts.period = PeriodMention{{}, {}, near.isoNumber(), near.isoYear(), {}};
                    guess(raw, u"covers"_s, isoPeriod(near.days()), Reason::WeekNumber, {near.toString()});
                    return;
                }
            }
        }
        fields.number = raw.facts.number;
        if (raw.facts.bareNumber)
            guess(raw, u"episode"_s, QString::number(*fields.number.episode), Reason::NumberInTitle, {fields.title});
    }

    static void dropImpossibleSpan(SeasonNumber &number)
    {
        const int span = number.lastEpisode.value_or(0) - number.episode.value_or(0);
        if (!number.episode || span <= 0 || span >= mostEpisodes)
            number.lastEpisode.reset();
    }

    // By most of the batch's bare numbers: those of one writer follow one habit.
    [[nodiscard]] bool isCountedByWeeks(const RawNote &raw) const
    {
        const QString folder = raw.subject.section(u'/', 0, -2);
        int weeks = 0;
        int others = 0;
        const auto series = m_weekCounts.constFind(folder);
        if (series != m_weekCounts.constEnd())
            return *series;
        for (const RawNote &other : m_notes) {
            const auto written = writingDay(other);
            if (!other.facts.bareNumber || !written || other.subject.section(u'/', 0, -2) != folder)
                continue;
            const Week week = Week::of(*written);
            const int number = *other.facts.number.episode;
            ++(week.isoNumber() == number || week.previous().isoNumber() == number ? weeks : others);
        }
        m_weekCounts.insert(folder, weeks > others);
        return weeks > others;
    }

    // --- periods ---

    void settlePeriod(RawNote &raw) const
    {
        NoteFields &fields = raw.note.draft.fields;
        if (raw.statedCovers) {
            fields.covers = raw.statedCovers;
            return;
        }
        if (raw.isOwn)
            return;
        if (raw.facts.period && settleNamedPeriod(raw, *raw.facts.period))
            return;
        if (raw.describedPeriod && settleDescribedPeriod(raw))
            return;
        if (!isWeeknote(raw))
            return;
        if (const auto written = writingDay(raw))
            settleByWritingDay(raw, *written);
    }

    static void dropImpossiblePeriod(RawNote &raw)
    {
        auto &covers = raw.note.draft.fields.covers;
        if (!covers || (covers->first.year() >= earliestYear && covers->last.year() <= latestYear))
            return;
        covers.reset();
        std::erase_if(raw.note.guesses, [](const Guess &g) { return g.field == u"covers"; });
    }

    bool settleDescribedPeriod(RawNote &raw) const
    {
        PeriodMention period = *raw.describedPeriod;
        const auto written = writingDay(raw);
        for (auto *day : {&period.first, &period.last}) {
            if (*day && !(*day)->year && written)
                (*day)->year = nearestDate(**day, *written).year();
        }
        if (!settleNamedPeriod(raw, period))
            return false;
        guess(raw, u"covers"_s, isoPeriod(*raw.note.draft.fields.covers), raw.describedBy, {period.words});
        return true;
    }

    bool settleNamedPeriod(RawNote &raw, const PeriodMention &period) const
    {
        auto &covers = raw.note.draft.fields.covers;
        if (period.week && period.weekYear) {
            const auto week = Week::fromIso(*period.weekYear, *period.week);
            if (week)
                covers = week->days(m_options.rules);
            return week.has_value();
        }
        const QDate first = period.first ? dateOf(*period.first) : QDate();
        const QDate last = period.last ? dateOf(*period.last) : QDate();
        if (first.isValid() && last.isValid() && first <= last)
            covers = wholeWeek(raw, {first, last}, period.words);
        else if (first.isValid() && !period.last)
            covers = weekFrom(raw, first, true);
        else if (last.isValid() && !period.first)
            covers = weekFrom(raw, last, false);
        else
            return false;
        return true;
    }

    // "4 – 9 May", from a Monday to a Friday or Saturday, means its weeks to their ends; other runs mean themselves.
    [[nodiscard]] Period wholeWeek(RawNote &raw, const Period &days, const QString &words) const
    {
        const WeekRules &rules = m_options.rules;
        const Period whole{Week::of(days.first, rules).days(rules).first, Week::of(days.last, rules).days(rules).last};
        if (days.first != whole.first || days == whole || days.last.daysTo(whole.last) > 3)
            return days;
        if (!raw.describedPeriod) // else the guess is named by that
            guess(raw, u"covers"_s, isoPeriod(whole), Reason::NamedDays, {words});
        return whole;
    }

    [[nodiscard]] Period weekFrom(RawNote &raw, QDate day, bool starts) const
    {
        const Period week = Week::of(day, m_options.rules).days(m_options.rules);
        const bool lastWorkingDay = !starts && day.dayOfWeek() == Qt::Friday;
        if (day != (starts ? week.first : week.last) && !lastWorkingDay)
            guess(raw, u"covers"_s, isoPeriod(week), Reason::WeekOfNamedDay, {isoDay(day), dayName(day)});
        const QString words = raw.facts.fortnight ? raw.note.draft.fields.title : QString();
        if (words.isEmpty())
            return week;
        const Period both =
            starts ? Period{week.first, week.last.addDays(7)} : Period{week.first.addDays(-7), week.last};
        guess(raw, u"covers"_s, isoPeriod(both), Reason::FortnightFromStart, {words});
        return both;
    }

    void settleByWritingDay(RawNote &raw, QDate written) const
    {
        auto &covers = raw.note.draft.fields.covers;
        const Period week = Week::of(written, m_options.rules).days(m_options.rules);
        // Early in a week people write about the one before.
        const bool early = week.first.daysTo(written) < 3;
        const QDate last = early ? week.first.addDays(-1) : week.last;
        const QStringList facts{isoDay(written), dayName(written)};
        const SeasonNumber &number = raw.note.draft.fields.number;
        const QString words = raw.facts.fortnight ? raw.note.draft.fields.title : fortnightWords(raw.opening);
        if (!words.isEmpty()) {
            covers = Period{last.addDays(-13), last};
            guess(raw, u"covers"_s, isoPeriod(*covers), Reason::FortnightBeforeDay, QStringList{words} + facts);
        } else if (number.lastEpisode) {
            const int count = *number.lastEpisode - *number.episode + 1;
            covers = Period{last.addDays(1 - 7 * count), last};
            guess(raw, u"covers"_s, isoPeriod(*covers), Reason::WeeksOfNumbers,
                  QStringList{QString::number(count)} + facts);
        } else {
            covers = Period{last.addDays(-6), last};
            guess(raw, u"covers"_s, isoPeriod(*covers), early ? Reason::WeekBeforeDay : Reason::WeekOfDay, facts);
        }
    }

    // --- gaps ---

    // Notes without a day of their own that stand between two that have one share the weeks between these.
    void fillGaps(const std::vector<RawNote *> &sequence) const
    {
        const auto covers = [](const RawNote *raw) -> const std::optional<Period> & {
            return raw->note.draft.fields.covers;
        };
        for (size_t i = 1; i + 1 < sequence.size(); ++i) {
            if (covers(sequence[i]) || !covers(sequence[i - 1]))
                continue;
            size_t end = i;
            while (end < sequence.size() && !covers(sequence[end]))
                ++end;
            if (end < sequence.size())
                fillGap({sequence.begin() + i, sequence.begin() + end}, sequence[i - 1], sequence[end]);
            i = end;
        }
    }

    static void fillGap(const std::vector<RawNote *> &notes, const RawNote *above, const RawNote *below)
    {
        const Period &a = *above->note.draft.fields.covers;
        const Period &b = *below->note.draft.fields.covers;
        const bool newestFirst = b.last < a.first;
        const Period gap = newestFirst ? Period{b.last.addDays(1), a.first.addDays(-1)}
                                       : Period{a.last.addDays(1), b.first.addDays(-1)};
        const bool weeknotes = std::ranges::all_of(notes, [](const RawNote *raw) { return isWeeknote(*raw); });
        const int days = gap.isValid() ? gap.days() / int(notes.size()) : 0;
        if (!weeknotes || days < 7 || days % 7 != 0 || days * int(notes.size()) != gap.days() || gap.days() > 100)
            return;
        for (size_t i = 0; i < notes.size(); ++i) {
            const qint64 at = qint64(newestFirst ? notes.size() - 1 - i : i) * days;
            auto &covers = notes[i]->note.draft.fields.covers;
            covers = Period{gap.first.addDays(at), gap.first.addDays(at + days - 1)};
            guess(*notes[i], u"covers"_s, isoPeriod(*covers), Reason::Gap,
                  {above->note.draft.fields.title, below->note.draft.fields.title});
        }
    }

    // --- kind ---

    static bool isWeeknote(const RawNote &raw)
    {
        if (raw.statedKind)
            return *raw.statedKind != NoteKind::Post;
        return raw.facts.callsItselfWeeknote || raw.amongWeeknotes ||
               (raw.facts.number.season && raw.facts.number.episode);
    }

    void settleKind(RawNote &raw) const
    {
        NoteFields &fields = raw.note.draft.fields;
        if (raw.statedKind) {
            fields.kind = *raw.statedKind;
            return;
        }
        if (!isWeeknote(raw) && !fields.covers) {
            fields.kind = NoteKind::Post;
            return;
        }
        fields.kind = fields.covers ? kindForDays(fields.covers->days()) : NoteKind::Weeknote;
        if (!fields.covers)
            warn(raw, Warning::Kind::PeriodUnknown);
        if (raw.amongWeeknotes && !raw.facts.callsItselfWeeknote && !raw.facts.period && fields.number.isEmpty())
            guess(raw, u"kind"_s, nameOf(fields.kind), Reason::FolderName, {raw.amongWhat});
        if (fields.covers && fields.kind != NoteKind::Weeknote)
            sayWhyLonger(raw);
    }

    // The kind follows from the period: where that is guessed, so is the kind, for the same reason.
    static void sayWhyLonger(RawNote &raw)
    {
        const auto reason =
            std::ranges::find_if(raw.note.guesses, [](const Guess &g) { return g.field == u"covers"_s; });
        if (reason == raw.note.guesses.end())
            return;
        // A copy, since guess() adds to where it stands. NOLINTNEXTLINE(performance-unnecessary-copy-initialization)
        const Guess because = *reason;
        guess(raw, u"kind"_s, nameOf(raw.note.draft.fields.kind), because.why, because.facts);
    }

    std::vector<RawNote> &m_notes;
    const ImportOptions &m_options;
    mutable QHash<QString, bool> m_weekCounts; // by folder: whether bare numbers are weeks of the year
};

} // namespace

QString isoPeriod(const Period &period)
{
    return isoDay(period.first) + u'/' + isoDay(period.last);
}

void dateNotes(std::vector<RawNote> &notes, const ImportOptions &options)
{
    NoteDating(notes, options).run();
}

} // namespace Weeknotes
