// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settingexamples.h"

#include "core/newnote.h"
#include "core/run.h"
#include "publisher/slug.h"
#include "style/pagecolours.h"
#include "timeline/periodtext.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

QString runWords(int weeks)
{
    return weeks == 0 ? SettingExamples::tr("There is no run now.")
                      : SettingExamples::tr("The run is %Ln week(s) now.", nullptr, weeks);
}

} // namespace

SettingExamples::SettingExamples(const LibrarySettings &settings, const Shelf &shelf, const QLocale &locale)
    : m_settings(settings), m_shelf(shelf), m_locale(locale)
{
}

QString SettingExamples::text(const QString &key) const
{
    static const QHash<QString, QString (SettingExamples::*)() const> examples{
        {u"week-start"_s, &SettingExamples::weekStart},
        {u"week-numbering"_s, &SettingExamples::weekNumbering},
        {u"week-naming"_s, &SettingExamples::weekNaming},
        {u"grace-until"_s, &SettingExamples::graceUntil},
        {u"author"_s, &SettingExamples::author},
        {u"language"_s, &SettingExamples::language},
        {u"base-url"_s, &SettingExamples::address},
        {u"page-picture"_s, &SettingExamples::picture},
        {u"page-colour"_s, &SettingExamples::colour},
        {u"page-drop-cap"_s, &SettingExamples::dropCap},
        {u"page-footer"_s, &SettingExamples::footer},
        {u"page-templates"_s, &SettingExamples::templates},
        {u"site-title"_s, &SettingExamples::siteTitle},
        {u"site-description"_s, &SettingExamples::siteDescription},
        {u"site-about"_s, &SettingExamples::siteAbout},
        {u"title-pattern"_s, &SettingExamples::titlePattern},
        {u"run-shown"_s, &SettingExamples::runShown},
        {u"run-late"_s, &SettingExamples::runLate},
        {u"run-fortnight"_s, &SettingExamples::runFortnight},
    };
    const auto example = examples.find(key);
    return example == examples.end() ? QString() : (this->**example)();
}

QString SettingExamples::title(const QString &pattern) const
{
    if (!m_next) {
        const auto offered = numbersToOffer(m_shelf.notes(), rightDays());
        m_next = offered.empty() ? SeasonNumber{1, 1} : offered.front();
    }
    return title(pattern, *m_next);
}

QString SettingExamples::title(const QString &pattern, const SeasonNumber &number) const
{
    const QLocale locale = m_settings.language.isEmpty() ? QLocale() : QLocale(m_settings.language);
    const auto parsed = TitlePattern::parse(pattern, locale);
    return parsed ? parsed->write(
                        {number, rightDays(), m_shelf.today(), tr("your words", "in place of a note’s own title")})
                  : QString();
}

Period SettingExamples::rightDays() const
{
    if (!m_rightDays)
        m_rightDays = weekToOpen(m_shelf.notes(), m_shelf.timeline().pauses, m_shelf.today(), m_settings.week,
                                 m_settings.graceUntil)
                          .days(m_settings.week);
    return *m_rightDays;
}

int SettingExamples::run() const
{
    if (!m_run) {
        const TimelineContent &shelf = m_shelf.timeline();
        const bool alike = m_settings.week == shelf.rules;
        m_run = currentRun(
            runsOf(alike ? shelf.weeks : buildTimeline(shelf.notes, shelf.pauses, shelf.today, m_settings.week),
                   shelf.notes, shelf.today, m_settings));
    }
    return *m_run;
}

Week SettingExamples::thisWeek() const
{
    return Week::of(m_shelf.today(), m_settings.week);
}

QString SettingExamples::daysText(const Period &days) const
{
    return periodText(days, m_locale, m_shelf.today(), MonthStyle::Full);
}

QString SettingExamples::weekStart() const
{
    return tr("This week is %1.").arg(daysText(thisWeek().days(m_settings.week)));
}

QString SettingExamples::weekNumbering() const
{
    const WeekRules &rules = m_settings.week;
    const QDate newYear(m_shelf.today().year() + 1, 1, 1);
    return tr("This is week %1; %2 is in week %3.")
        .arg(m_locale.toString(thisWeek().number(rules).number),
             periodWithYear({newYear, newYear}, m_locale, MonthStyle::Full),
             m_locale.toString(Week::of(newYear, rules).number(rules).number));
}

QString SettingExamples::weekNaming() const
{
    const QDate day = thisWeek().namingDay(m_settings.week);
    const QString text = daysText({day, day});
    return m_settings.week.naming == WeekRules::Naming::Commencing ? tr("This week is w/c %1.").arg(text)
                                                                   : tr("This week is w/e %1.").arg(text);
}

QString SettingExamples::graceUntil() const
{
    return tr("Today, %1, this opens on %2.")
        .arg(m_locale.standaloneDayName(m_shelf.today().dayOfWeek()), daysText(rightDays()));
}

QString SettingExamples::author() const
{
    return m_settings.author.isEmpty() ? tr("Notes without an author of their own name nobody.")
                                       : tr("Pages say “%1”.").arg(m_settings.author);
}

QString SettingExamples::language() const
{
    QLocale notes = m_settings.language.isEmpty() ? m_locale : QLocale(m_settings.language);
    if (notes.language() == QLocale::C) // a system without a language: see headOf()
        notes = QLocale(QLocale::English);
    return notes.nativeLanguageName() + u" · "_s +
           periodWithYear({m_shelf.today(), m_shelf.today()}, notes, MonthStyle::Full);
}

QString SettingExamples::address() const
{
    if (m_settings.baseUrl.isEmpty())
        return tr("Pages don’t say where they stand.");
    QString address = m_settings.baseUrl.toDisplayString();
    if (!address.endsWith(u'/'))
        address += u'/';
    return m_shelf.notes().empty() ? address : address + slugOf(m_shelf.notes().front()) + u'/';
}

QString SettingExamples::picture() const
{
    if (m_settings.page.picture.isEmpty())
        return m_settings.author.isEmpty() ? tr("Pages show none, since they name nobody.")
                                           : tr("Pages show the first letters of your name.");
    return tr("Pages show it beside your name.");
}

QString SettingExamples::colour() const
{
    const QColor wanted(m_settings.page.colour);
    if (!wanted.isValid())
        return tr("Marks, and links around the texts, are in the green of Weeknotes.");
    const QColor onLight = pagePalette(Scheme::Light, wanted).green;
    const QColor onDark = pagePalette(Scheme::Dark, wanted).green;
    QStringList words{tr("Marks, and links around the texts, are in it.")};
    if (onLight != wanted)
        words << tr("It is too pale to be read on the light page, which has %1 in its place.").arg(onLight.name());
    if (onDark != wanted)
        words << tr("It is too deep to be read on the dark page, which has %1 in its place.").arg(onDark.name());
    return words.join(u' ');
}

QString SettingExamples::dropCap() const
{
    return m_settings.page.dropCap ? tr("Two lines high, as in a book.") : tr("Texts begin like all their lines.");
}

QString SettingExamples::footer() const
{
    return m_settings.page.footer.isEmpty() ? tr("Nothing stands below pages.") : tr("It stands below each page.");
}

QString SettingExamples::templates() const
{
    return m_settings.page.templates.isEmpty() ? tr("Pages are made by the templates that come with Weeknotes.")
                                               : QString();
}

QString SettingExamples::siteTitle() const
{
    for (const QString &title : {m_settings.page.siteTitle.simplified(), m_settings.author.simplified()}) {
        if (!title.isEmpty())
            return tr("The site is called “%1”.").arg(title);
    }
    return tr("The site is called “%1”.").arg("Weeknotes"_L1);
}

QString SettingExamples::siteDescription() const
{
    return m_settings.page.siteDescription.isEmpty() ? tr("The front page and the feeds say nothing of it.")
                                                     : tr("The front page, the feeds and search engines say it.");
}

QString SettingExamples::siteAbout() const
{
    return m_settings.page.siteAbout.isEmpty() ? tr("The site has no page about you.")
                                               : tr("The site has a page with it, which every page leads to.");
}

QString SettingExamples::titlePattern() const
{
    return m_settings.titlePattern.isEmpty() ? tr("Titles are left to you.") : title(m_settings.titlePattern);
}

QString SettingExamples::runShown() const
{
    return m_settings.run.shown ? runWords(run()) : tr("The run is not shown.");
}

QString SettingExamples::runLate() const
{
    const auto late = std::ranges::count_if(m_shelf.notes(), [this](const NoteHeader &note) {
        return isLate(note, m_settings.week, m_settings.graceUntil);
    });
    return tr("%Ln note(s) were written after the next %1.", "a day of the week", int(late))
               .arg(m_locale.standaloneDayName(m_settings.graceUntil)) +
           u' ' + runWords(run());
}

QString SettingExamples::runFortnight() const
{
    const auto several = std::ranges::count_if(m_shelf.notes(), [this](const NoteHeader &note) {
        return note.fields.kind != NoteKind::Post && note.fields.covers &&
               weeksCoveredBy(*note.fields.covers, m_settings.week).size() > 1;
    });
    return tr("%Ln note(s) cover more than one week.", nullptr, int(several)) + u' ' + runWords(run());
}

} // namespace Weeknotes
