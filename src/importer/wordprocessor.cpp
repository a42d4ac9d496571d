// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/wordprocessor.h"

#include "importer/articletext.h"
#include "importer/footnotelinks.h"
#include "importer/importer.h"
#include "importer/pagefurniture.h"
#include "importer/pagetext.h"
#include "insight/titlefacts.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr qint64 largestDocument = maximumImagesSize;
constexpr int mostMilliseconds = 60'000;
constexpr int heapOverflow = 251; ///< the exit status of Haskell programs:
                                  ///< https://downloads.haskell.org/ghc/latest/docs/users_guide/runtime_control.html

QString suffixOf(const QString &path)
{
    return QFileInfo(path).suffix().toLower();
}

/// Whether the file begins as documents of its name do: pandoc takes anything for RTF.
bool beginsWell(const QByteArray &begins, const QString &suffix)
{
    return begins.startsWith(suffix == u"rtf" ? "{\\rtf" : "PK\003\004");
}

/// HTML has all that pandoc knows of a document; its Markdown leaves tables out that Markdown can't say.
class Pandoc
{
public:
    Pandoc(const QString &path, const QString &subject) : m_path(path), m_subject(subject) {}

    Result<QString> html(const std::function<bool()> &goesOn)
    {
        const QString program = QStandardPaths::findExecutable(u"pandoc"_s);
        if (program.isEmpty())
            return failed(Error::Kind::NeedsPandoc);
        QProcess process;
        process.setProgram(program);
        // A folder of the person's own could hold other templates.
        process.setArguments({u"--sandbox"_s, u"--data-dir=/nonexistent"_s, u"--from"_s, suffixOf(m_path), u"--to"_s,
                              u"html5"_s, u"--standalone"_s, u"--wrap=none"_s, u"--track-changes=accept"_s, m_path,
                              u"+RTS"_s, u"-M512M"_s, u"-RTS"_s});
        process.setStandardInputFile(QProcess::nullDevice());
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(QIODevice::ReadOnly);
        const auto html = outputOf(process, goesOn);
        if (!html) {
            process.kill();
            process.waitForFinished();
        }
        return html;
    }

private:
    [[nodiscard]] std::unexpected<Error> failed(Error::Kind kind, const QString &detail = {}) const
    {
        return std::unexpected(Error{kind, m_subject, detail, 0});
    }

    [[nodiscard]] std::unexpected<Error> tooMuch() const
    {
        return failed(Error::Kind::TooLarge, QString::number(maximumTextSize));
    }

    Result<QString> outputOf(QProcess &process, const std::function<bool()> &goesOn) const
    {
        constexpr int step = 100;
        if (!process.waitForStarted())
            return failed(Error::Kind::NeedsPandoc);
        QByteArray output;
        const QDeadlineTimer deadline(mostMilliseconds);
        while (process.state() != QProcess::NotRunning) {
            if (!goesOn())
                return failed(Error::Kind::Stopped);
            if (deadline.hasExpired())
                return tooMuch();
            process.waitForReadyRead(step);
            output += process.readAllStandardOutput();
            if (output.size() > maximumTextSize)
                return tooMuch();
        }
        output += process.readAllStandardOutput();
        if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == heapOverflow)
            return tooMuch();
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
            return failed(Error::Kind::NotText);
        if (output.size() > maximumTextSize || output.size() > largestHtml)
            return tooMuch();
        return QString::fromUtf8(output);
    }

    const QString &m_path;
    const QString &m_subject;
};

class DocumentReader
{
public:
    explicit DocumentReader(const QString &path)
        : m_name(QFileInfo(path).fileName()), m_isWord(suffixOf(path) == u"docx")
    {
    }

    QString markdown(HtmlNode body)
    {
        std::erase_if(body.children, [this](const HtmlNode &node) { return takeHead(node); });
        takeTitleLine(body);
        QStringList leftOut;
        HtmlNode article = cleanedArticle(body, {}, leftOut);
        placePictures(article);
        const std::vector<HtmlNode> footnotes = takeFootnotes(article);
        if (std::ranges::count_if(article.children, isTitleOfNote) > 1)
            return parted(std::move(article), footnotes);
        const bool isHeaded = !m_title.isEmpty();
        if (isHeaded && findNode(article.children, [](const HtmlNode &node) { return headingLevel(node) == 1; }))
            deepenHeadings(article);
        const QString text = convertedArticle(std::move(article), footnotes).markdown;
        return (isHeaded ? head() : QString()) + (text.isEmpty() ? QString() : text + u'\n');
    }

private:
    /// The paragraphs in the styles "Title", "Subtitle", "Author" and "Date".
    bool takeHead(const HtmlNode &node)
    {
        if (node.attributes.value(u"id"_s) != u"title-block-header")
            return false;
        for (const HtmlNode &line : node.children) {
            const QString words = line.words();
            if (hasClass(line, u"title"))
                m_title = words;
            else if (hasClass(line, u"subtitle"))
                m_subtitle = words;
            else if (hasClass(line, u"author"))
                m_authors += words;
            else if (hasClass(line, u"date"))
                m_date = words;
        }
        return true;
    }

    static bool isGap(const HtmlNode &node) { return node.isText() && node.text.trimmed().isEmpty(); }

    /// Of a document whose styles pandoc does not know, where its words are a title's.
    void takeTitleLine(HtmlNode &body)
    {
        const auto first = std::ranges::find_if_not(body.children, isGap);
        if (!m_title.isEmpty() || first == body.children.end() || first->name != u"p")
            return;
        const QString words = first->words();
        const TitleFacts facts = readTitle(words);
        if (!hasFormOfTitle(words) || words.endsWith(u'.') || !facts.callsItselfWeeknote || !facts.placesItself())
            return;
        m_title = words;
        body.children.erase(first);
    }

    static bool isTitleOfNote(const HtmlNode &node)
    {
        const int level = headingLevel(node);
        if (level != 1 && level != 2)
            return false;
        const TitleFacts facts = readTitle(node.words());
        return facts.callsItselfWeeknote && facts.placesItself();
    }

    /// A document of many notes: each has its own footnotes, and those headings that stand between them, of years for
    /// one, belong to none.
    static QString parted(HtmlNode article, const std::vector<HtmlNode> &footnotes)
    {
        QStringList notes;
        HtmlNode note{u"div"_s, {}, {}, {}};
        const auto end = [&] {
            std::vector<HtmlNode> &parts = note.children;
            while (!parts.empty() && (headingLevel(parts.back()) > 0 || isGap(parts.back())) &&
                   !isTitleOfNote(parts.back()))
                parts.pop_back();
            if (!parts.empty())
                notes += convertedArticle(std::exchange(note, {u"div"_s, {}, {}, {}}), footnotes).markdown;
        };
        for (HtmlNode &child : article.children) {
            if (isTitleOfNote(child))
                end();
            note.children.push_back(std::move(child));
        }
        end();
        return notes.join(u"\n\n"_s) + u'\n';
    }

    void placePictures(HtmlNode &node) const
    {
        const QString source = node.name == u"img" ? node.attributes.value(u"src"_s) : QString();
        if (!source.isEmpty() && QUrl(source).isRelative())
            node.attributes.insert(u"src"_s, QString::fromLatin1(QUrl::toPercentEncoding(m_name)) +
                                                 (m_isWord ? u"/word/"_s : u"/"_s) + source);
        for (HtmlNode &child : node.children)
            placePictures(child);
    }

    /// A string of JSON is one of YAML.
    static QString quoted(const QString &words)
    {
        const QByteArray list = QJsonDocument(QJsonArray{words}).toJson(QJsonDocument::Compact);
        return QString::fromUtf8(list.sliced(1, list.size() - 2));
    }

    [[nodiscard]] QString head() const
    {
        QString head = u"---\ntitle: "_s + quoted(m_title) + u'\n';
        for (const auto &[key, words] :
             {std::pair(u"subtitle: "_s, m_subtitle), std::pair(u"author: "_s, m_authors.join(u", "_s)),
              std::pair(u"date: "_s, m_date)}) {
            if (!words.isEmpty())
                head += key + quoted(words) + u'\n';
        }
        return head + u"---\n\n"_s;
    }

    const QString m_name;
    const bool m_isWord;
    QString m_title;
    QString m_subtitle;
    QStringList m_authors;
    QString m_date;
};

} // namespace

bool isWordProcessorFile(const QString &path)
{
    const QString suffix = suffixOf(path);
    return suffix == u"docx" || suffix == u"odt" || suffix == u"rtf";
}

Result<QString> markdownFromWordProcessor(const QString &path, const QString &subject,
                                          const std::function<bool()> &goesOn)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Error{Error::Kind::NotReadable, subject, file.errorString(), 0});
    if (file.size() > largestDocument)
        return std::unexpected(Error{Error::Kind::TooLarge, subject, QString::number(largestDocument), 0});
    constexpr qint64 mark = 8;
    if (!beginsWell(file.read(mark), suffixOf(path)))
        return std::unexpected(Error{Error::Kind::NotText, subject, {}, 0});
    return Pandoc(path, subject).html(goesOn).transform([&](const QString &html) {
        auto page = parseHtmlPage(html);
        return page ? DocumentReader(path).markdown(std::move(page->body)) : QString();
    });
}

} // namespace Weeknotes
