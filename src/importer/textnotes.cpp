// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/textnotes.h"

#include "html/markdownescape.h"
#include "importer/markdowntext.h"
#include "importer/pagetext.h"
#include "importer/textarchive.h"
#include "insight/daysintext.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

// Lines that stand alone in more than one note.
QSet<QString> recurringLines(const std::vector<PageText> &pages)
{
    QSet<QString> seen;
    QSet<QString> recurring;
    for (const PageText &page : pages) {
        const auto lines = standAloneLines(page.body);
        recurring += QSet<QString>(lines).intersect(seen);
        seen += lines;
    }
    return recurring;
}

QString openingOf(const QStringList &body)
{
    const auto first = std::ranges::find_if(body, [](const QString &line) { return !line.trimmed().isEmpty(); });
    return first == body.end() ? QString() : first->trimmed();
}

RawNote rawNote(PageText page, const TextPiece &piece, const ArchiveFile &file, const QSet<QString> &recurring)
{
    RawNote raw;
    raw.subject = file.subject;
    raw.facts = factsOfTitle(page.title, {page.subtitle, page.kicker});
    raw.opening = openingOf(page.body);
    raw.published = page.published;
    raw.publishedOn = page.publishedOn;
    raw.titleByGap = piece.titleByGap;
    const QString body = page.body.join(u'\n');
    for (const QString &address : addressesIn(body))
        std::ranges::copy(yearsIn(address), std::back_inserter(raw.linkYears));
    raw.textYears = yearsIn(body);
    raw.amongWhat = weeknotesFolder(file);
    raw.amongWeeknotes = !raw.amongWhat.isEmpty() && !page.titleByPlace;

    NoteDraft &draft = raw.note.draft;
    draft.text = markdownFromText(page.body, recurring);
    draft.fields.title = page.title;
    draft.fields.subtitle = page.subtitle;
    draft.fields.kicker = page.kicker;
    draft.fields.author = page.author;
    draft.fields.status = NoteStatus::Published; // an archive holds what went out
    draft.source.kind = u"text"_s;
    draft.source.contentHash =
        QCryptographicHash::hash(piece.lines.join(u'\n').trimmed().toUtf8(), QCryptographicHash::Sha256);
    if (page.title.isEmpty()) {
        draft.fields.title = titleFromFileName(file);
        raw.note.guesses.push_back(
            {u"title"_s, draft.fields.title, Guess::Reason::FileName, {QFileInfo(file.path).fileName()}});
    } else if (page.titleByPlace && !raw.facts.callsItselfWeeknote) {
        raw.note.guesses.push_back({u"title"_s, page.title, Guess::Reason::FirstLine, {}});
    } else if (piece.titleByGap) {
        raw.note.guesses.push_back({u"title"_s, page.title, Guess::Reason::TitleWords, {page.title}});
    }
    draft.source.key = file.path + u'#' + draft.fields.title;
    raw.note.leftOut = page.leftOut;
    if (!page.notPlainlyFurniture.isEmpty())
        raw.note.warnings.push_back(
            {Warning::Kind::FurnitureLeftOut, file.subject, piece.firstLine, page.notPlainlyFurniture});
    return raw;
}

} // namespace

std::vector<RawNote> readTextNotes(const QString &text, const ArchiveFile &file)
{
    const auto pieces = partText(text);
    std::vector<PageText> pages;
    for (const TextPiece &piece : pieces)
        pages.push_back(readPage(piece.lines, piece.titleLine));
    const QSet<QString> recurring = recurringLines(pages);
    std::vector<RawNote> notes;
    for (size_t i = 0; i < pieces.size(); ++i)
        notes.push_back(rawNote(std::move(pages[i]), pieces[i], file, recurring));
    return notes;
}

QString titleFromFileName(const ArchiveFile &file)
{
    const QFileInfo info(file.path);
    QString name = info.completeBaseName();
    if (name.compare(u"index"_s, Qt::CaseInsensitive) == 0)
        name = QFileInfo(info.absolutePath()).fileName();
    static const QRegularExpression dated(u"^\\d{4}-\\d{2}-\\d{2}[-_](?=\\p{L})"_s);
    name.remove(dated);
    if (!name.contains(u' ') && std::ranges::any_of(name, [](QChar sign) { return sign.isLetter(); })) {
        name.replace(u'-', u' ').replace(u'_', u' ');
        name = name.simplified();
        if (!name.isEmpty())
            name.front() = name.front().toUpper();
    }
    return name;
}

QString weeknotesFolder(const ArchiveFile &file)
{
    static const QRegularExpression words(u"(?:week|fortnight|month)[-_ ]?notes?|weeknot|^week[-_ ]?\\d{1,3}\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    for (const QString &part : file.within.split(u'/')) {
        if (words.match(part).hasMatch())
            return part;
    }
    return {};
}

TitleFacts factsOfTitle(const QString &title, const QStringList &beside)
{
    TitleFacts facts = readTitle(title);
    for (const QString &line : beside) {
        const TitleFacts more = readTitle(line);
        facts.callsItselfWeeknote |= more.callsItselfWeeknote;
        facts.fortnight |= more.fortnight;
        if (!facts.period && !facts.day) {
            facts.period = more.period;
            facts.day = more.day;
        }
        if ((facts.number.isEmpty() || facts.bareNumber) && !more.number.isEmpty() && !more.bareNumber) {
            facts.number = more.number;
            facts.bareNumber = false;
        }
    }
    return facts;
}

qsizetype wordsForBeginning(const QString &excerpt)
{
    return excerpt.isEmpty() ? 0 : 2 * excerpt.size() + 200;
}

bool isBeginning(const QString &excerpt, const QString &words)
{
    static const QRegularExpression gaps(u"\\s+|\\[?(?:…|\\.\\.\\.)\\]?$"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    return words.left(wordsForBeginning(excerpt)).remove(gaps).contains(QString(excerpt).remove(gaps));
}

void gatherEvidence(RawNote &raw, const ArchiveFile &file)
{
    const NoteFields &fields = raw.note.draft.fields;
    const QString &text = raw.note.draft.text;
    raw.facts = factsOfTitle(fields.title, {fields.subtitle, fields.kicker});
    for (const QString &address : addressesIn(text))
        std::ranges::copy(yearsIn(address), std::back_inserter(raw.linkYears));
    raw.textYears = yearsIn(text);
    static const QRegularExpression weeknotes(u"^(?:week|fortnight)[-_ ]?notes?$"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    const auto says =
        std::ranges::find_if(fields.tags, [](const QString &tag) { return weeknotes.match(tag).hasMatch(); });
    raw.amongWhat = says == fields.tags.end() ? weeknotesFolder(file) : *says;
    raw.amongWeeknotes = !raw.amongWhat.isEmpty();
}

} // namespace Weeknotes
