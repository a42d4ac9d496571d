// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/noteref.h"
#include "core/webaddress.h"
#include "insight/look.h"
#include "markdown/cards.h"
#include "markdown/plaintext.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

using Markdown::Block;
using Markdown::Inline;
using Markdown::SourceRange;

/// A link or an image, and where it stands.
struct LinkPlace
{
    const Inline *piece = nullptr;
    const LookProse *prose = nullptr;
    SourceRange words;                  ///< of its own; those of an image are its alternative text
    std::optional<SourceRange> address; ///< where that stands to the letter
    bool isBare = false;
    bool isDefined = false; ///< the address stands elsewhere, for all who refer to it

    /// What to show of it.
    [[nodiscard]] SourceRange place() const
    {
        if (!words.isEmpty() || !address)
            return words.isEmpty() ? prose->source() : words;
        return *address;
    }
};

/// Finds the addresses of a text's links.
class Addresses
{
public:
    explicit Addresses(QStringView text) : m_text(text) {}

    /// That of the link or image whose words end at `from`, or, if it has none, that begins somewhere from there on:
    /// behind them, or where it is defined.
    [[nodiscard]] std::optional<SourceRange> behind(qsizetype from, bool hasWords, const QString &target)
    {
        constexpr qsizetype marks = 24;   // of emphasis, behind the words
        constexpr qsizetype others = 400; // images and links that begin before it
        const qsizetype end = std::min(from + (hasWords ? marks : others), m_text.size());
        for (int tries = 0; tries < 3; ++tries) {
            const qsizetype bracket = m_text.first(end).indexOf("]("_L1, from);
            if (bracket < 0)
                break;
            qsizetype at = bracket + 2;
            while (at < m_text.size() && (m_text[at].isSpace() || m_text[at] == u'<'))
                ++at;
            if (m_text.sliced(at).startsWith(target))
                return SourceRange{int(at), int(at + target.size())};
            from = at;
        }
        return defined(target);
    }

private:
    [[nodiscard]] std::optional<SourceRange> defined(const QString &target)
    {
        if (!m_definitions) {
            static const QRegularExpression definition(uR"(^ {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s<>]+))"_s,
                                                       QRegularExpression::MultilineOption);
            m_definitions.emplace();
            for (const auto &match : definition.globalMatchView(m_text))
                m_definitions->insert(match.captured(1), {int(match.capturedStart(1)), int(match.capturedEnd(1))});
        }
        const auto found = m_definitions->constFind(target);
        return found == m_definitions->cend() ? std::nullopt : std::optional(*found);
    }

    QStringView m_text;
    std::optional<QHash<QString, SourceRange>> m_definitions;
};

/// Collects the links, or the images, of a text in their order.
class LinkWalk
{
public:
    LinkWalk(QStringView text, Inline::Kind kind) : m_addresses(text), m_kind(kind) {}

    void walk(const LookProse &prose) { walk(prose, prose.block().inlines); }
    [[nodiscard]] std::vector<LinkPlace> take() { return std::move(m_places); }

private:
    void walk(const LookProse &prose, const std::vector<Inline> &inlines)
    {
        for (const Inline &each : inlines) {
            if (each.kind == m_kind)
                add(prose, each);
            walk(prose, each.children);
        }
    }

    void add(const LookProse &prose, const Inline &piece)
    {
        LinkPlace place{.piece = &piece,
                        .prose = &prose,
                        .words = {piece.source.begin + prose.shift(), piece.source.end + prose.shift()},
                        .address = {},
                        .isBare = m_kind == Inline::Kind::Link && isBareAddress(piece)};
        // Pieces without words share a place: each begins behind the one before.
        const bool hasWords = !place.words.isEmpty();
        const int from = hasWords ? place.words.end : std::max(place.words.end, m_end);
        place.address = place.isBare ? std::optional(place.words) : m_addresses.behind(from, hasWords, piece.target);
        if (!hasWords && !place.address) // what the block begins with has its place behind it
            place.address = m_addresses.behind(std::max(prose.source().begin, m_end), hasWords, piece.target);
        place.isDefined =
            place.address && (place.address->begin < place.words.begin || place.address->begin >= prose.source().end);
        if (place.address && !place.isDefined)
            m_end = place.address->end;
        m_places.push_back(place);
    }

    Addresses m_addresses;
    Inline::Kind m_kind;
    int m_end = 0; ///< of the address before
    std::vector<LinkPlace> m_places;
};

std::vector<LinkPlace> placesOf(const Look &look, Inline::Kind kind)
{
    LinkWalk walk(look.input.text, kind);
    for (const LookProse &prose : look.prose)
        walk.walk(prose);
    return walk.take();
}

// Hosts.

bool isHostOf(const QString &host, QLatin1StringView domain)
{
    return host == domain || (host.endsWith(domain) && host[host.size() - domain.size() - 1] == u'.');
}

template <size_t N> bool isHostOf(const QString &host, const std::array<QLatin1StringView, N> &domains)
{
    return std::ranges::any_of(domains, [&](QLatin1StringView each) { return isHostOf(host, each); });
}

bool isShortener(const QString &host)
{
    static constexpr std::array hosts{
        "bit.ly"_L1,  "bitly.com"_L1,   "t.co"_L1,       "tinyurl.com"_L1, "ow.ly"_L1,   "buff.ly"_L1, "goo.gl"_L1,
        "lnkd.in"_L1, "is.gd"_L1,       "trib.al"_L1,    "dlvr.it"_L1,     "ift.tt"_L1,  "fb.me"_L1,   "rb.gy"_L1,
        "cutt.ly"_L1, "shorturl.at"_L1, "eepurl.com"_L1, "j.mp"_L1,        "tiny.cc"_L1, "v.gd"_L1,    "bit.do"_L1};
    QString plain = host;
    if (plain.startsWith("www."_L1))
        plain.remove(0, 4);
    return std::ranges::find(hosts, plain) != hosts.end(); // maps.app.goo.gl and the like are others
}

/// Whether only those may open it who are let in.
bool isPrivateDocument(const QUrl &url, const QString &host)
{
    static constexpr std::array closed{"sharepoint.com"_L1,
                                       "onedrive.live.com"_L1,
                                       "1drv.ms"_L1,
                                       "drive.google.com"_L1,
                                       "mail.google.com"_L1,
                                       "outlook.office.com"_L1,
                                       "outlook.office365.com"_L1,
                                       "outlook.live.com"_L1,
                                       "teams.microsoft.com"_L1,
                                       "notion.so"_L1,
                                       "app.slack.com"_L1,
                                       "app.asana.com"_L1};
    const QString path = url.path();
    const auto begins = [&path](std::initializer_list<QLatin1StringView> starts) {
        return std::ranges::any_of(starts, [&](QLatin1StringView start) { return path.startsWith(start); });
    };
    if (host == "docs.google.com"_L1) { // what is published there for all has another address
        return begins({"/document/"_L1, "/spreadsheets/"_L1, "/presentation/"_L1, "/forms/"_L1, "/drawings/"_L1}) &&
               !path.contains("/d/e/"_L1) && !path.contains("/pub"_L1) && !path.contains("/viewform"_L1);
    }
    if (isHostOf(host, "notion.so"_L1) || isHostOf(host, "slack.com"_L1))
        return isHostOf(host, "notion.so"_L1) ? path.size() > 1 && !begins({"/product"_L1, "/blog"_L1, "/templates"_L1})
                                              : host.startsWith("app."_L1) || begins({"/archives/"_L1, "/files/"_L1});
    if (isHostOf(host, "dropbox.com"_L1))
        return begins({"/home"_L1, "/work"_L1, "/preview"_L1});
    if (host == "trello.com"_L1)
        return begins({"/b/"_L1, "/c/"_L1});
    return isHostOf(host, closed);
}

// Tracking.

bool isTracking(QStringView name, const QString &host)
{
    static const QSet<QString> names{u"fbclid"_s,  u"gclid"_s,   u"dclid"_s,      u"gbraid"_s,      u"wbraid"_s,
                                     u"msclkid"_s, u"yclid"_s,   u"twclid"_s,     u"ttclid"_s,      u"mc_cid"_s,
                                     u"mc_eid"_s,  u"igshid"_s,  u"igsh"_s,       u"mkt_tok"_s,     u"_hsenc"_s,
                                     u"_hsmi"_s,   u"vero_id"_s, u"oly_enc_id"_s, u"oly_anon_id"_s, u"wickedid"_s,
                                     u"trk"_s,     u"ref_src"_s};
    static constexpr std::array si{"youtube.com"_L1, "youtu.be"_L1, "spotify.com"_L1};
    return name.startsWith("utm_"_L1) || names.contains(name.toString()) || (name == "si"_L1 && isHostOf(host, si));
}

/// What to take out of `address`, which stands from `begin` on, to be rid of what tracks, and the first name of it.
std::vector<LookEdit> withoutTracking(QStringView address, int begin, const QString &host, QString &first)
{
    std::vector<LookEdit> edits;
    const qsizetype query = address.indexOf(u'?');
    if (query < 0)
        return edits;
    qsizetype end = address.indexOf(u'#', query);
    if (end < 0)
        end = address.size();
    bool keepsSome = false;
    std::vector<SourceRange> parts; // each with the mark that joins it to the one before
    std::vector<bool> tracks;
    for (qsizetype at = query; at < end;) {
        qsizetype next = address.indexOf(u'&', at + 1);
        if (next < 0 || next > end)
            next = end;
        qsizetype nameBegin = at + 1;
        if (address.sliced(at).startsWith("&amp;"_L1))
            nameBegin = at + 5;
        const QStringView part = address.sliced(nameBegin, std::max<qsizetype>(0, next - nameBegin));
        const QStringView name = part.first(part.indexOf(u'=') < 0 ? part.size() : part.indexOf(u'='));
        tracks.push_back(isTracking(name, host));
        if (tracks.back() && first.isEmpty())
            first = name.toString();
        keepsSome = keepsSome || !tracks.back();
        parts.push_back({begin + int(at), begin + int(next)});
        at = next;
    }
    bool isFirst = true; // of those that stay
    for (size_t i = 0; i < parts.size(); ++i) {
        const bool opens = isFirst && !tracks[i];
        if (tracks[i])
            edits.push_back({parts[i], {}});
        else if (opens && i > 0)
            edits.push_back({{parts[i].begin,
                              parts[i].begin + (address.sliced(parts[i].begin - begin).startsWith("&amp;"_L1) ? 5 : 1)},
                             u"?"_s});
        isFirst = isFirst && tracks[i];
    }
    if (first.isEmpty())
        edits.clear();
    return edits;
}

// The rules of a single link.

bool holdsPicture(const std::vector<Inline> &inlines)
{
    return std::ranges::any_of(
        inlines, [](const Inline &each) { return each.kind == Inline::Kind::Image || holdsPicture(each.children); });
}

bool saysNothing(const QString &words)
{
    static const QSet<QString> vague{u"here"_s,        u"click here"_s,   u"link"_s,       u"this link"_s,
                                     u"hier"_s,        u"hier klicken"_s, u"klick hier"_s, u"ici"_s,
                                     u"cliquez ici"_s, u"yma"_s,          u"click"_s,      u"over here"_s};
    static const QRegularExpression around(uR"(^[\s\p{P}]+|[\s\p{P}]+$)"_s);
    return vague.contains(QString(words).remove(around).toLower());
}

/// Whether other words stand beside the address.
bool isInRunningText(const LinkPlace &link)
{
    const Block::Kind kind = link.prose->block().kind;
    return kind != Block::Kind::Embed && kind != Block::Kind::Tune &&
           std::ranges::any_of(link.prose->words(), [](QChar c) { return c.isLetter(); });
}

void lookAtWordsOf(Look &look, const LinkPlace &link)
{
    const QString words = Markdown::plainText(link.piece->children).simplified();
    const bool isPicture = holdsPicture(link.piece->children);
    if (link.piece->target.trimmed().isEmpty() || (words.isEmpty() && !isPicture)) {
        LookFinding &empty = look.add(LookRule::EmptyLink, link.place(), link.piece->target);
        empty.other = words;
        empty.key = words + u' ' + link.piece->target;
    } else if (saysNothing(words) && !isPicture) {
        look.add(LookRule::VagueLink, link.place(), words).key = words + u' ' + link.piece->target;
    }
    if (link.isBare && !link.piece->target.startsWith("mailto:"_L1) && isInRunningText(link))
        look.add(LookRule::BareLink, link.place(), link.piece->target);
}

/// Two addresses that lead to the same place are the same.
QString comparable(QString target)
{
    while (target.endsWith(u'/'))
        target.chop(1);
    for (const auto start : {"https://"_L1, "http://"_L1}) {
        if (target.startsWith(start, Qt::CaseInsensitive))
            target.remove(0, start.size());
    }
    return target;
}

/// What the network said of `target`; true where nothing else matters then.
bool lookAtAnswer(Look &look, SourceRange place, const QString &target)
{
    const LinkAnswer::Kind kind = look.input.answers.value(target).kind;
    switch (kind) {
    case LinkAnswer::Kind::Gone:
        look.add(LookRule::DeadLink, place, target);
        return true;
    case LinkAnswer::Kind::NoSuchHost:
    case LinkAnswer::Kind::Refused:
    case LinkAnswer::Kind::TimedOut:
    case LinkAnswer::Kind::Untrusted:
        look.add(LookRule::NoAnswer, place, target).count = int(kind);
        return false;
    default:
        return false;
    }
}

/// Where that is now, if it has moved and is not only written in another way.
QString movedFrom(const Look &look, const QString &target)
{
    const LinkAnswer answer = look.input.answers.value(target);
    const auto plain = [](const QString &address) {
        const QString same = comparable(address);
        return same.startsWith("www."_L1) ? same.sliced(4) : same;
    };
    const bool moved = answer.kind == LinkAnswer::Kind::Moved && plain(answer.movedTo) != plain(target);
    return moved ? answer.movedTo : QString();
}

void lookAtMove(Look &look, const LinkPlace &link, LookRule rule, SourceRange place, const QString &to)
{
    LookFinding &finding = look.add(rule, place, link.piece->target);
    finding.other = to;
    if (!to.isEmpty() && link.address) // parentheses would end it there
        finding.fix.push_back({*link.address, QString(to).replace(u'(', "%28"_L1).replace(u')', "%29"_L1)});
}

void lookAtAddress(Look &look, const LinkPlace &link)
{
    const QString &target = link.piece->target;
    const QUrl url(target);
    const QString host = url.host().toLower();
    const SourceRange place = link.address.value_or(link.place());
    if (isLocalAddress(url)) {
        look.add(LookRule::LocalLink, place, target);
        return;
    }
    if (!target.trimmed().isEmpty() && !Markdown::pageTarget(target)) {
        look.add(LookRule::DroppedLink, place, target);
        return;
    }
    if (isPrivateDocument(url, host))
        look.add(LookRule::PrivateDocument, place, target);
    if (lookAtAnswer(look, place, target))
        return;
    const QString moved = movedFrom(look, target);
    const bool isWritten = link.address && look.textAt(*link.address).startsWith("http"_L1, Qt::CaseInsensitive);
    if (isShortener(host)) {
        lookAtMove(look, link, LookRule::ShortLink, place, moved);
    } else if (!moved.isEmpty()) {
        lookAtMove(look, link, LookRule::MovedLink, place, moved);
    } else if (url.scheme() == "http"_L1 && (isWritten || !link.isBare)) { // "www.…" says neither
        LookFinding &insecure = look.add(LookRule::InsecureLink, place, target);
        if (isWritten)
            insecure.fix.push_back({{link.address->begin + 4, link.address->begin + 4}, u"s"_s});
    }
    QString name;
    const QStringView written = isWritten ? look.textAt(*link.address) : QStringView(target);
    if (auto edits = withoutTracking(written, isWritten ? link.address->begin : 0, host, name); !name.isEmpty()) {
        LookFinding &tracking = look.add(LookRule::TrackingLink, place, target);
        tracking.other = name;
        if (isWritten && moved.isEmpty()) // else another address comes in its place
            tracking.fix = std::move(edits);
    }
}

// Images.

bool isFileName(const QString &words)
{
    static const QRegularExpression name(
        uR"(^\S+\.(?:png|jpe?g|gif|webp|svg|heic|tiff?|bmp|avif)$|^(?:IMG|DSC|DSCN|PXL|DCIM|image|Screenshot|Screen Shot)[-_ ]?[\d][-\w .]*$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return name.match(words).hasMatch();
}

/// From its "!" to its last bracket.
SourceRange wholeImage(const Look &look, const LinkPlace &image)
{
    const QString &text = look.input.text;
    const SourceRange block = image.prose->source();
    if (!image.address || image.isDefined)
        return image.place();
    const auto begin = int(QStringView(text).first(image.address->begin).lastIndexOf("!["_L1));
    qsizetype end = image.address->end;
    if (!image.piece->title.isEmpty())
        end = std::max(end, text.indexOf(image.piece->title.back(), end + image.piece->title.size()) + 1);
    end = text.indexOf(u')', end);
    return begin < block.begin || end < 0 || end >= block.end ? image.place() : SourceRange{begin, int(end) + 1};
}

void lookAtImage(Look &look, const LinkPlace &image)
{
    constexpr qint64 mostBytes = 5'000'000;
    constexpr int mostPixels = 6000;
    const QString words = image.piece->text.simplified();
    const SourceRange place = wholeImage(look, image);
    const QString &name = image.piece->target;
    if (words.isEmpty())
        look.add(LookRule::AltText, place, name);
    else if (isFileName(words))
        look.add(LookRule::AltFileName, place, words).key = name;
    if (const QUrl url(name); isLocalAddress(url)) {
        look.add(LookRule::LocalLink, place, name);
    } else if (isWebAddress(url)) {
        look.add(LookRule::RemoteImage, place, name);
        lookAtAnswer(look, place, name);
    }
    const auto facts = look.input.images.constFind(name);
    if (facts == look.input.images.cend())
        return;
    const int longest = std::max(facts->size.width(), facts->size.height());
    if (facts->isMissing) {
        look.add(LookRule::ImageMissing, place, name);
    } else if (facts->bytes > mostBytes || longest > mostPixels) {
        LookFinding &large = look.add(LookRule::ImageLarge, place, name);
        large.count = int(std::min<qint64>(facts->bytes, std::numeric_limits<int>::max()));
        large.total = longest;
    }
}

} // namespace

void lookAtLinks(Look &look)
{
    QSet<QString> seen;
    QSet<int> places;           // of addresses, which links may share
    QHash<QString, bool> found; // by what a link to a week says
    for (const LinkPlace &link : placesOf(look, Inline::Kind::Link)) {
        const QString &target = link.piece->target;
        lookAtWordsOf(look, link);
        if (target.startsWith("week:"_L1)) {
            const QString reference = target.sliced(5);
            if (!found.contains(reference))
                found.insert(reference, findNote(reference, look.input.notes, look.input.settings.week).has_value());
            if (!found.value(reference))
                look.add(LookRule::WeekLink, link.address.value_or(link.place()), reference);
            continue;
        }
        if (!link.address || !places.contains(link.address->begin))
            lookAtAddress(look, link);
        if (link.address)
            places.insert(link.address->begin);
        // Whoever defines an address means to refer to it again, and a picture may well stand beside its link.
        const QString address = comparable(target);
        if (address.isEmpty() || link.isDefined || target.startsWith(u'#') || target.startsWith("mailto:"_L1) ||
            holdsPicture(link.piece->children))
            continue;
        if (seen.contains(address))
            look.add(LookRule::DoubleLink, link.place(), target);
        seen.insert(address);
    }
}

void lookAtImages(Look &look)
{
    for (const LinkPlace &image : placesOf(look, Inline::Kind::Image))
        lookAtImage(look, image);
}

std::vector<LookEdit> imagesRenamed(const QString &text, std::shared_ptr<const Markdown::Document> document,
                                    QDate today, const QHash<QString, QString> &names)
{
    LookInput input;
    input.text = text;
    input.document = std::move(document);
    input.today = today;
    const Look look(input);
    std::vector<LookEdit> edits;
    QSet<int> places; // of addresses, which several may share
    for (const LinkPlace &image : placesOf(look, Inline::Kind::Image)) {
        const auto name = names.constFind(image.piece->target);
        if (name == names.cend() || !image.address || places.contains(image.address->begin))
            continue;
        places.insert(image.address->begin);
        edits.push_back({*image.address, *name});
    }
    std::ranges::sort(edits, {}, [](const LookEdit &each) { return each.range.begin; });
    return edits;
}

} // namespace Weeknotes
