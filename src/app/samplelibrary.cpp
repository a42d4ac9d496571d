// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samplelibrary.h"

#include "app/session.h"
#include "markdown/frontmatter.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

static void loadResources()
{
    Q_INIT_RESOURCE(app);
}

namespace Weeknotes {
namespace {

constexpr int pauseWeeksAgo = 16; // between the two seasons
constexpr int pauseWeeks = 6;

NoteDraft sampleNote(const QString &path, QDate today, const WeekRules &rules)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        qFatal("resource %s is missing", qUtf8Printable(path));
    const auto matter = Markdown::splitFrontMatter(QString::fromUtf8(file.readAll()));
    if (!matter)
        qFatal("resource %s: front matter", qUtf8Printable(path));
    const QVariantMap &values = matter->values;
    const int weeks = values.value(u"weeks"_s, 1).toInt();
    const Week last = Week::of(today, rules).plus(-values.value(u"ago"_s).toInt());

    NoteDraft draft;
    draft.text = matter->body;
    NoteFields &fields = draft.fields;
    fields.covers = Period{last.plus(1 - weeks).days(rules).first, last.days(rules).last};
    fields.kind = kindForDays(fields.covers->days());
    fields.number = {values.value(u"season"_s).toInt(), values.value(u"episode"_s).toInt(), {}};
    fields.title = values.value(u"title"_s).toString();
    fields.subtitle = values.value(u"subtitle"_s).toString();
    fields.author = u"Robin Ellery"_s;
    fields.language = u"en-GB"_s;
    fields.tags = {u"weeknotes"_s, u"libraries"_s};
    fields.status = noteStatusFromString(values.value(u"status"_s).toString()).value_or(NoteStatus::Published);
    if (fields.status == NoteStatus::Published) {
        fields.written = fields.covers->last.addDays(-2); // not on the day that the sample is made
        fields.published = fields.written->startOfDay();
    }
    return draft;
}

} // namespace

std::vector<NoteDraft> sampleNotes(QDate today, const WeekRules &rules)
{
    loadResources();
    std::vector<NoteDraft> notes;
    const QDir folder(u":/app/sample"_s);
    for (const QString &name : folder.entryList({u"*.md"_s}, QDir::Files, QDir::Name))
        notes.push_back(sampleNote(folder.filePath(name), today, rules));
    return notes;
}

SampleLibrary::SampleLibrary(Session &session, const QString &own, Notebook::Missing missing, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_own(QDir::cleanPath(QDir(own).absolutePath())) // as Session::folder() has it
    , m_missing(missing)
{
    connect(&m_session, &Session::opened, this, &SampleLibrary::settleIn);
}

QString SampleLibrary::folder()
{
    const QDir cache(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation));
    return QDir::cleanPath(cache.absoluteFilePath(u"weeknotes/sample-library"_s)); // likewise
}

void SampleLibrary::toggle()
{
    if (m_session.folder() == folder())
        return m_session.open(m_own, {}, m_missing);
    const QString before = m_session.folder();
    if (!before.isEmpty() && before != m_own) { // it is empty while a library is being moved
        m_own = before;
        m_missing = Notebook::Missing::Refuse;
    }
    QDir(folder()).removeRecursively(); // made anew: its weeks are those before today
    m_session.open(folder());
}

void SampleLibrary::settleIn()
{
    if (m_session.folder() != folder())
        m_missing = Notebook::Missing::Refuse; // it has been made: where it is not there, it is away
    else if (m_session.shelf().isEmpty())
        fill();
}

void SampleLibrary::fill()
{
    const QDate today = m_session.clock().today();
    const WeekRules rules = m_session.shelf().rules();
    Notebook &notebook = m_session.notebook();
    const Week rest = Week::of(today, rules).plus(-pauseWeeksAgo);
    const QDate back = rest.plus(pauseWeeks - 1).days(rules).last;
    notebook.addPause(rest.days(rules).first, back, tr("A rest.")).then(this, [](const Result<Pause> &) {});
    notebook.endPause(back).then(this, [](const Result<Pause> &) {});
    notebook.importNotes({sampleNotes(today, rules)}).then(this, [this](const Result<ImportOutcome> &) {
        // The list comes from the same place; by then it knows the new notes.
        m_session.notebook().settings().then(
            this, [this](const Result<LibrarySettings> &) { m_session.showWeek(m_session.shelf().rightWeek()); });
    });
}

} // namespace Weeknotes
