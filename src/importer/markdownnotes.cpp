// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/markdownnotes.h"

#include "html/htmlinmarkdown.h"
#include "html/markdownescape.h"
#include "importer/notefields.h"
#include "importer/noteimages.h"
#include "importer/textarchive.h"
#include "importer/textnotes.h"
#include "markdown/fences.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

struct MarkdownPiece
{
    QString title; ///< of a heading that parts the file; empty for the whole file
    QString text;
    int firstLine = 1;
};

struct Heading
{
    int level = 0;
    QString text;
    qsizetype start = 0;
    qsizetype end = 0; // after its line
};

// A title shows no markup. Lines too long for one stay as they are.
QString plainWords(QString words)
{
    if (words.size() > 1000)
        return words;
    static const QRegularExpression link(u"\\[([^\\]]*)\\]\\([^)]*\\)"_s);
    static const QRegularExpression marks(u"(?<!\\\\)[*_`]{1,2}(?=\\S)|(?<=\\S)(?<!\\\\)[*_`]{1,2}(?=\\s|\\p{P}|$)"_s);
    static const QRegularExpression escapes(u"\\\\(?=\\p{P}|\\p{S})"_s);
    return words.replace(link, u"\\1"_s).remove(marks).remove(escapes).simplified();
}

std::vector<Heading> headingsOf(const QString &text)
{
    static const QRegularExpression atx(u"^(#{1,6})[ \\t]+(.*?)[ \\t]*#*[ \\t]*$"_s);
    std::vector<Heading> headings;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype words = at;
        while (words < text.size() && (text[words] == u' ' || text[words] == u'\t' || text[words] == u'>'))
            ++words;
        const qsizetype code = Markdown::fencedCodeEnd(text, words);
        const qsizetype line = text.indexOf(u'\n', code);
        const qsizetype end = line < 0 ? text.size() : line + 1;
        if (text[at] == u'#') {
            const auto match = atx.matchView(QStringView(text).sliced(at, (line < 0 ? end : line) - at));
            if (match.hasMatch())
                headings.push_back({int(match.capturedLength(1)), plainWords(match.captured(2)), at, end});
        }
        at = end;
    }
    return headings;
}

// A file of many notes has their titles as headings of one level.
std::vector<MarkdownPiece> partMarkdown(const QString &body)
{
    std::vector<Heading> titles;
    QStringList habits;
    for (const Heading &heading : headingsOf(body)) {
        const TitleFacts facts = readTitle(heading.text);
        if (heading.level <= 2 && facts.callsItselfWeeknote && facts.placesItself() &&
            (titles.empty() || heading.level == titles.front().level)) {
            titles.push_back(heading);
            habits += habitOf(heading.text);
        }
    }
    const QSet<QString> kept = titleHabits(habits);
    std::erase_if(titles, [&](const Heading &heading) { return !kept.contains(habitOf(heading.text)); });
    if (titles.size() < 2)
        return {{{}, body, 1}};
    std::vector<MarkdownPiece> pieces;
    if (const QString above = body.first(titles.front().start); !above.trimmed().isEmpty())
        pieces.push_back({{}, above, 1});
    for (size_t i = 0; i < titles.size(); ++i) {
        const qsizetype end = i + 1 < titles.size() ? titles[i + 1].start : body.size();
        pieces.push_back({titles[i].text, body.sliced(titles[i].end, end - titles[i].end),
                          int(body.first(titles[i].start).count(u'\n')) + 1});
    }
    return pieces;
}

QString replaced(const QString &text, const QRegularExpression &expression,
                 const std::function<QString(const QRegularExpressionMatch &)> &by)
{
    QString result;
    qsizetype at = 0;
    for (const auto &match : expression.globalMatch(text)) {
        result += text.sliced(at, match.capturedStart() - at) + by(match);
        at = match.capturedEnd();
    }
    return result + text.sliced(at);
}

// {{< wrapper "words" >}}content{{< /wrapper >}} and {% wrapper %}content{% endwrapper %}: the content, and the words.
QString withoutWrappers(QString prose)
{
    static const QRegularExpression angled(
        u"\\{\\{[<%]\\s*([A-Za-z][\\w-]*)\\b([^{}\\n]*?)[>%]\\}\\}((?:(?!\\{\\{)[\\s\\S])*?)\\{\\{[<%]\\s*/\\s*\\1\\s*[>%]\\}\\}"_s);
    static const QRegularExpression liquid(
        u"\\{%-?\\s*(?!if|for|unless|case|raw|comment)([A-Za-z]\\w*)\\b([^{}%\\n]*?)-?%\\}((?:(?!\\{%)[\\s\\S])*?)\\{%-?\\s*end\\1\\s*-?%\\}"_s);
    static const QRegularExpression quoted(u"\"([^\"]*)\""_s);
    static const QRegularExpression layout(u"^(?:left|right|cent(?:er|re)|full|wide|small|large|webc|njk|md|html)$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const auto unwrap = [](const QRegularExpressionMatch &match) {
        QStringList words;
        for (const auto &argument : quoted.globalMatch(match.captured(2))) {
            if (!layout.match(argument.captured(1)).hasMatch() && !argument.captured(1).trimmed().isEmpty())
                words += argument.captured(1).trimmed();
        }
        const QString content = match.captured(3);
        const QString said = words.join(u", "_s);
        return said.isEmpty() ? content : content.contains(u'\n') ? said + content : u"%1 (%2)"_s.arg(content, said);
    };
    for (int depth = 0; depth < 8; ++depth) { // inner ones first
        const QString before = prose;
        prose = replaced(replaced(prose, angled, unwrap), liquid, unwrap);
        if (prose == before)
            break;
    }
    return prose;
}

// The site generator's own words in a text, as far as the file itself can answer them.
QString withTemplatesFilled(const QString &text, const QVariantMap &values)
{
    static const QRegularExpression variable(u"\\{\\{-?\\s*(?:page\\.|post\\.)?(\\w+)\\s*-?\\}\\}"_s);
    static const QRegularExpression image(
        u"\\{\\{[<%]\\s*(?:image|figure|img|picture|photo)\\s+(?:src\\s*=\\s*)?(?:\"([^\"\\n]+)\"|([^\\s\"<>%]+))([^\\n]*?)/?\\s*[>%]\\}\\}"_s);
    static const QRegularExpression words(u"(?:alt|caption|title)\\s*=\\s*\"([^\"\\n]*)\""_s);
    static const QRegularExpression video(
        u"\\{\\{[<%]\\s*(youtube|vimeo)\\s+(?:id\\s*=\\s*)?\"?([\\w-]+)\"?\\s*/?[>%]\\}\\}"_s);
    return changedProse(text, [&](const QString &prose) {
        if (!prose.contains(u'{'))
            return prose;
        QString filled = replaced(prose, variable, [&](const QRegularExpressionMatch &match) {
            const QString value = textOf(values.value(match.captured(1).toLower()));
            return value.isEmpty() ? match.captured() : value;
        });
        filled = replaced(filled, image, [&](const QRegularExpressionMatch &match) {
            const QString address = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
            return u"![%1](%2)"_s.arg(words.match(match.captured(3)).captured(1), linkDestination(address));
        });
        filled = replaced(filled, video, [](const QRegularExpressionMatch &match) {
            const QString address =
                match.captured(1) == u"vimeo" ? u"https://vimeo.com/%1"_s : u"https://www.youtube.com/watch?v=%1"_s;
            return address.arg(match.captured(2));
        });
        return withoutWrappers(filled);
    });
}

// Shortcodes that Hugo is to show, as the publisher writes them.
QString withShortcodes(const QString &text)
{
    static const QRegularExpression shown(u"\\{\\{([<%])/\\*([\\s\\S]*?)\\*/([>%])\\}\\}"_s);
    static const QRegularExpression begun(u"\\{\\\\\\{([<%])"_s);
    return QString(text).replace(shown, u"{{\\1\\2\\3}}"_s).replace(begun, u"{{\\1"_s);
}

class MarkdownReader
{
public:
    MarkdownReader(const ArchiveFile &file, const FileHead &head, bool namedByWeek)
        : m_file(file), m_head(head), m_namedByWeek(namedByWeek)
    {
    }

    RawNote read(const MarkdownPiece &piece, const QByteArray &source)
    {
        RawNote raw;
        raw.subject = m_file.subject;
        raw.note.warnings = m_head.warnings;
        applyFields(m_head.values, raw);
        raw.isOwn = areOwnFields(m_head.values);
        if (raw.isOwn) {
            raw.facts.number = raw.note.draft.fields.number; // which others may be told by
            setText(raw, withShortcodes(piece.text));
            return withSource(std::move(raw), piece, source);
        }
        readText(raw, piece);
        settleTitle(raw, piece);
        raw.facts = readTitle(raw.note.draft.fields.title);
        readFileName(raw);
        if (const QString folder = weeknotesFolder(m_file); !raw.amongWeeknotes && !folder.isEmpty()) {
            raw.amongWeeknotes = true;
            raw.amongWhat = folder;
        }
        readEvidence(raw);
        return withSource(std::move(raw), piece, source);
    }

private:
    RawNote withSource(RawNote raw, const MarkdownPiece &piece, const QByteArray &source) const
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(source);
        takeImages(raw.note, m_file, hash);
        raw.note.draft.source = {u"markdown"_s, m_file.path + (piece.title.isEmpty() ? u""_s : u'#' + piece.title),
                                 hash.result()};
        return raw;
    }

    static void setText(RawNote &raw, QString text)
    {
        static const QRegularExpression edges(u"\\A(?:[ \\t]*\\n)+|\\s+\\z"_s);
        raw.note.draft.text = text.remove(edges);
        if (!raw.note.draft.text.isEmpty())
            raw.note.draft.text += u'\n';
    }

    void readText(RawNote &raw, const MarkdownPiece &piece) const
    {
        const auto warn = [&](Warning::Kind kind, const QStringList &facts) {
            raw.note.warnings.push_back({kind, m_file.subject, 0, facts});
        };
        const HtmlConversion clean = withoutHtml(withTemplatesFilled(piece.text, m_head.values));
        if (!clean.leftOut.isEmpty())
            warn(Warning::Kind::HtmlLeftOut, clean.leftOut);
        static const QRegularExpression templates(u"\\{\\{.{0,60}|\\{%.{0,60}"_s);
        QString prose; // templates in code are meant to be seen
        (void)changedProse(clean.markdown, [&](const QString &stretch) {
            prose += stretch;
            return QString();
        });
        const QString left = templates.match(prose).captured();
        if (!left.isEmpty())
            warn(Warning::Kind::TemplateKept, {left});
        setText(raw, clean.markdown);
    }

    void settleTitle(RawNote &raw, const MarkdownPiece &piece) const
    {
        NoteDraft &draft = raw.note.draft;
        QString &title = draft.fields.title;
        if (!piece.title.isEmpty())
            title = piece.title;
        takeLeadingHeading(draft);
        if (!title.isEmpty())
            return;
        title = titleFromFileName(m_file);
        raw.note.guesses.push_back({u"title"_s, title, Guess::Reason::FileName, {QFileInfo(m_file.path).fileName()}});
    }

    // A first heading of the first level is the title; where fields name the same one, it would stand there twice.
    static void takeLeadingHeading(NoteDraft &draft)
    {
        static const QRegularExpression heading(
            u"\\A(?:#[ \\t]+([^\\n]+?)[ \\t]*#*[ \\t]*(?:\\n|\\z)|([^\\n]+)\\n={3,}[ \\t]*(?:\\n|\\z))\\s*"_s);
        const auto match = heading.match(draft.text);
        if (!match.hasMatch())
            return;
        const QString words = match.captured(1).isEmpty() ? match.captured(2).trimmed() : match.captured(1);
        if (!draft.fields.title.isEmpty() && words.compare(draft.fields.title, Qt::CaseInsensitive) != 0)
            return;
        if (draft.fields.title.isEmpty())
            draft.fields.title = plainWords(words);
        draft.text.remove(0, match.capturedLength());
    }

    // "2020-05-01.md", "2024-33.md", "2025/week-17.md"
    void readFileName(RawNote &raw) const
    {
        NoteFields &fields = raw.note.draft.fields;
        const QFileInfo info(m_file.path);
        const QString name = info.completeBaseName().toLower() == u"index" ? QFileInfo(info.absolutePath()).fileName()
                                                                           : info.completeBaseName();
        static const QRegularExpression dated(u"^((?:19|20)\\d{2})-(\\d{2})-(\\d{2})(?!\\d)"_s);
        if (const auto match = dated.match(name); match.hasMatch() && !fields.published) {
            const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
            if (date.isValid()) {
                fields.published = QDateTime(date, QTime(12, 0), QTimeZone::UTC);
                raw.note.guesses.push_back(
                    {u"published"_s, date.toString(Qt::ISODate), Guess::Reason::FileName, {info.fileName()}});
            }
        }
        if (raw.describedPeriod || raw.facts.period)
            return;
        if (const auto week = weekInName(raw, info, name)) {
            raw.describedPeriod = PeriodMention{{}, {}, week->isoNumber(), week->isoYear(), info.fileName()};
            raw.describedBy = Guess::Reason::FileName;
            if (raw.facts.bareNumber && raw.facts.number.episode == week->isoNumber()) { // it counts no notes
                raw.facts.number = {};
                raw.facts.bareNumber = false;
            }
        }
    }

    [[nodiscard]] std::optional<Week> weekInName(const RawNote &raw, const QFileInfo &info, const QString &name) const
    {
        static const QRegularExpression marked(u"^((?:19|20)\\d{2})[-_ ]?w(?:eek)?[-_ ]?(\\d{1,2})$"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression inFolder(u"^w(?:eek)?[-_ ]?(\\d{1,2})$"_s,
                                                 QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression yearFolder(u"^(?:19|20)\\d{2}$"_s);
        std::optional<Week> week;
        const QString folder = QFileInfo(info.absolutePath()).fileName();
        if (const auto match = marked.match(name); match.hasMatch()) {
            week = Week::fromIso(match.captured(1).toInt(), match.captured(2).toInt());
        } else if (const int number = numberInName(m_file); number > 0) {
            const bool weeks = m_namedByWeek || (raw.facts.bareNumber && raw.facts.number.episode == number);
            week = weeks ? Week::fromIso(name.first(4).toInt(), number) : std::nullopt;
        } else if (const auto alone = inFolder.match(name); alone.hasMatch() && yearFolder.match(folder).hasMatch()) {
            week = Week::fromIso(folder.toInt(), alone.captured(1).toInt());
        }
        // A number that is far from the day written counts something else.
        const auto &published = raw.note.draft.fields.published;
        if (week && published && std::abs(week->days().last.daysTo(published->date())) > 14)
            return std::nullopt;
        return week;
    }

    static void readEvidence(RawNote &raw)
    {
        const QString &text = raw.note.draft.text;
        for (const QString &address : addressesIn(text))
            std::ranges::copy(yearsIn(address), std::back_inserter(raw.linkYears));
        raw.textYears = yearsIn(text);
        raw.opening = text.first(std::min<qsizetype>(text.size(), 600)).section(u"\n\n"_s, 0, 0);
    }

    const ArchiveFile &m_file;
    const FileHead &m_head;
    bool m_namedByWeek;
};

} // namespace

std::vector<RawNote> readMarkdownNotes(const QString &text, const ArchiveFile &file, bool namedByWeek)
{
    const FileHead head = readHead(text, file.subject);
    MarkdownReader reader(file, head, namedByWeek);
    const bool onlyNote =
        head.values.contains(u"title"_s) || head.values.contains(u"date"_s) || areOwnFields(head.values);
    const auto pieces = onlyNote ? std::vector<MarkdownPiece>{{{}, head.body, 1}} : partMarkdown(head.body);
    std::vector<RawNote> notes;
    for (const MarkdownPiece &piece : pieces)
        notes.push_back(reader.read(piece, (pieces.size() > 1 ? piece.title + piece.text : text).toUtf8()));
    return notes;
}

bool looksLikeMarkdown(const QString &text)
{
    static const QRegularExpression signs(
        u"^#{1,6}[ \\t]+\\S|\\]\\(https?://|^```|\\*\\*\\S[^*\\n]*\\*\\*|^>[ \\t]+\\S"_s,
        QRegularExpression::MultilineOption);
    static const QRegularExpression front(u"\\A\\s*(?:---|\\+\\+\\+)[ \\t]*\\n[\\w-]+[ \\t]*[:=]"_s);
    static const QRegularExpression bullets(u"^\\s*[•◦▪]"_s, QRegularExpression::MultilineOption);
    if (front.match(text).hasMatch())
        return true;
    int found = 0;
    for (auto it = signs.globalMatch(text); it.hasNext() && found < 2; it.next())
        ++found;
    return found >= 2 && !bullets.match(text).hasMatch();
}

int numberInName(const ArchiveFile &file)
{
    static const QRegularExpression number(u"^(?:19|20)\\d{2}-(\\d{2})$"_s);
    return number.match(QFileInfo(file.path).completeBaseName()).captured(1).toInt();
}

} // namespace Weeknotes
