// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/lastlook.h"

#include "core/imagename.h"
#include "core/webaddress.h"
#include "insight/look.h"
#include "insight/notefacts.h"
#include "insight/stopwords.h"

#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

struct RuleFace
{
    QLatin1StringView name;
    LookSeverity severity;
};

/// In the order of the rules.
constexpr std::array ruleFaces{
    RuleFace{"title"_L1, LookSeverity::Problem},
    RuleFace{"subtitle"_L1, LookSeverity::Remark},
    RuleFace{"period"_L1, LookSeverity::Remark},
    RuleFace{"number"_L1, LookSeverity::Remark},
    RuleFace{"number-taken"_L1, LookSeverity::Problem},
    RuleFace{"unused-jots"_L1, LookSeverity::Remark},
    RuleFace{"reading-time"_L1, LookSeverity::Info},
    RuleFace{"prompt"_L1, LookSeverity::Remark},
    RuleFace{"empty-section"_L1, LookSeverity::Remark},
    RuleFace{"placeholder"_L1, LookSeverity::Problem},
    RuleFace{"private-passage"_L1, LookSeverity::Info},
    RuleFace{"embargo"_L1, LookSeverity::Info},
    RuleFace{"empty-passage"_L1, LookSeverity::Problem},
    RuleFace{"endless-passage"_L1, LookSeverity::Problem},
    RuleFace{"person"_L1, LookSeverity::Info},
    RuleFace{"alt-text"_L1, LookSeverity::Problem},
    RuleFace{"alt-file-name"_L1, LookSeverity::Remark},
    RuleFace{"image-missing"_L1, LookSeverity::Problem},
    RuleFace{"image-large"_L1, LookSeverity::Remark},
    RuleFace{"remote-image"_L1, LookSeverity::Remark},
    RuleFace{"bare-link"_L1, LookSeverity::Remark},
    RuleFace{"double-link"_L1, LookSeverity::Remark},
    RuleFace{"insecure-link"_L1, LookSeverity::Remark},
    RuleFace{"short-link"_L1, LookSeverity::Remark},
    RuleFace{"tracking-link"_L1, LookSeverity::Remark},
    RuleFace{"local-link"_L1, LookSeverity::Problem},
    RuleFace{"private-document"_L1, LookSeverity::Problem},
    RuleFace{"dead-link"_L1, LookSeverity::Problem},
    RuleFace{"moved-link"_L1, LookSeverity::Remark},
    RuleFace{"no-answer"_L1, LookSeverity::Remark},
    RuleFace{"dropped-link"_L1, LookSeverity::Problem},
    RuleFace{"empty-link"_L1, LookSeverity::Problem},
    RuleFace{"vague-link"_L1, LookSeverity::Remark},
    RuleFace{"week-link"_L1, LookSeverity::Problem},
    RuleFace{"asterisk-footnote"_L1, LookSeverity::Remark},
    RuleFace{"missing-footnote"_L1, LookSeverity::Problem},
    RuleFace{"unread-footnote"_L1, LookSeverity::Problem},
    RuleFace{"heading-level"_L1, LookSeverity::Remark},
    RuleFace{"heading-one"_L1, LookSeverity::Remark},
    RuleFace{"heading-empty"_L1, LookSeverity::Remark},
    RuleFace{"ageing-word"_L1, LookSeverity::Remark},
    RuleFace{"repeated-paragraph"_L1, LookSeverity::Remark},
    RuleFace{"past-promise"_L1, LookSeverity::Remark},
    RuleFace{"spelling"_L1, LookSeverity::Remark},
    RuleFace{"doubled-word"_L1, LookSeverity::Remark},
    RuleFace{"dropped-word"_L1, LookSeverity::Remark},
    RuleFace{"long-paragraph"_L1, LookSeverity::Remark},
    RuleFace{"long-sentence"_L1, LookSeverity::Remark},
};
static_assert(ruleFaces.size() == size_t(LookRule::LongSentence) + 1);

/// HTML is nobody's prose, but it stands there: each block of it becomes one without words.
std::vector<Markdown::Block> withoutHtmlWords(std::vector<Markdown::Block> blocks)
{
    for (Markdown::Block &block : blocks) {
        if (block.kind != Markdown::Block::Kind::RawHtml)
            continue;
        Markdown::Block empty;
        empty.source = block.source;
        block = std::move(empty);
    }
    return blocks;
}

} // namespace

QString languageOfWords(const LookInput &input)
{
    if (const QString &own = input.note.fields.language; !own.isEmpty())
        return own;
    const QString usual = input.settings.language.isEmpty() ? u"en"_s : input.settings.language;
    const QString there = languageOf(proseOf(*input.document->forReaders(input.today)), usual);
    return there == usual.left(2) ? usual : there;
}

QString nameOf(LookRule rule)
{
    return ruleFaces[size_t(rule)].name;
}

LookSeverity severityOf(LookRule rule)
{
    return ruleFaces[size_t(rule)].severity;
}

QString nameOf(LookSeverity severity)
{
    switch (severity) {
    case LookSeverity::Problem:
        return u"problem"_s;
    case LookSeverity::Remark:
        return u"remark"_s;
    case LookSeverity::Info:
        break;
    }
    return u"info"_s;
}

Look::Look(const LookInput &what)
    : input(what)
    , readable(what.document->forReaders(what.today, withoutHtmlWords))
    , prose(proseForLook(*readable, what.text))
    , language(languageOfWords(what).left(2).toLower())
{
}

LookFinding &Look::add(LookRule rule, Markdown::SourceRange range, const QString &words)
{
    LookFinding &finding = findings.emplace_back();
    finding.rule = rule;
    finding.range = range;
    finding.words = words;
    finding.key = words.simplified();
    return finding;
}

QString openingWords(QStringView text)
{
    constexpr qsizetype longest = 60;
    constexpr qsizetype enough = 4 * longest; // whatever spaces are among them
    QString plain = text.first(std::min(enough, text.size())).toString().replace(LookProse::Hole, u'…').simplified();
    if (plain.size() <= longest)
        return plain;
    const qsizetype space = plain.lastIndexOf(u' ', longest);
    return plain.first(space > 0 ? space : longest) + u'…';
}

QRegularExpressionMatchIterator placesIn(const QString &words, const QRegularExpression &form)
{
    return form.globalMatch(words, 0, QRegularExpression::NormalMatch,
                            QRegularExpression::DontCheckSubjectStringMatchOption);
}

std::vector<LookFinding> lastLook(const LookInput &input)
{
    Look look(input);
    for (const auto rule : {lookAtHeader, lookAtHidden, lookAtHeadings, lookAtImages, lookAtLinks, lookAtFootnotes,
                            lookAtParagraphs, lookAtWords, lookAtPeople, lookAtPromises, lookAtSpelling})
        rule(look);
    std::ranges::stable_sort(look.findings, {}, [](const LookFinding &each) { return each.range.begin; });
    return std::move(look.findings);
}

NotHere notHere(const LookFinding &finding, const NoteId &note)
{
    return {.note = note.toString(), .rule = nameOf(finding.rule), .key = finding.key};
}

bool isLeftAlone(const LookFinding &finding, const LookInput &input)
{
    return std::ranges::contains(input.settings.notHere, notHere(finding, input.note.id));
}

template <typename Is> static QStringList imagesThat(const Markdown::Document &document, Is is)
{
    QStringList names;
    visitInlines(document, [&](const Markdown::Inline &piece) {
        if (piece.kind == Markdown::Inline::Kind::Image && is(piece.target))
            names << piece.target;
    });
    names.removeDuplicates();
    return names;
}

QStringList ownImages(const Markdown::Document &document)
{
    return imagesThat(document, isImageName);
}

QStringList remoteImages(const Markdown::Document &document)
{
    return imagesThat(document, [](const QString &target) { return isWebAddress(QUrl(target)); });
}

QStringList linksToAsk(const Markdown::Document &document, QDate today)
{
    QStringList addresses;
    visitInlines(*document.forReaders(today, withoutHtmlWords), [&addresses](const Markdown::Inline &piece) {
        const bool leads = piece.kind == Markdown::Inline::Kind::Link || piece.kind == Markdown::Inline::Kind::Image;
        if (leads && isWebAddress(QUrl(piece.target)))
            addresses << piece.target;
    });
    addresses.removeDuplicates();
    return addresses;
}

QString fixed(QString text, const std::vector<LookEdit> &fix)
{
    for (auto edit = fix.rbegin(); edit != fix.rend(); ++edit)
        text.replace(edit->range.begin, edit->range.end - edit->range.begin, edit->text);
    return text;
}

} // namespace Weeknotes
