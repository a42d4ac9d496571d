// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/codehighlighter.h"
#include "highlight/markdownlexer.h"
#include "markdown/comments.h"
#include "markdown/document.h"
#include "support/randomedits.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

QString nameOf(const MarkdownToken &token)
{
    static const QStringList kinds{u""_s, u"mark"_s, u"code"_s, u"fence"_s, u"fenced"_s, u"comment"_s, u"picture"_s};
    QStringList names{kinds[int(token.kind)]};
    if (token.heading > 0)
        names << u"h%1"_s.arg(token.heading);
    if (token.strong)
        names << u"strong"_s;
    if (token.emphasis)
        names << u"em"_s;
    if (token.struck)
        names << u"struck"_s;
    if (token.quoted)
        names << u"quoted"_s;
    if (token.hidden)
        names << u"hidden"_s;
    names.removeAll(QString());
    return names.join(u' ');
}

/// The lines of `text`, each as the lines after it have it.
std::vector<MarkdownLine> readLines(const QStringList &lines)
{
    MarkdownLexer lexer;
    std::vector<MarkdownLine> read(lines.size());
    std::vector<MarkdownLexer::State> before(lines.size() + 1);
    const auto alone = [](const QString &line) { return Markdown::quotesOfClosing(line).has_value(); };
    const qsizetype lastAlone = lines.rend() - std::find_if(lines.rbegin(), lines.rend(), alone) - 1;
    const auto readLine = [&](qsizetype i, int heading) {
        MarkdownLexer::State state = before[i];
        read[i] = lexer.read(lines[i], state, {.heading = heading, .endsAlone = i < lastAlone});
        before[i + 1] = state;
    };
    for (qsizetype i = 0; i < lines.size(); ++i)
        readLine(i, 0);
    int heading = 0;
    for (qsizetype i = lines.size() - 1; i >= 0; --i) {
        if (heading > 0)
            readLine(i, heading);
        heading = read[i].continues ? heading : read[i].underline;
    }
    return read;
}

/// The tokens of the line of `text` that ends with a §, or else of the last one, as "plain words|mark:**|strong:words".
QString tokensOf(const QString &text)
{
    QStringList lines = text.split(u'\n');
    const auto marked = std::ranges::find_if(lines, [](const QString &line) { return line.endsWith(u'§'); });
    const qsizetype number = marked == lines.end() ? lines.size() - 1 : marked - lines.begin();
    if (marked != lines.end())
        marked->chop(1);
    QString told;
    QString last;
    const std::vector<MarkdownLine> read = readLines(lines);
    for (const MarkdownToken &token : read[number].tokens) {
        const QString name = nameOf(token);
        if (told.isEmpty() || name != last)
            told += (told.isEmpty() ? u""_s : u"|"_s) + name + (name.isEmpty() ? u""_s : u":"_s);
        told += QStringView(lines[number]).mid(token.start, token.length);
        last = name;
    }
    return told;
}

/// What each character of `text` is to the parser, where it says so: 'w' words, 's' strong ones, 'e' emphasis, 'b'
/// both, 'c' code in a line.
QString parsedAs(const QString &text)
{
    static const QRegularExpression address(u"://|www\\.|@"_s); // a link to the parser as well
    QString parsed(text.size(), u' ');
    Markdown::visitInlines(*Markdown::Document::parse(text), [&](const Markdown::Inline &part) {
        using Kind = Markdown::Inline::Kind;
        for (int i = part.source.begin; i < part.source.end; ++i) {
            QChar &c = parsed[i];
            if (part.kind == Kind::Code)
                c = u'c';
            else if (part.kind == Kind::Strong)
                c = c == u'E' ? u'B' : u'S';
            else if (part.kind == Kind::Emphasis)
                c = c == u'S' ? u'B' : u'E';
            else if (part.kind == Kind::Text && !address.match(part.text).hasMatch())
                c = c == u' ' ? u'w' : c.toLower();
        }
    });
    return parsed;
}

/// Marks what `block` holds of blocks of a `kind` by their level.
void markBlocks(const Markdown::Block &block, Markdown::Block::Kind kind, QString &marks)
{
    if (block.kind == kind)
        std::fill(marks.begin() + block.source.begin, marks.begin() + block.source.end, QChar(u'0' + block.level));
    for (const Markdown::Block &child : block.children)
        markBlocks(child, kind, marks);
}

/// The first line of `text` with a word of which `agrees` says no to its token and to what markBlocks makes of it; -1
/// if there is none.
template <typename Agrees> int lineThatDiffers(const QString &text, Markdown::Block::Kind kind, Agrees agrees)
{
    QString marks(text.size(), u' ');
    const auto document = Markdown::Document::parse(text);
    for (const Markdown::Block &block : document->blocks())
        markBlocks(block, kind, marks);
    const QStringList lines = text.split(u'\n');
    const std::vector<MarkdownLine> read = readLines(lines);
    qsizetype start = 0;
    for (qsizetype i = 0; i < lines.size(); start += lines[i++].size() + 1) {
        for (const MarkdownToken &token : read[i].tokens) {
            for (qsizetype at = start + token.start; at < start + token.start + token.length; ++at) {
                if (token.kind == MarkdownToken::Kind::Words && !text[at].isSpace() && !agrees(token, marks[at]))
                    return int(i);
            }
        }
    }
    return -1;
}

QString lexedAs(const QString &text)
{
    QString lexed;
    for (qsizetype start = 0; const MarkdownLine &line : readLines(text.split(u'\n'))) {
        const qsizetype end = text.indexOf(u'\n', start);
        QString of((end < 0 ? text.size() : end) - start, u' ');
        for (const MarkdownToken &token : line.tokens) {
            using Kind = MarkdownToken::Kind;
            QChar c = u' ';
            if (token.kind == Kind::Code)
                c = u'c';
            else if (token.kind == Kind::Words)
                c = token.strong ? (token.emphasis ? u'b' : u's') : (token.emphasis ? u'e' : u'w');
            of.replace(token.start, token.length, QString(token.length, c));
        }
        lexed += of + u'\n';
        start = end + 1;
    }
    return lexed.chopped(1);
}

} // namespace

class TestMarkdownLexer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void tellsWhatTheLastLineHolds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tokens");
        const auto row = [](const QString &text, const QString &tokens) {
            QTest::newRow(qPrintable(QString(text).replace(u'\n', u'/'))) << text << tokens;
        };
        row(u"plain words, and more."_s, u"plain words, and more."_s);
        row(u"a **b** c"_s, u"a |mark:**|strong:b|mark:**| c"_s);
        row(u"a *b* __c__ _d_"_s, u"a |mark:*|em:b|mark:*| |mark:__|strong:c|mark:__| |mark:_|em:d|mark:_"_s);
        row(u"***a***"_s, u"mark:***|strong em:a|mark:***"_s);
        row(u"**a *b* c**"_s, u"mark:**|strong:a |mark strong:*|strong em:b|mark strong:*|strong: c|mark:**"_s);
        row(u"*a **b***"_s, u"mark:*|em:a |mark em:**|strong em:b|mark em:**|mark:*"_s);
        row(u"2 * 3 * 4, snake_case_name, ** a **"_s, u"2 * 3 * 4, snake_case_name, ** a **"_s);
        row(u"~~gone~~ ~too~"_s, u"mark:~~|struck:gone|mark:~~| |mark:~|struck:too|mark:~"_s);
        row(u"`**a**` ``b ` c``"_s, u"mark:`|code:**a**|mark:`| |mark:``|code:b ` c|mark:``"_s);
        row(u"**a `b**` c**"_s, u"mark:**|strong:a |mark strong:`|code strong:b**|mark strong:`|strong: c|mark:**"_s);
        row(u"\\*a\\* \\`b\\`"_s, u"\\*a\\* \\`b\\`"_s);
        row(u"`never closed **b**"_s, u"`never closed |mark:**|strong:b|mark:**"_s);
        row(u"[a **b**](https://c.example \"d\") e"_s,
            u"mark:[|a |mark:**|strong:b|mark:**](https://c.example \"d\")| e"_s);
        row(u"[a][b] [c](d_(e)_f) [g] h"_s, u"mark:[|a|mark:][b]| |mark:[|c|mark:](d_(e)_f)| [g] h"_s);
        row(u"[![a](b)](c)"_s, u"mark:[|picture:![a](b)|mark:](c)"_s);
        row(u"[https://a.example](https://a.example) [b](c)"_s,
            u"mark:[https://a.example](https://a.example)| |mark:[|b|mark:](c)"_s);
        row(u"**a**__b__"_s, u"mark:**|strong:a|mark:**__|strong:b|mark:__"_s);
        row(u"![a](b \"c\") **d**"_s, u"picture:![a](b \"c\")| |mark:**|strong:d|mark:**"_s);
        row(u"<https://a.example> <b@c.example>"_s, u"mark:<https://a.example>| |mark:<b@c.example>"_s);
        row(u"See https://a.example/b_c_d. Write to me@a.example, or www.a.example!"_s,
            u"See |mark:https://a.example/b_c_d|. Write to |mark:me@a.example|, or |mark:www.a.example|!"_s);
        row(u"a <b>c</b> &amp; &d; 1 < 2 > 0"_s, u"a |mark:<b>|c|mark:</b>| |mark:&amp;| &d; 1 < 2 > 0"_s);
        row(u"a[^1] b"_s, u"a|mark:[^1]| b"_s);
        row(u"a <!-- b --> c <!-- d"_s, u"a |comment:<!-- b -->| c |comment:<!-- d"_s);
        row(u"a <!-- b\nc --> d"_s, u"comment:c -->| d"_s);
        row(u"a `<!--` b\nc"_s, u"c"_s);

        row(u"# One"_s, u"mark h1:# |h1:One"_s);
        row(u" ## Two ##"_s, u"mark h2: ## |h2:Two|mark h2: ##"_s);
        row(u"### C# and **b**"_s, u"mark h3:### |h3:C# and |mark h3:**|h3 strong:b|mark h3:**"_s);
        row(u"#hashtag"_s, u"#hashtag"_s);
        row(u"####### seven"_s, u"####### seven"_s);
        row(u"a\n# One"_s, u"mark h1:# |h1:One"_s);
        row(u"#"_s, u"mark h1:#"_s);
        row(u"a\n==="_s, u"mark:==="_s);
        row(u"a§\n==="_s, u"h1:a"_s);
        row(u"*a*§\nb\n---"_s, u"mark h2:*|h2 em:a|mark h2:*"_s);
        row(u"a\nb§\n   --\t"_s, u"h2:b"_s);
        row(u"a§\n\nb\n---"_s, u"a"_s);
        row(u"a§\n\n---"_s, u"a"_s);
        row(u"a§\n    ---"_s, u"a"_s);
        row(u"a§\n- - -"_s, u"a"_s);
        row(u"# a§\n---"_s, u"mark h1:# |h1:a"_s);
        row(u"```\na§\n---"_s, u"fenced:a"_s);
        row(u"==="_s, u"==="_s);
        row(u"a\n\n==="_s, u"==="_s);
        row(u"a\n===\nb§\n==="_s, u"h1:b"_s);
        row(u"- a§\n  ---"_s, u"mark:- |h2:a"_s);
        row(u"- a§\n---"_s, u"mark:- |a"_s);
        row(u"- a\n==="_s, u"==="_s);
        row(u"- a\n---"_s, u"mark:---"_s);
        row(u"- a\n\n  - b§\n    ==="_s, u"mark:  - |h1:b"_s);
        row(u"- a\n\n  - b§\n  ---"_s, u"mark:  - |b"_s);
        row(u"- a\n\n  b§\n  ---"_s, u"h2:  b"_s);
        row(u"> a§\n> ---"_s, u"mark quoted:> |h2 quoted:a"_s);
        row(u"> a\n> ---"_s, u"mark quoted:> ---"_s);
        row(u"> a§\n---"_s, u"mark quoted:> |quoted:a"_s);
        row(u"> a\n==="_s, u"quoted:==="_s);
        row(u"> a§\n> > ---"_s, u"mark quoted:> |quoted:a"_s);
        row(u"> a\n>\n> ---"_s, u"mark quoted:> ---"_s);
        row(u"> a\nb§\n> ==="_s, u"h1 quoted:b"_s);
        row(u"| a |§\n---"_s, u"mark:||h2: a |mark:|"_s); // no table yet
        row(u"| a |\n|---|\n| b |§\n---"_s, u"mark:|| b |mark:|"_s);
        row(u"[^1]: a§\n---"_s, u"mark:[^1]: |a"_s);
        row(u"<div>a§\n---"_s, u"mark:<div>|a"_s);
        row(u"<!-- private\na§\n---"_s, u"h2 hidden:a"_s);
        row(u"a\n\n***"_s, u"mark:***"_s);
        row(u"a\n* * *"_s, u"mark:* * *"_s);
        row(u"- - -"_s, u"mark:- - -"_s);

        row(u"- a"_s, u"mark:- |a"_s);
        row(u"a\n- b"_s, u"mark:- |b"_s);
        row(u"12. a"_s, u"mark:12. |a"_s);
        row(u"It was in\n2019. And"_s, u"2019. And"_s);
        row(u"- a\n  2. b"_s, u"mark:  2. |b"_s);
        row(u"- [ ] a"_s, u"mark:- [ ] |a"_s);
        row(u"- [x](y) a"_s, u"mark:- [|x|mark:](y)| a"_s);
        row(u"- a\n\n      b"_s, u"      b"_s);
        row(u"- a\n\nb\n\n    c"_s, u"code:    c"_s);
        row(u"- # One"_s, u"mark:- |mark h1:# |h1:One"_s);
        row(u"- a\n  ```\n  - b"_s, u"fenced:  - b"_s);
        row(u"- 1. a"_s, u"mark:- 1. |a"_s);
        row(u"-a"_s, u"-a"_s);
        row(u"    a"_s, u"code:    a"_s);
        row(u"a\n    b"_s, u"    b"_s);
        row(u"a\n\n\tb"_s, u"code:\tb"_s);
        row(u"a\n  \n    b"_s, u"code:    b"_s);

        row(u"> a **b**"_s, u"mark quoted:> |quoted:a |mark quoted:**|strong quoted:b|mark quoted:**"_s);
        row(u"> a\nb"_s, u"quoted:b"_s);
        row(u"> a\n\nb"_s, u"b"_s);
        row(u"> > a"_s, u"mark quoted:> > |quoted:a"_s);
        row(u"> - a"_s, u"mark quoted:> - |quoted:a"_s);
        row(u"> a\n- b"_s, u"mark:- |b"_s);
        row(u"> ```\n> # a"_s, u"mark quoted:> |fenced:# a"_s);
        row(u"> ```\n> a\n> ```"_s, u"mark quoted:> |fence quoted:```"_s);
        row(u"> ```\n> a\n> ```\n> # b"_s, u"mark quoted:> |mark h1 quoted:# |h1 quoted:b"_s);
        row(u"> ```\n> a\n\n**b**"_s, u"mark:**|strong:b|mark:**"_s);
        row(u"> ```\n> a\nb\n\n```\nc"_s, u"fenced:c"_s);
        row(u"> ```\n```\na"_s, u"fenced:a"_s);
        row(u"> ```\n\n```\na"_s, u"fenced:a"_s);
        row(u"> ```\na§\n---"_s, u"h2:a"_s);
        row(u"> a\n>\nb"_s, u"b"_s);
        row(u"> # a\nb"_s, u"b"_s);
        row(u"> It was in\n> 2019. And"_s, u"mark quoted:> |quoted:2019. And"_s);
        row(u"> a\n    - b"_s, u"quoted:    - b"_s);
        row(u"- > a\n- b"_s, u"mark:- |b"_s);

        row(u"```cpp"_s, u"fence:```cpp"_s);
        row(u"```\n# a"_s, u"fenced:# a"_s);
        row(u"```\na\n```"_s, u"fence:```"_s);
        row(u"````\n```\n````\n# a"_s, u"mark h1:# |h1:a"_s);
        row(u"~~~ a ` b\n```\n~~~\n# a"_s, u"mark h1:# |h1:a"_s);
        row(u"``` a ` b\nc"_s, u"c"_s);
        row(u"```md\n1. a\n\n    ```\n    b\n    ```\n```\n**c**"_s, u"mark:**|strong:c|mark:**"_s);
        row(u"10. ```\n    a\n    ```\n    **b**"_s, u"    |mark:**|strong:b|mark:**"_s);
        row(u"a\n```\n**b**"_s, u"fenced:**b**"_s);
        row(u"a\n\n| b | **c** `|` |"_s,
            u"mark:|| b |mark:|| |mark:**|strong:c|mark:**| |mark:`|code:||mark:`| |mark:|"_s);
        row(u"| a |\n|:--|"_s, u"mark:|:--|"_s);
        row(u"[a]: https://b.example"_s, u"mark:[a]: https://b.example"_s);
        row(u"[^a]: words"_s, u"mark:[^a]: |words"_s);
        row(u"[^a]: words\n\n    more"_s, u"    more"_s);
        row(u"<!-- private\n**a**"_s, u"mark hidden:**|strong hidden:a|mark hidden:**"_s);
        row(u"<!-- private\n# A"_s, u"mark h1 hidden:# |h1 hidden:A"_s);
        row(u"<!-- private: a\n- b"_s, u"mark hidden:- |hidden:b"_s);
        row(u"<!-- private\n```js\nlet\n-->\n# A"_s, u"mark h1:# |h1:A"_s);
        row(u"<!-- private\n```js\nlet"_s, u"fenced hidden:let"_s);
        row(u"<!-- private a\nb --> c"_s, u"hidden:b |comment hidden:-->| c"_s);
        row(u"<!-- private a --> *b*"_s, u"comment hidden:<!-- private a -->| |mark:*|em:b|mark:*"_s);
        row(u"<!-- privately\na"_s, u"comment:a"_s);
        row(u"<!--\u180Eprivate\na"_s, u"comment:a"_s); // no space to the parser
        row(u"<!-- UNTIL 2027-01-01\na"_s, u"hidden:a"_s);
        row(u"<!-- private\na --> b\nc§\n-->"_s, u"hidden:c"_s);
        row(u"<!-- private\na --> b\nc"_s, u"c"_s);
        row(u"<!-- private\n<!-- ? a -->\nb"_s, u"hidden:b"_s);
        row(u"<!-- private\n<!-- private\n-->§\nb\n-->"_s, u"comment hidden:-->"_s);
        row(u"<!-- private\n<!-- private\n-->\n*b*§\n-->"_s, u"mark hidden:*|em hidden:b|mark hidden:*"_s);
        row(u"<!-- private\n<!-- private\n-->\nb\n-->\nc"_s, u"c"_s);
        row(u"<!-- private\n<!-- b\nc§"_s, u"comment hidden:c"_s);
        row(u"- a\n  <!-- private\n  b --> c\n\n  *d*§\n  -->"_s, u"mark hidden:  *|em hidden:d|mark hidden:*"_s);
        row(u"- <!-- private\n  b --> c\n  -->\n- d"_s, u"mark:- |d"_s);
        row(u"- <!-- private\n  b\nc\n-->\nd"_s, u"hidden:d"_s); // it ends with its item, and so never
        row(u"1. a\n\n    <!-- private\n   b\n   -->\nd"_s, u"d"_s);
        row(u"a <!-- private\nb --> c"_s, u"comment:b -->| c"_s);
        row(u"a <!-- private\nb\n\nc"_s, u"hidden:c"_s);
        row(u"a `<!-- private`\n\nc"_s, u"c"_s);
        row(u"> a \\<!-- private\n\nc"_s, u"c"_s);
        row(u"> a <!-- private\n\nc"_s, u"hidden:c"_s);
        row(u"<!-- a --> <!-- private b -->\nc"_s, u"c"_s);
        row(u"<!-- a --> <!-- private b\n-->\nc"_s, u"hidden:c"_s);
        row(u"<!-- a --> b\n# C"_s, u"mark h1:# |h1:C"_s);
        row(u"- <!-- a\n\n  b"_s, u"comment:  b"_s);
        row(u"<!-- private\na\n-->\n**b**"_s, u"mark:**|strong:b|mark:**"_s);
        row(u"a\n<!-- b"_s, u"comment:<!-- b"_s);
        row(u"[Anna]: I was there, you know."_s, u"[Anna]: I was there, you know."_s);
        row(u"[a]:https://b.example 'c'"_s, u"mark:[a]:https://b.example 'c'"_s);
        row(u"> <!-- private"_s, u"mark quoted:> |comment hidden:<!-- private"_s);
        row(u"> <!-- private\n> a"_s, u"mark hidden:> |hidden:a"_s);
        row(u"> <!-- private\n> a --> b\n> > -->\n> c§\n> -->"_s, u"mark hidden:> |hidden:c"_s);
        row(u"> <!-- private\n> a\n> -->\n> b"_s, u"mark quoted:> |quoted:b"_s);
        row(u"> <!-- private\n> a\n\nb"_s, u"hidden:b"_s); // it ends with its quote, and so never
        row(u"> <!-- private\n> a\nb"_s, u"hidden:b"_s);
        row(u"a <!-- b\n\n# C"_s, u"mark h1:# |h1:C"_s);
        row(u"<!-- b\n\n# C"_s, u"comment:# C"_s);
        row(u"<!-->\n# C"_s, u"mark h1:# |h1:C"_s);
        row(u"<pre>\n**a**"_s, u"mark:**a**"_s);
        row(u"<pre>\na\n</pre>\n**b**"_s, u"mark:**|strong:b|mark:**"_s);
    }
    void tellsWhatTheLastLineHolds()
    {
        QFETCH(const QString, text);
        QTEST(tokensOf(text), "tokens");
    }

    void knowsTheLanguageOfAFence()
    {
        MarkdownLexer lexer;
        MarkdownLexer::State state;
        QCOMPARE(lexer.read(u"``` {.python}"_s, state).tokens.size(), size_t(1));
        QVERIFY(state.blocks.fence.has_value());
        const auto tokens = lexer.read(u"return x"_s, state).tokens;
        QCOMPARE(tokens.front().role, TokenRole::Keyword);
        QCOMPARE(tokens.front().length, 6);
        QCOMPARE(lexer.read(u"```"_s, state).tokens.size(), size_t(1));
        QCOMPARE(state, [&] {
            MarkdownLexer::State fresh;
            std::ignore = lexer.read({}, fresh);
            return fresh;
        }());
    }

    void takesNeighboursApart()
    {
        MarkdownLexer lexer;
        MarkdownLexer::State state;
        const auto tokens = lexer.read(u"![a](x \"one\")![b](y \"two\")"_s, state).tokens;
        QCOMPARE(tokens.size(), size_t(2));
        QCOMPARE(tokens[0].length, tokens[1].length);
    }

    /// As the preview has it, which colours the code in one go.
    void coloursCodeAsAWhole()
    {
        const QString fence = u"```cpp\n"_s;
        const QString code = u"#define A 1 \\\n\nint x;\n/* a\n\n b */ int y;"_s;
        QString lexed;
        for (const MarkdownLine &line : readLines((fence + code).split(u'\n'))) {
            for (const MarkdownToken &token : line.tokens)
                lexed += QString(token.length, QChar(u'a' + int(token.role)));
            lexed += u'\n';
        }
        QString whole(code.size(), u'a');
        for (const CodeRun &run : highlightCode(code, u"cpp"_s))
            whole.replace(run.start, run.length, QString(run.length, QChar(u'a' + int(run.role))));
        for (auto end = code.indexOf(u'\n'); end >= 0; end = code.indexOf(u'\n', end + 1))
            whole[end] = u'\n';
        QCOMPARE(lexed.sliced(fence.size()).chopped(1), whole);
    }

    void aLinkThatIsBegunBeforeManyIsNone()
    {
        MarkdownLexer lexer;
        MarkdownLexer::State state;
        const QString line = u"[ne "_s + u"[a](https://example.org/1) "_s.repeated(60);
        const auto tokens = lexer.read(line, state).tokens;
        QVERIFY(std::ranges::count(tokens, MarkdownToken::Kind::Markup, &MarkdownToken::kind) == 120);
    }

    /// Whatever stands in a line, its tokens follow each other from its start to its end.
    void tokensLeaveNoGap()
    {
        const QStringList pieces{u"**"_s, u"*"_s,    u"`"_s,   u"```"_s, u"["_s,     u"]("_s,  u")"_s,   u"!["_s,
                                 u"~~"_s, u"<!--"_s, u"-->"_s, u"> "_s,  u"- "_s,    u"# "_s,  u"|"_s,   u"word"_s,
                                 u" "_s,  u"    "_s, u"\\"_s,  u"<b>"_s, u"[^1]:"_s, u"é😀"_s, u"1. "_s, u"_"_s};
        QRandomGenerator random(7);
        MarkdownLexer lexer;
        MarkdownLexer::State state;
        for (int round = 0; round < 5000; ++round) {
            QString line;
            for (int i = random.bounded(12); i > 0; --i)
                line += pieces[random.bounded(pieces.size())];
            int end = 0;
            const MarkdownLine read = lexer.read(line, state);
            for (const MarkdownToken &token : read.tokens) {
                QVERIFY2(token.start == end && token.length >= 0, qPrintable(line));
                end = token.start + token.length;
            }
            QVERIFY2(end == line.size(), qPrintable(line));
        }
    }

    /// The lexer sees a line at a time, the parser the whole.
    void agreesWithTheParserOnRealNotes()
    {
        const QStringList files = corpusFiles();
        if (files.isEmpty())
            QSKIP("./dev judge names the folder of real notes");
        int characters = 0;
        int others = 0;
        for (const QString &path : files) {
            const QString text = corpusText(path);
            const QString parsed = parsedAs(text);
            const QString lexed = lexedAs(text);
            for (qsizetype i = 0; i < text.size(); ++i) {
                if (!parsed[i].isLower() || text[i].isSpace())
                    continue;
                ++characters;
                others += int(parsed[i] != lexed[i]);
            }
        }
        qInfo("%d of %d characters are something else to the parser", others, characters);
        QCOMPARE_LT(others, characters / 1000);
    }

    /// What the editor says is private is what readers don't get.
    void hidesWhatTheParserHides()
    {
        const QStringList pieces{u""_s,
                                 u"words"_s,
                                 u"<!-- private"_s,
                                 u"<!-- until 2026-12-01"_s,
                                 u"-->"_s,
                                 u"a --> b"_s,
                                 u"b -->"_s,
                                 u"<!-- ? why -->"_s,
                                 u"<!-- private a -->"_s,
                                 u"<!-- private: <!-- a --> b"_s,
                                 u"<!-- a --> <!-- private"_s,
                                 u"<!-- a"_s,
                                 u"a <!-- private b --> c"_s,
                                 u"a <!-- private"_s,
                                 u"`<!-- private`\n"_s,
                                 u"\\<!-- private\n"_s,
                                 u"- item"_s,
                                 u"- <!-- private"_s,
                                 u"  - item"_s,
                                 u"  more"_s,
                                 u"  <!-- private"_s,
                                 u"  -->"_s,
                                 u"> quote"_s,
                                 u"> <!-- private"_s,
                                 u"> -->"_s,
                                 u"> a --> b"_s,
                                 u"> - <!-- private"_s,
                                 u">   -->"_s,
                                 u"# Heading"_s,
                                 u"```"_s,
                                 u"==="_s,
                                 u"---"_s};
        QRandomGenerator random(3);
        for (int round = 0; round < 5000; ++round) {
            QString text;
            for (int i = random.bounded(3, 20); i > 0; --i)
                text += pieces[random.bounded(pieces.size())] + u'\n';
            const auto agrees = [](const MarkdownToken &token, QChar mark) { return token.hidden == (mark != u' '); };
            QVERIFY2(lineThatDiffers(text, Markdown::Block::Kind::Private, agrees) < 0, qPrintable(text));
        }
    }

    void manyPassagesWithinEachOther_data()
    {
        QTest::addColumn<int>("ends");
        QTest::newRow("never ends") << 1;
        QTest::newRow("ends") << 20'000;
    }
    void manyPassagesWithinEachOther()
    {
        QFETCH(const int, ends);
        const QString text = u"<!-- private\nwords\n"_s.repeated(20'000) + u"-->\n"_s.repeated(ends) + u"after"_s;
        const auto agrees = [](const MarkdownToken &token, QChar mark) { return token.hidden == (mark != u' '); };
        QCOMPARE(lineThatDiffers(text, Markdown::Block::Kind::Private, agrees), -1);
    }

    void takesHalfAPairForACharacter()
    {
        const QStringList texts{u"%**b** c"_s, u"a%*b*"_s,         u"# a%"_s,           u"`a%`"_s,         u"%`a`"_s,
                                u"[a%](b)"_s,  u"<!-- private%"_s, u"> %<!-- a -->"_s,  u"- %"_s,          u"%> a"_s,
                                u"|%|"_s,      u"<!-- %-->"_s,     u"```c\n%/* a */"_s, u"```c\n\"%\" 1"_s};
        for (const QString &text : texts) {
            const QString whole = tokensOf(QString(text).replace(u'%', QChar::ReplacementCharacter));
            for (const QChar half : {QChar(0xd835), QChar(0xdc00)}) {
                const QString tokens = tokensOf(QString(text).replace(u'%', half));
                QCOMPARE(QString(tokens).replace(half, QChar::ReplacementCharacter), whole);
            }
        }
    }

    /// Its words tell a passage from another comment, and regular expressions have spaces and letters of their own.
    void knowsAPassageAsTheParserDoes()
    {
        MarkdownLexer lexer;
        const auto agrees = [&lexer](const QString &comment) {
            return std::ranges::all_of(QStringList{u""_s, u"- "_s, u"> "_s}, [&](const QString &mark) {
                MarkdownLexer::State state;
                return lexer.read(mark + comment, state).hidden == Markdown::isPassage(comment);
            });
        };
        for (const char16_t c : {0x0009, 0x001c, 0x0085, 0x00a0, 0x00ad, 0x1680, 0x180e, 0x2000, 0x200a, 0x200b, 0x2028,
                                 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff}) {
            QVERIFY2(agrees(u"<!--"_s + QChar(c) + u"private"_s), qPrintable(QString::number(c, 16)));
            QVERIFY2(agrees(u"<!-- until"_s + QChar(c)), qPrintable(QString::number(c, 16)));
        }
        for (const QString &end : {u"ly"_s, u"é"_s, u"²"_s, u"_"_s, u"\u0301"_s, u"漢"_s, u"😀"_s, u"𝐀"_s})
            QVERIFY2(agrees(u"<!-- private"_s + end), qPrintable(end));
    }

    void findsTheHeadingsThatTheParserFinds()
    {
        const QStringList pieces{u""_s,        u"words"_s,    u"*more*"_s,    u"    deep"_s, u"  words"_s, u"==="_s,
                                 u"---"_s,     u"--"_s,       u"  ==="_s,     u"  ---"_s,    u"   --"_s,   u"- item"_s,
                                 u"1. item"_s, u"  - item"_s, u"> - item"_s,  u">   ---"_s,  u"> quote"_s, u"> ---"_s,
                                 u"> ==="_s,   u"> > deep"_s, u"> # Title"_s, u"# Title"_s,  u"```"_s,     u"<!-- a"_s};
        QRandomGenerator random(5);
        for (int round = 0; round < 5000; ++round) {
            QString text;
            for (int i = random.bounded(2, 8); i > 0; --i)
                text += pieces[random.bounded(pieces.size())] + u'\n';
            const auto agrees = [](const MarkdownToken &token, QChar mark) {
                return token.heading == (mark == u' ' ? 0 : mark.digitValue());
            };
            QVERIFY2(lineThatDiffers(text, Markdown::Block::Kind::Heading, agrees) < 0, qPrintable(text));
        }
    }

    void leavesALineThatNobodyWrites()
    {
        MarkdownLexer lexer;
        MarkdownLexer::State state;
        QVERIFY(lexer.read(QString(20'001, u'*'), state).tokens.empty());
        QCOMPARE(state, MarkdownLexer::State());
        const auto tokens = lexer.read(u"- "_s + u"**a** "_s.repeated(2000), state).tokens;
        QCOMPARE(tokens.size(), size_t(2));
        QCOMPARE(tokens.back().kind, MarkdownToken::Kind::Words);
    }
};

QTEST_GUILESS_MAIN(TestMarkdownLexer)
#include "tst_markdownlexer.moc"
