// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/slug.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 80;

/// Letters that Unicode does not take apart.
QString foldedLetter(char32_t letter)
{
    switch (letter) {
    case U'ß':
        return u"ss"_s;
    case U'æ':
        return u"ae"_s;
    case U'œ':
        return u"oe"_s;
    case U'ø':
        return u"o"_s;
    case U'å':
        return u"a"_s;
    case U'đ':
    case U'ð':
        return u"d"_s;
    case U'þ':
        return u"th"_s;
    case U'ł':
        return u"l"_s;
    case U'ħ':
        return u"h"_s;
    case U'ı':
        return u"i"_s;
    default:
        return {};
    }
}

bool isReserved(const QString &slug)
{
    // Devices of Windows, and what a site keeps beside its notes.
    static const QSet<QString> names{u"aux"_s,     u"con"_s,     u"nul"_s,  u"prn"_s,  u"archive"_s, u"about"_s,
                                     u"undated"_s, u"feed"_s,    u"atom"_s, u"rss"_s,  u"images"_s,  u"index"_s,
                                     u"season"_s,  u"sitemap"_s, u"tag"_s,  u"tags"_s, u"404"_s};
    if (names.contains(slug))
        return true;
    return slug.size() == 4 && slug.back().isDigit() && (slug.startsWith("com"_L1) || slug.startsWith("lpt"_L1));
}

QString shortened(const QString &slug, qsizetype limit)
{
    if (slug.size() <= limit)
        return slug;
    const qsizetype hyphen = slug.lastIndexOf(u'-', limit);
    return slug.left(hyphen > limit / 2 ? hyphen : limit);
}

/// A few characters of the id that its neighbours in time do not share.
QString idPiece(const NoteId &id)
{
    return id.toString().right(8);
}

/// The slug in the address of a note below `baseUrl`; empty if it is not there or would not be a slug of ours.
QString publishedSlug(const NoteHeader &note, const QUrl &baseUrl)
{
    const QUrl &address = note.fields.canonical;
    if (baseUrl.isEmpty() || address.host() != baseUrl.host())
        return {};
    QString base = baseUrl.path();
    if (!base.endsWith(u'/'))
        base += u'/';
    QString rest = address.path();
    if (!rest.startsWith(base))
        return {};
    rest = rest.sliced(base.size());
    if (rest.endsWith(u'/'))
        rest.chop(1);
    return rest == asciiWords(rest) && rest.size() <= longest && !isReserved(rest) ? rest : QString();
}

} // namespace

QString asciiWords(const QString &text)
{
    QString words;
    bool gap = false;
    const auto append = [&](const QString &letters) {
        if (gap && !words.isEmpty())
            words += u'-';
        gap = false;
        words += letters;
    };
    for (const char32_t letter : text.toLower().normalized(QString::NormalizationForm_KD).toUcs4()) {
        if ((letter >= U'a' && letter <= U'z') || (letter >= U'0' && letter <= U'9'))
            append(QChar(char16_t(letter)));
        else if (const QString folded = foldedLetter(letter); !folded.isEmpty())
            append(folded);
        else if (letter != U'\'' && letter != U'’' && letter != U'\u00AD' &&
                 QChar::category(letter) != QChar::Mark_NonSpacing)
            gap = true;
    }
    return words;
}

QString slugOf(const NoteHeader &note)
{
    QString slug = shortened(asciiWords(note.fields.title), longest);
    const bool onlyFigures = std::ranges::none_of(slug, [](QChar c) { return c.isLetter(); });
    const bool titleHasLetters = std::ranges::any_of(note.fields.title, [](QChar c) { return c.isLetter(); });
    if (slug.isEmpty() || (onlyFigures && titleHasLetters)) {
        const QDate day = sortDay(note);
        slug = u"note-"_s + (day.isValid() ? day.toString(Qt::ISODate) : idPiece(note.id));
    }
    return isReserved(slug) ? slug + "-note"_L1 : slug;
}

QHash<NoteId, QString> slugsOf(std::vector<NoteHeader> notes, const QUrl &baseUrl)
{
    QHash<NoteId, QString> slugs;
    QSet<QString> taken;
    const auto give = [&](const NoteHeader &note, const QString &slug) {
        if (slug.isEmpty() || taken.contains(slug))
            return false;
        taken.insert(slug);
        slugs.insert(note.id, slug);
        return true;
    };
    std::ranges::sort(notes, {}, [](const NoteHeader &note) { return std::pair(note.created, note.id); });
    for (const NoteHeader &note : notes)
        give(note, publishedSlug(note, baseUrl));
    for (const NoteHeader &note : notes) {
        if (slugs.contains(note.id))
            continue;
        const QString plain = slugOf(note);
        const QString room = shortened(plain, longest - 12);
        const QDate day = sortDay(note);
        bool given = give(note, plain) || (day.isValid() && give(note, room + u'-' + day.toString(Qt::ISODate))) ||
                     give(note, room + u'-' + idPiece(note.id));
        for (int number = 2; !given; ++number)
            given = give(note, room + u'-' + QString::number(number));
    }
    return slugs;
}

QString pageBeside(const QString &slug)
{
    return u"../"_s + slug + u'/';
}

} // namespace Weeknotes
