// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/architecturerules.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// The layers whose texts people read; all others hand up facts.
const QSet<QString> layersWithText{u"app"_s, u"cli"_s, u"editor"_s, u"preview"_s, u"timeline"_s};
const QSet<QString> widgetLayers{u"app"_s, u"find"_s, u"editor"_s, u"preview"_s, u"timeline"_s};
const QString sqlLayer = u"storage"_s;

/// How the table names a library, and its headers.
struct OutsideLibrary
{
    QLatin1StringView name;
    QLatin1StringView headers; ///< a regular expression for the whole header name
};
constexpr std::array outsideLibraries{
    OutsideLibrary{"md4c"_L1, "md4c[-\\w]*\\.h"_L1},
    OutsideLibrary{"libfyaml"_L1, "libfyaml\\.h"_L1},
    OutsideLibrary{"toml++"_L1, "toml\\+\\+/.*"_L1},
    OutsideLibrary{"gumbo"_L1, "gumbo\\.h"_L1},
    OutsideLibrary{"KSyntaxHighlighting"_L1, "KSyntaxHighlighting/.*"_L1},
    OutsideLibrary{"KTextTemplate"_L1, "KTextTemplate/.*"_L1},
    OutsideLibrary{"KArchive"_L1,
                   "K(Zip|ZipFileEntry|Tar|Archive|ArchiveDirectory|ArchiveEntry|ArchiveFile|7Zip|GZip\\w*)"_L1},
    OutsideLibrary{"Sonnet"_L1, "Sonnet/.*"_L1},
    OutsideLibrary{"KDSingleApplication"_L1, "kdsingleapplication\\.h"_L1},
    OutsideLibrary{"dtl"_L1, "dtl/dtl\\.hpp"_L1},
};

// What a Qt module brings with it.
const QHash<QString, QStringList> qtModules{
    {u"Qt Core"_s, {}},
    {u"Qt Gui"_s, {u"Qt Core"_s}},
    {u"Qt Sql"_s, {u"Qt Core"_s}},
    {u"Qt Svg"_s, {u"Qt Gui"_s, u"Qt Core"_s}},
    {u"Qt Concurrent"_s, {u"Qt Core"_s}},
    {u"Qt Network"_s, {u"Qt Core"_s}},
    {u"Qt Widgets"_s, {u"Qt Gui"_s, u"Qt Core"_s}},
    {u"Qt PrintSupport"_s, {u"Qt Widgets"_s, u"Qt Gui"_s, u"Qt Core"_s}},
    {u"Qt DBus"_s, {u"Qt Core"_s}},
};

/// True for what comes with the compiler and the system: <vector>, <cmath>, <unistd.h>, <sys/ioctl.h>.
bool isStandardHeader(const QString &header)
{
    static const QRegularExpression cppHeader(u"^[a-z][a-z_0-9]*$"_s);
    static const QSet<QString> posix{u"unistd.h"_s,   u"langinfo.h"_s,    u"sys/ioctl.h"_s, u"sys/stat.h"_s,
                                     u"sys/file.h"_s, u"sys/socket.h"_s,  u"fcntl.h"_s,     u"errno.h"_s,
                                     u"malloc.h"_s,   u"sys/resource.h"_s};
    return cppHeader.match(header).hasMatch() || posix.contains(header);
}

QStringList words(const QString &cell)
{
    QStringList words;
    for (const QString &word : cell.split(u','))
        words << word.trimmed();
    words.removeAll(QString());
    return words;
}

/// The file without its comments, line breaks kept.
QString withoutComments(const QString &content)
{
    static const QRegularExpression parts(
        uR"--((R"(\w*)\(.*?\)\2")|("(?:[^"\\\n]|\\.)*")|('(?:[^'\\\n]|\\.)')|//[^\n]*|/\*.*?\*/)--"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QString code;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : parts.globalMatch(content)) {
        code += QStringView(content).sliced(from, match.capturedStart() - from);
        const bool isComment = match.capturedView().startsWith(u'/');
        code += isComment ? QString(match.capturedView().count(u'\n'), u'\n') : match.captured();
        from = match.capturedEnd();
    }
    return code + content.sliced(from);
}

struct Include
{
    QString header;
    bool isOwn = false; ///< in quotes, not in angle brackets
};

std::optional<Include> includeIn(const QString &line)
{
    static const QRegularExpression form(u"^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"_s);
    const QRegularExpressionMatch match = form.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    return Include{match.captured(2), match.captured(1) == u"\""};
}

QString textForPeople(const QString &line)
{
    static const QRegularExpression call(u"\\b(tr|translate|QT_TR_NOOP\\w*|QT_TRANSLATE_NOOP\\w*)\\s*\\(\\s*[\"u]"_s);
    static const QRegularExpression declaration(u"\\bQ_DECLARE_TR_FUNCTIONS\\b"_s);
    return call.match(line).hasMatch() || declaration.match(line).hasMatch() ? u"text for people below app and cli"_s
                                                                             : QString();
}

QString sqlIn(const QString &line)
{
    static const QRegularExpression statement(
        u"\"\\s*(SELECT\\s.+\\sFROM|INSERT\\s+(OR\\s+\\w+\\s+)?INTO|UPDATE\\s+\\w+\\s+SET|DELETE\\s+FROM|"
        u"CREATE\\s+(TABLE|INDEX|VIRTUAL|TRIGGER)|PRAGMA\\s)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return statement.match(line).hasMatch() ? u"SQL outside of storage"_s : QString();
}

/// See core/answer.h.
QString unsafeContinuationIn(const QString &line)
{
    static const QRegularExpression form(u"\\.unwrap\\(\\)|\\.then\\(\\s*\\["_s);
    return form.match(line).hasMatch() ? u"a future continued without a context"_s : QString();
}

} // namespace

ArchitectureRules::ArchitectureRules(const QString &architectureText, QHash<QString, QString> qtHeaders)
    : m_qtHeaders(std::move(qtHeaders))
{
    bool inTable = false;
    for (const QString &line : architectureText.split(u'\n')) {
        QStringList cells;
        for (const QString &cell : line.trimmed().split(u'|'))
            cells << cell.trimmed();
        const bool isRow = cells.size() == 5;
        if (isRow && cells[2].compare("may include"_L1, Qt::CaseInsensitive) == 0)
            inTable = true;
        else if (!isRow)
            inTable = false;
        else if (inTable && !cells[1].startsWith(u'-') && !cells[1].startsWith(u':'))
            readRow(cells);
    }
}

void ArchitectureRules::readRow(const QStringList &cells)
{
    const QString name = QString(cells[1]).remove(u'`');
    Layer layer;
    const QString wanted = cells[2];
    if (wanted == "all"_L1 || wanted.startsWith("all above"_L1)) {
        for (const QString &above : m_layers.keys()) {
            if (!wanted.contains("without widgets"_L1) || !widgetLayers.contains(above))
                layer.layers << above;
        }
    } else if (wanted != u"–") {
        for (const QString &word : words(wanted)) {
            if (!m_layers.contains(word))
                m_problems << u"%1 may include %2, which is no layer above it"_s.arg(name, word);
            layer.layers << word;
        }
    }
    readOutside(layer, cells[3]);
    m_layers.insert(name, layer);
}

void ArchitectureRules::readOutside(Layer &layer, const QString &cell)
{
    const QStringList parts = cell.split(u';');
    for (const QString &part : parts) {
        const bool isPrivate = part.contains("(private)"_L1);
        bool isQtList = false; // "Qt Core, Concurrent": the second is Qt's too
        for (QString word : words(QString(part).remove(u"(private)"_s))) {
            isQtList = isQtList || word.startsWith("Qt "_L1);
            if (isQtList && qtModules.contains(u"Qt "_s + word))
                word.prepend("Qt "_L1);
            const bool isKnown =
                qtModules.contains(word) || std::ranges::contains(outsideLibraries, word, &OutsideLibrary::name);
            if (!isKnown)
                m_problems << u"the table names “%1”, whose headers this test does not know"_s.arg(word);
            layer.outside << word;
            for (const QString &brought : qtModules.value(word))
                layer.outside << brought;
            if (isPrivate)
                layer.hidden << word;
        }
    }
}

QStringList ArchitectureRules::violations(const QMap<QString, QString> &sources) const
{
    QMap<QString, QString> code;
    for (const auto &[path, content] : sources.asKeyValueRange())
        code.insert(path, withoutComments(content));
    const QMap<QString, QString> hiding = headersThatHide(code);
    QStringList found;
    for (const auto &[path, content] : std::as_const(code).asKeyValueRange())
        found << violationsIn(path, content, hiding);
    return found;
}

int ArchitectureRules::includeCount(const QMap<QString, QString> &sources)
{
    int count = 0;
    for (const QString &content : sources) {
        for (const QString &line : content.split(u'\n'))
            count += includeIn(line).has_value();
    }
    return count;
}

// The headers that show a library which is private to their layer, and that library; through other headers too.
QMap<QString, QString> ArchitectureRules::headersThatHide(const QMap<QString, QString> &sources) const
{
    QMap<QString, QString> hiding;
    for (qsizetype before = -1; before != hiding.size();) {
        before = hiding.size();
        for (const auto &[path, content] : sources.asKeyValueRange()) {
            if (!path.endsWith(".h"_L1))
                continue;
            for (const QString &line : content.split(u'\n')) {
                const auto include = includeIn(line);
                const QString library = !include         ? QString()
                                        : include->isOwn ? hiding.value(include->header)
                                                         : libraryOfHeader(include->header);
                if (m_layers.value(path.section(u'/', 0, 0)).hidden.contains(library))
                    hiding.insert(path, library);
            }
        }
    }
    return hiding;
}

QStringList ArchitectureRules::violationsIn(const QString &path, const QString &content,
                                            const QMap<QString, QString> &hiding) const
{
    const QString layerName = path.section(u'/', 0, 0);
    if (!m_layers.contains(layerName))
        return {u"%1: the table has no layer “%2”"_s.arg(path, layerName)};

    QStringList found;
    int number = 0;
    for (const QString &line : content.split(u'\n')) {
        ++number;
        QStringList problems;
        if (const auto include = includeIn(line)) {
            problems << (include->isOwn ? judgeOwn(layerName, include->header, hiding)
                                        : judgeOutside(layerName, include->header));
        }
        if (!layersWithText.contains(layerName))
            problems << textForPeople(line);
        if (layerName != sqlLayer)
            problems << sqlIn(line);
        problems << unsafeContinuationIn(line);
        problems.removeAll(QString());
        for (const QString &problem : std::as_const(problems))
            found << u"%1:%2: %3"_s.arg(path).arg(number).arg(problem);
    }
    return found;
}

QString ArchitectureRules::judgeOwn(const QString &layerName, const QString &header,
                                    const QMap<QString, QString> &hiding) const
{
    const bool isGenerated = header.startsWith("moc_"_L1) || header.startsWith("ui_"_L1) || header.endsWith(".moc"_L1);
    const QString target = header.section(u'/', 0, 0);
    if (isGenerated || target == layerName)
        return {};
    if (!header.contains(u'/') || !m_layers.contains(target))
        return u"“%1” is not written “layer/file.h”"_s.arg(header);
    if (!m_layers.value(layerName).layers.contains(target))
        return u"%1 may not include %2 (%3)"_s.arg(layerName, target, header);
    if (hiding.contains(header))
        return u"%1 shows %2, which is private to %3"_s.arg(header, hiding.value(header), target);
    return {};
}

QString ArchitectureRules::judgeOutside(const QString &layerName, const QString &header) const
{
    const QString library = libraryOfHeader(header);
    if (library.isEmpty())
        return isStandardHeader(header) ? QString() : u"<%1> is of no library this test knows"_s.arg(header);
    if (!m_layers.value(layerName).outside.contains(library))
        return u"%1 may not use %2 (<%3>)"_s.arg(layerName, library, header);
    return {};
}

QString ArchitectureRules::libraryOfHeader(const QString &header) const
{
    const QString name = header.startsWith("Qt"_L1) && header.contains(u'/') ? header.section(u'/', 1) : header;
    if (const auto module = m_qtHeaders.constFind(name); module != m_qtHeaders.constEnd())
        return *module;
    for (const OutsideLibrary &library : outsideLibraries) {
        if (QRegularExpression(QRegularExpression::anchoredPattern(library.headers)).match(header).hasMatch())
            return library.name;
    }
    return {};
}
