// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/errortext.h"

#include "core/error.h"
#include "importer/importer.h"
#include "insight/pausehints.h"
#include "storage/library.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// The translation context of all sentences here.
struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::ErrorText)
};

/// "file:line" where a line is known, as compilers and editors write it.
QString place(const QString &subject, int line)
{
    return line > 0 ? u"%1:%2"_s.arg(subject, QString::number(line)) : subject;
}

/// " (detail)", or nothing where there is none.
QString inBrackets(const QString &detail)
{
    return detail.isEmpty() ? QString() : u" (%1)"_s.arg(detail);
}

QString sizeText(const QString &bytes)
{
    bool isNumber = false;
    const qint64 size = bytes.toLongLong(&isNumber);
    return isNumber ? QLocale().formattedDataSize(size, 0) : bytes;
}

/// A day for people: "31 March 2023", of "--03-31" without its year; what is no day stays as it is.
QString dayText(const QString &fact)
{
    if (const QDate day = QDate::fromString(fact, Qt::ISODate); day.isValid())
        return QLocale().toString(day, ErrorText::tr("d MMMM yyyy", "a day in a sentence"));
    if (const QDate day = QDate::fromString(u"2000"_s + fact.mid(1), Qt::ISODate); day.isValid())
        return QLocale().toString(day, ErrorText::tr("d MMMM", "a day of any year in a sentence"));
    return fact;
}

/// The name of a day of the week in the person's language; `fact` is the English one.
QString weekdayText(const QString &fact)
{
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        if (QLocale::c().dayName(day) == fact)
            return QLocale().dayName(day);
    }
    return fact;
}

QString listText(const QStringList &facts)
{
    return facts.join(ErrorText::tr(", ", "between the items of a list"));
}

QString itemCount(const QString &kind, int count)
{
    const bool isOne = count == 1;
    if (kind == "page"_L1)
        return isOne ? ErrorText::tr("one page") : ErrorText::tr("%n pages", nullptr, count);
    if (kind == "attachment"_L1)
        return isOne ? ErrorText::tr("one attachment") : ErrorText::tr("%n attachments", nullptr, count);
    if (kind == "comment"_L1)
        return isOne ? ErrorText::tr("one comment") : ErrorText::tr("%n comments", nullptr, count);
    if (kind == "empty"_L1)
        return isOne ? ErrorText::tr("one empty post") : ErrorText::tr("%n empty posts", nullptr, count);
    if (kind == "trash"_L1)
        return ErrorText::tr("%n in the trash", nullptr, count);
    return ErrorText::tr("%n of the kind %1", nullptr, count).arg(kind);
}

/// "10 pages, 3 comments" of "page=10", "comment=3".
QString itemCounts(const QStringList &facts)
{
    QStringList counts;
    for (const QString &fact : facts)
        counts << itemCount(fact.section(u'=', 0, 0), fact.section(u'=', 1).toInt());
    return listText(counts);
}

/// "season 2 in 2020, season 3 in 2021" of "2=2020", "3=2021".
QString seasonsText(const QStringList &facts)
{
    QStringList seasons;
    for (const QString &fact : facts) {
        if (fact.contains(u'='))
            seasons << ErrorText::tr("season %1 in %2").arg(fact.section(u'=', 0, 0), fact.section(u'=', 1));
    }
    return listText(seasons);
}

QString gapText(const QStringList &titles)
{
    const QString before = titles.value(0);
    const QString after = titles.value(1);
    if (before.isEmpty() || after.isEmpty())
        return ErrorText::tr("it stands beside “%1”").arg(before + after);
    return ErrorText::tr("it stands between “%1” and “%2”").arg(before, after);
}

QString fieldName(const QString &field)
{
    static const QHash<QString, const char *> names{
        {u"year"_s, QT_TRANSLATE_NOOP("Weeknotes::ErrorText", "year")},
        {u"covers"_s, QT_TRANSLATE_NOOP("Weeknotes::ErrorText", "covers")},
        {u"kind"_s, QT_TRANSLATE_NOOP("Weeknotes::ErrorText", "kind")},
        {u"written"_s, QT_TRANSLATE_NOOP("Weeknotes::ErrorText", "written")},
        {u"published"_s, QT_TRANSLATE_NOOP("Weeknotes::ErrorText", "published")},
        {u"status"_s, QT_TRANSLATE_NOOP("Weeknotes::ErrorText", "status")},
        {u"title"_s, QT_TRANSLATE_NOOP("Weeknotes::ErrorText", "title")},
        {u"episode"_s, QT_TRANSLATE_NOOP("Weeknotes::ErrorText", "episode")}};
    const char *name = names.value(field);
    return name ? ErrorText::tr(name) : field;
}

/// A guessed value for people: days and periods in full, all else as it is.
QString valueText(const QString &value)
{
    const QStringList days = value.split(u'/');
    if (days.size() == 2)
        return ErrorText::tr("%1 to %2", "a period").arg(dayText(days[0]), dayText(days[1]));
    return dayText(value);
}

} // namespace

QString errorText(const Error &error)
{
    const QString subject = place(error.subject, error.line);
    const QString detail = inBrackets(error.detail);
    switch (error.kind) {
    case Error::Kind::NotFound:
        if (error.detail.isEmpty())
            return ErrorText::tr("“%1” was not found; check how it is written.").arg(subject);
        return ErrorText::tr("“%1” was not found; it can be: %2.").arg(subject, error.detail);
    case Error::Kind::NotReadable:
        return ErrorText::tr("“%1” can’t be read%2; check its permissions.").arg(subject, detail);
    case Error::Kind::NotWritable:
        return ErrorText::tr("“%1” can’t be written%2; check its permissions and the free space.").arg(subject, detail);
    case Error::Kind::NotALibrary:
        return ErrorText::tr("“%1” is no Weeknotes library%2; choose another folder, or one that does not exist yet.")
            .arg(subject, detail);
    case Error::Kind::NewerLibrary:
        return ErrorText::tr("“%1” was written by a newer version of Weeknotes (format %2) and was left as it is; "
                             "update Weeknotes to open it.")
            .arg(subject, error.detail);
    case Error::Kind::Damaged:
        return ErrorText::tr("“%1” is damaged%2; copy the whole folder before anything else, then use a backup.")
            .arg(subject, detail);
    case Error::Kind::Gone:
        return ErrorText::tr(
                   "“%1” is no longer there%2; put back the file, folder or drive, and what is unsaved will be "
                   "saved.")
            .arg(subject, detail);
    case Error::Kind::Busy:
        return ErrorText::tr("“%1” is held by another program%2; wait a moment, or close that one, and try again.")
            .arg(subject, detail);
    case Error::Kind::NotABackup:
        return ErrorText::tr("“%1” is no backup of Weeknotes%2; give a file that “weeknotes backup” wrote, or one of a "
                             "folder of backups.")
            .arg(subject, detail);
    case Error::Kind::DamagedBackup:
        return ErrorText::tr("The backup “%1” is damaged%2; use another one.").arg(subject, detail);
    case Error::Kind::Exists:
        if (error.detail == "library"_L1)
            return ErrorText::tr("“%1” is the library’s own folder; choose another one.").arg(subject);
        if (error.detail == "site"_L1)
            return ErrorText::tr("“%1” holds a site, whose pages would be replaced; choose another folder.")
                .arg(subject);
        return ErrorText::tr("“%1” is there already and is something else%2; choose another name or another folder.")
            .arg(subject, detail);
    case Error::Kind::Encrypted:
        return ErrorText::tr("“%1” is locked with a password; unlock it with the program that made it, and try again.")
            .arg(subject);
    case Error::Kind::NeedsPandoc:
        return ErrorText::tr(
                   "“%1” is a word processor’s document, which pandoc can read; install pandoc and import again, "
                   "or save it as text.")
            .arg(subject);
    case Error::Kind::NotText:
        return ErrorText::tr("“%1” is no text; give plain text or Markdown files.").arg(subject);
    case Error::Kind::TooLarge:
        return ErrorText::tr("“%1” is larger than %2; divide it into smaller files.")
            .arg(subject, sizeText(error.detail));
    case Error::Kind::NothingToImport:
        return ErrorText::tr("“%1” holds no note%2; give text or Markdown files, or a folder of them.")
            .arg(subject, detail);
    case Error::Kind::NoTemplates:
        return ErrorText::tr("“%1”, the folder of templates for pages, was not found%2; name another in the "
                             "settings (page-templates), or none.")
            .arg(subject, detail);
    case Error::Kind::Malformed:
        return ErrorText::tr("“%1” breaks the rules of its format%2; correct it there.").arg(subject, detail);
    case Error::Kind::BadValue:
        if (error.detail.isEmpty())
            return ErrorText::tr("“%1” means nothing here; check how it is written.").arg(subject);
        return ErrorText::tr("“%1” means nothing here; it can be: %2.").arg(subject, error.detail);
    case Error::Kind::Conflict:
        return ErrorText::tr("“%1” was changed elsewhere meanwhile%2; look at it again before you save.")
            .arg(subject, detail);
    case Error::Kind::Ambiguous:
        return ErrorText::tr("“%1” fits more than one note; give the id of one: %2.").arg(subject, error.detail);
    case Error::Kind::Stopped:
        return ErrorText::tr("“%1” was stopped before its end%2; everything stands as it did.").arg(subject, detail);
    case Error::Kind::Internal:
        break;
    }
    return ErrorText::tr("Weeknotes made a mistake with “%1”%2; please report it.").arg(subject, detail);
}

QString copyErrorText(const Error &error)
{
    if (error.kind == Error::Kind::BadValue)
        return ErrorText::tr("“%1” lies in the library’s folder, or the other way round; choose a folder apart from it "
                             "for the Markdown copy.")
            .arg(error.subject);
    if (error.kind == Error::Kind::Exists)
        return ErrorText::tr("“%1” holds the Markdown copy of another library; choose another folder.")
            .arg(error.subject);
    return errorText(error);
}

QString guessReason(const Guess &guess)
{
    const QString first = guess.facts.value(0);
    const QString second = guess.facts.value(1);
    switch (guess.why) {
    case Guess::Reason::YearFromLinks:
        return ErrorText::tr("of the years that its links name (%3) the one in which the days in the titles, %1 of %2, "
                             "begin or end a week")
            .arg(first, second, listText(guess.facts.mid(2)));
    case Guess::Reason::YearFromWords:
        return ErrorText::tr("of the years that it names (%3) the one in which the days in the titles, %1 of %2, begin "
                             "or end a week")
            .arg(first, second, listText(guess.facts.mid(2)));
    case Guess::Reason::YearFromNeighbours:
        return ErrorText::tr("another title in the same text names it");
    case Guess::Reason::YearFromWeekdays:
        return ErrorText::tr("the latest year in which the days in the titles, %1 of %2, begin or end a week")
            .arg(first, second);
    case Guess::Reason::YearFromSeasons:
        return ErrorText::tr("%1 lead to it; the day is a %2 then")
            .arg(seasonsText(guess.facts), weekdayText(guess.facts.value(guess.facts.size() - 1)));
    case Guess::Reason::YearFromWritingDay:
        return ErrorText::tr("the latest year in which that day is a %1").arg(weekdayText(first));
    case Guess::Reason::YearFromDates:
        return ErrorText::tr("the nearest to %1, when it was written or published").arg(dayText(first));
    case Guess::Reason::YearFromPerson:
        return ErrorText::tr("you gave it with the import");
    case Guess::Reason::WeekOfDay:
        return ErrorText::tr("the week of %1, a %2").arg(dayText(first), weekdayText(second));
    case Guess::Reason::WeekBeforeDay:
        return ErrorText::tr("the week before %1, a %2: so early in a week a note is about the last one")
            .arg(dayText(first), weekdayText(second));
    case Guess::Reason::FortnightBeforeDay:
        return ErrorText::tr("it says “%1”, so two weeks up to %2").arg(first, dayText(second));
    case Guess::Reason::FortnightFromStart:
        return ErrorText::tr("it says “%1”, so two weeks from the day it names").arg(first);
    case Guess::Reason::WeeksOfNumbers:
        return ErrorText::tr("it counts for %1, so as many weeks up to %2, a %3")
            .arg(first, dayText(second), weekdayText(guess.facts.value(2)));
    case Guess::Reason::WeekOfNamedDay:
        return ErrorText::tr("%1 is a %2, so the week around it").arg(dayText(first), weekdayText(second));
    case Guess::Reason::WeekNumber:
        return ErrorText::tr("it names the week %1").arg(first);
    case Guess::Reason::NamedDays:
        return ErrorText::tr("it says “%1”").arg(first);
    case Guess::Reason::Gap:
        return gapText(guess.facts);
    case Guess::Reason::FileName:
        return ErrorText::tr("the file’s name “%1” says so").arg(first);
    case Guess::Reason::FolderName:
        return ErrorText::tr("the folder’s name “%1” says so").arg(first);
    case Guess::Reason::TitleWords:
        return ErrorText::tr("the title says “%1”").arg(first);
    case Guess::Reason::FirstLine:
        return ErrorText::tr("the first line that can be a title");
    case Guess::Reason::Person:
        return ErrorText::tr("you say so");
    case Guess::Reason::NumberInTitle:
        return ErrorText::tr("“%1” in the title counts the notes").arg(first);
    }
    Q_UNREACHABLE_RETURN({});
}

QString guessText(const Guess &guess)
{
    return ErrorText::tr("%1 %2: %3", "a guess: field, value, reason")
        .arg(fieldName(guess.field), valueText(guess.value), guessReason(guess));
}

QString pauseText(const PauseHint &hint)
{
    const auto day = [](QDate date) { return dayText(date.toString(Qt::ISODate)); };
    if (!hint.to)
        return ErrorText::tr("from %1, planned to %2").arg(day(hint.from), day(*hint.plannedTo));
    const QString days = ErrorText::tr("%1 to %2", "a period").arg(day(hint.from), day(*hint.to));
    return hint.plannedTo && hint.plannedTo != hint.to
               ? ErrorText::tr("%1, planned to %2").arg(days, day(*hint.plannedTo))
               : days;
}

QString pauseReason(const PauseHint &hint)
{
    QStringList reasons;
    if (hint.words == hint.announcedIn)
        reasons << ErrorText::tr("the title “%1” speaks of it").arg(hint.announcedIn);
    else
        reasons << ErrorText::tr("“%1” says “%2”").arg(hint.announcedIn, hint.words);
    for (const QString &title : hint.inside)
        reasons << ErrorText::tr("“%1” was written in it").arg(title);
    if (!hint.returnedWith.isEmpty())
        reasons << ErrorText::tr("“%1” is the next note").arg(hint.returnedWith);
    return reasons.join(ErrorText::tr("; ", "between reasons"));
}

QString warningText(const Warning &warning)
{
    const QString subject = place(warning.subject, warning.line);
    const QString fact = warning.facts.value(0);
    switch (warning.kind) {
    case Warning::Kind::NotFound:
        return ErrorText::tr("“%1” was not found; check how it is written.").arg(subject);
    case Warning::Kind::NotReadable:
        return ErrorText::tr("“%1” can’t be read%2; check its permissions.").arg(subject, inBrackets(fact));
    case Warning::Kind::TooLarge:
        return ErrorText::tr("“%1” is larger than %2 and was left out; divide it into smaller files.")
            .arg(subject, sizeText(fact));
    case Warning::Kind::NotText:
        return ErrorText::tr("“%1” is no text and was left out.").arg(subject);
    case Warning::Kind::Empty:
        return ErrorText::tr("“%1” is empty and was left out.").arg(subject);
    case Warning::Kind::NotANote:
        return ErrorText::tr("“%1” belongs to the site, it is no note and was left out.").arg(subject);
    case Warning::Kind::LinkedFolder:
        return ErrorText::tr("“%1” is a link to a folder and was left out; give the folder itself to import it.")
            .arg(subject);
    case Warning::Kind::NothingFound:
        return ErrorText::tr("“%1” holds no text or Markdown file.").arg(subject);
    case Warning::Kind::TooMany:
        return ErrorText::tr("“%1” holds more than %2 files; import the rest by smaller folders.").arg(subject, fact);
    case Warning::Kind::DamagedText:
        return fact == "1"_L1
                   ? ErrorText::tr("“%1” is not all UTF-8; one place in it became “�”, look for it.").arg(subject)
                   : ErrorText::tr("“%1” is not all UTF-8; %2 places in it became “�”, look for them.")
                         .arg(subject, fact);
    case Warning::Kind::GuessedEncoding:
        return ErrorText::tr("“%1” is no UTF-8 and was read as %2; look at its accents and quotes.").arg(subject, fact);
    case Warning::Kind::DamagedFields:
        return ErrorText::tr(
                   "The front matter at “%1” breaks the rules of its format and stays in the text; correct it there "
                   "and import again.")
            .arg(subject);
    case Warning::Kind::UnknownDate:
        return ErrorText::tr("“%1”: “%2” is no date that can be read; write it as 2026-11-20.")
            .arg(subject, warning.facts.join(u": "));
    case Warning::Kind::YearUnknown:
        return ErrorText::tr("“%1”: nothing tells the year of %2; set its days in the note, or import it "
                             "with “weeknotes import --year”.")
            .arg(subject, fact);
    case Warning::Kind::PeriodUnknown:
        return ErrorText::tr("“%1”: nothing tells which days it covers; set them in the note.").arg(subject);
    case Warning::Kind::ImageMissing:
        return ErrorText::tr("“%1”: images that are not there keep their address in the text: %2.")
            .arg(subject, listText(warning.facts));
    case Warning::Kind::ImageOutside:
        return ErrorText::tr("“%1”: images outside of what is imported were not read: %2.")
            .arg(subject, listText(warning.facts));
    case Warning::Kind::ImageTooLarge:
        return ErrorText::tr("“%1”: images larger than %2, or beyond %3 in one note, were not read: %4.")
            .arg(subject, sizeText(fact), sizeText(warning.facts.value(1)), listText(warning.facts.mid(2)));
    case Warning::Kind::NotAnImage:
        return ErrorText::tr("“%1”: images of no kind that Weeknotes knows keep their address in the text: %2.")
            .arg(subject, listText(warning.facts));
    case Warning::Kind::HtmlLeftOut:
        return ErrorText::tr("“%1”: HTML that can’t go into a note was left out: %2.")
            .arg(subject, listText(warning.facts));
    case Warning::Kind::TemplateKept:
        return ErrorText::tr("“%1”: a template of the site stays as text: %2.").arg(subject, fact);
    case Warning::Kind::FurnitureLeftOut:
        return ErrorText::tr("“%1”: lines of the page around the note were left out: %2.")
            .arg(subject, listText(warning.facts));
    case Warning::Kind::FieldsByLine:
        if (warning.facts.isEmpty())
            return ErrorText::tr("The front matter at “%1” breaks the rules of its format and was read line by line; "
                                 "look at the note’s fields.")
                .arg(subject);
        return ErrorText::tr("The front matter at “%1” breaks the rules of its format and was read line by line; what "
                             "could not be read stands at the end of the text: %2.")
            .arg(subject, listText(warning.facts));
    case Warning::Kind::LinkedFile:
        return ErrorText::tr("“%1” is a link to a file outside of the folder and was left out; give that file itself "
                             "to import it.")
            .arg(subject);
    case Warning::Kind::Response:
        return ErrorText::tr("“%1” answers somebody’s story and was left out; give that file itself to import it.")
            .arg(subject);
    case Warning::Kind::OtherItems:
        return ErrorText::tr("“%1”: what is no post was left out: %2.").arg(subject, itemCounts(warning.facts));
    case Warning::Kind::NoArticle:
        return ErrorText::tr("“%1” is a page without an article and was left out; save the page of the note itself.")
            .arg(subject);
    case Warning::Kind::Encrypted:
        return ErrorText::tr(
                   "“%1” is locked with a password and was left out; unlock it with the program that made it.")
            .arg(subject);
    case Warning::Kind::Damaged:
        return ErrorText::tr("“%1” is damaged or packed in a way that can’t be read, and was left out; download or "
                             "unpack it again.")
            .arg(subject);
    case Warning::Kind::OtherForm:
        return ErrorText::tr("“%1” is no text, page or export that can be imported, and was left out.").arg(subject);
    case Warning::Kind::Broken:
        return ErrorText::tr("“%1” breaks the rules of its format and was left out; export it again.").arg(subject);
    case Warning::Kind::NeedsPandoc:
        return ErrorText::tr(
                   "“%1” is a word processor’s document and was left out; install pandoc and import again, or "
                   "save it as text.")
            .arg(subject);
    case Warning::Kind::BreaksOff:
        return ErrorText::tr("“%1” can’t be read from line %2 on; what stands before was read.")
            .arg(subject, QString::number(warning.line));
    }
    Q_UNREACHABLE_RETURN({});
}

QString noteCountText(int count)
{
    return count == 1 ? ErrorText::tr("one note") : ErrorText::tr("%n notes", nullptr, count);
}

QString findingText(const Finding &finding)
{
    switch (finding.kind) {
    case Finding::Kind::Database:
        return ErrorText::tr("The database “%1” is damaged%2; copy the whole folder, then use a backup.")
            .arg(finding.subject, inBrackets(finding.detail));
    case Finding::Kind::Reference:
        return ErrorText::tr("A record in “%1” names one that is not there%2; use a backup.")
            .arg(finding.subject, inBrackets(finding.detail));
    case Finding::Kind::ImageMissing:
        return ErrorText::tr("The image “%1” has lost its file “%2”; add it to the note again, or use a backup.")
            .arg(finding.subject, finding.detail);
    case Finding::Kind::ImageChanged:
        return ErrorText::tr("The file “%2” of the image “%1” was changed; add it to the note again, or use a backup.")
            .arg(finding.subject, finding.detail);
    case Finding::Kind::Search:
        return ErrorText::tr("Search does not know “%1” (%2) as it is; save the note once more.")
            .arg(finding.subject, finding.detail);
    case Finding::Kind::Day:
        return ErrorText::tr("A day of “%1” (%2) can’t be read and is left aside; set it again in the note.")
            .arg(finding.subject, finding.detail);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Weeknotes
