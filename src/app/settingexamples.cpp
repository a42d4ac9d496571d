// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settingexamples.h"

#include "core/newnote.h"
#include "core/run.h"
#include "publisher/slug.h"
#include "timeline/periodtext.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

struct ExampleWords
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::SettingExamples)
};

/// What an example is made from.
struct ExampleGround
{
    const LibrarySettings &settings;
    const Shelf &shelf;
    const QLocale &locale;

    [[nodiscard]] QDate today() const { return shelf.today(); }
    [[nodiscard]] Week thisWeek() const { return Week::of(today(), settings.week); }
    [[nodiscard]] Week rightWeek() const
    {
        return weekToOpen(shelf.notes(), shelf.timeline().pauses, today(), settings.week, settings.graceUntil);
    }
    [[nodiscard]] QString text(const Period &days) const { return periodText(days, locale, today(), MonthStyle::Full); }
};

QString weekStart(const ExampleGround &ground)
{
    return ExampleWords::tr("This week is %1.").arg(ground.text(ground.thisWeek().days(ground.settings.week)));
}

QString weekNumbering(const ExampleGround &ground)
{
    const WeekRules &rules = ground.settings.week;
    const QDate newYear(ground.today().year() + 1, 1, 1);
    return ExampleWords::tr("This is week %1; %2 is in week %3.")
        .arg(ground.locale.toString(ground.thisWeek().number(rules).number),
             periodWithYear({newYear, newYear}, ground.locale, MonthStyle::Full),
             ground.locale.toString(Week::of(newYear, rules).number(rules).number));
}

QString weekNaming(const ExampleGround &ground)
{
    const QDate day = ground.thisWeek().namingDay(ground.settings.week);
    const QString text = ground.text({day, day});
    return ground.settings.week.naming == WeekRules::Naming::Commencing
               ? ExampleWords::tr("This week is w/c %1.").arg(text)
               : ExampleWords::tr("This week is w/e %1.").arg(text);
}

QString graceUntil(const ExampleGround &ground)
{
    return ExampleWords::tr("Today, %1, this opens on %2.")
        .arg(ground.locale.standaloneDayName(ground.today().dayOfWeek()),
             ground.text(ground.rightWeek().days(ground.settings.week)));
}

QString authorExample(const ExampleGround &ground)
{
    return ground.settings.author.isEmpty() ? ExampleWords::tr("Pages name nobody.")
                                            : ExampleWords::tr("Pages say “%1”.").arg(ground.settings.author);
}

QString languageExample(const ExampleGround &ground)
{
    const QLocale notes = ground.settings.language.isEmpty() ? ground.locale : QLocale(ground.settings.language);
    return notes.nativeLanguageName() + u" · "_s +
           periodWithYear({ground.today(), ground.today()}, notes, MonthStyle::Full);
}

QString addressExample(const ExampleGround &ground)
{
    if (ground.settings.baseUrl.isEmpty())
        return ExampleWords::tr("Pages don’t say where they stand.");
    QString address = ground.settings.baseUrl.toDisplayString();
    if (!address.endsWith(u'/'))
        address += u'/';
    return ground.shelf.notes().empty() ? address : address + slugOf(ground.shelf.notes().front()) + u'/';
}

QString titlePattern(const ExampleGround &ground)
{
    if (ground.settings.titlePattern.isEmpty())
        return ExampleWords::tr("Titles are left to you.");
    return titleExample(ground.settings.titlePattern, ground.settings, ground.shelf);
}

QString runText(const ExampleGround &ground)
{
    const TimelineContent &shelf = ground.shelf.timeline();
    const int weeks = currentRun(runsOf(buildTimeline(shelf.notes, shelf.pauses, shelf.today, ground.settings.week),
                                        shelf.notes, shelf.today, ground.settings));
    return weeks == 0 ? ExampleWords::tr("no run") : ExampleWords::tr("a run of %Ln week(s)", nullptr, weeks);
}

QString runShown(const ExampleGround &ground)
{
    return ground.settings.run.shown ? ExampleWords::tr("Just now %1.").arg(runText(ground))
                                     : ExampleWords::tr("Nothing is said of it.");
}

QString runLate(const ExampleGround &ground)
{
    const auto late = std::ranges::count_if(ground.shelf.notes(), [&](const NoteHeader &note) {
        return isLate(note, ground.settings.week, ground.settings.graceUntil);
    });
    return ExampleWords::tr("%Ln note(s) came late: %1.", nullptr, int(late)).arg(runText(ground));
}

QString runFortnight(const ExampleGround &ground)
{
    const auto several = std::ranges::count_if(ground.shelf.notes(), [&](const NoteHeader &note) {
        return note.fields.kind != NoteKind::Post && note.fields.covers &&
               weeksCoveredBy(*note.fields.covers, ground.settings.week).size() > 1;
    });
    return ExampleWords::tr("%Ln note(s) cover several weeks: %1.", nullptr, int(several)).arg(runText(ground));
}

} // namespace

QString titleExample(const QString &pattern, const LibrarySettings &settings, const Shelf &shelf)
{
    const ExampleGround ground{settings, shelf, {}};
    const auto offered = numbersToOffer(shelf.notes(), ground.rightWeek().days(settings.week));
    return titleExample(pattern, settings, shelf, offered.empty() ? SeasonNumber{1, 1} : offered.front());
}

QString titleExample(const QString &pattern, const LibrarySettings &settings, const Shelf &shelf,
                     const SeasonNumber &number)
{
    const ExampleGround ground{settings, shelf, {}};
    const QLocale locale = settings.language.isEmpty() ? QLocale() : QLocale(settings.language);
    const auto parsed = TitlePattern::parse(pattern, locale);
    return parsed ? parsed->write({number, ground.rightWeek().days(settings.week), shelf.today(),
                                   ExampleWords::tr("your words", "in place of a note’s own title")})
                  : QString();
}

QString settingExample(const QString &key, const LibrarySettings &settings, const Shelf &shelf, const QLocale &locale)
{
    static const QHash<QString, QString (*)(const ExampleGround &)> examples{
        {u"week-start"_s, weekStart},    {u"week-numbering"_s, weekNumbering}, {u"week-naming"_s, weekNaming},
        {u"grace-until"_s, graceUntil},  {u"author"_s, authorExample},         {u"language"_s, languageExample},
        {u"base-url"_s, addressExample}, {u"title-pattern"_s, titlePattern},   {u"run-shown"_s, runShown},
        {u"run-late"_s, runLate},        {u"run-fortnight"_s, runFortnight},
    };
    const auto example = examples.find(key);
    return example == examples.end() ? QString() : (*example)({settings, shelf, locale});
}

} // namespace Weeknotes
