// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/decoding.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

// What Windows-1252 has where Latin-1 has control characters.
constexpr std::array<char16_t, 32> windowsSigns{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

QString fromWindows1252(const QByteArray &bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &sign : text) {
        if (sign.unicode() >= 0x80 && sign.unicode() < 0xA0)
            sign = QChar(windowsSigns[sign.unicode() - 0x80]);
    }
    return text;
}

struct Utf8Measure
{
    int sequences = 0; // of several bytes, that are right
    int wrong = 0;     // bytes that belong to none
};

// Well-formed sequences as Unicode's table 3-7 has them.
Utf8Measure measureUtf8(const QByteArray &bytes)
{
    Utf8Measure measure;
    const auto byteAt = [&](qsizetype at) { return at < bytes.size() ? uchar(bytes[at]) : uchar(0); };
    for (qsizetype at = 0; at < bytes.size();) {
        const uchar lead = byteAt(at);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        const int length = lead >= 0xC2 && lead <= 0xDF   ? 2
                           : (lead & 0xF0) == 0xE0        ? 3
                           : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                          : 0;
        const uchar low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        const uchar high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        bool right = length > 0 && byteAt(at + 1) >= low && byteAt(at + 1) <= high;
        for (int i = 2; right && i < length; ++i)
            right = (byteAt(at + i) & 0xC0) == 0x80;
        ++(right ? measure.sequences : measure.wrong);
        at += right ? length : 1;
    }
    return measure;
}

// Every second byte of a text of mostly Latin letters is zero in UTF-16.
std::optional<QStringConverter::Encoding> utf16Of(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xfe"))
        return QStringConverter::Utf16LE;
    if (bytes.startsWith("\xfe\xff"))
        return QStringConverter::Utf16BE;
    const qsizetype sample = std::min<qsizetype>(bytes.size(), 4096) & ~qsizetype(1);
    std::array<qsizetype, 2> zeros{0, 0};
    for (qsizetype i = 0; i < sample; ++i)
        zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
    if (sample >= 4 && zeros[0] == 0 && zeros[1] * 10 >= sample * 4)
        return QStringConverter::Utf16LE;
    if (sample >= 4 && zeros[1] == 0 && zeros[0] * 10 >= sample * 4)
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

bool isBinary(const QByteArray &bytes)
{
    static const std::array<QByteArray, 5> openings{"%PDF-", "PK\x03\x04", "\x1f\x8b",
                                                    "\x7f"
                                                    "ELF",
                                                    "{\\rtf"};
    if (bytes.contains('\0') || std::ranges::any_of(openings, [&](const QByteArray &o) { return bytes.startsWith(o); }))
        return true;
    const auto controls = std::ranges::count_if(bytes, [](char byte) {
        return uchar(byte) < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' && byte != '\x1b';
    });
    return controls * 50 > bytes.size();
}

} // namespace

QString tidied(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s);
    QString tidy;
    tidy.reserve(text.size());
    for (const QChar sign : std::as_const(text)) {
        const char16_t code = sign.unicode();
        if (code == u'\r' || code == u'\f' || code == u'\v' || code == 0x85 || code == 0x2028 || code == 0x2029)
            tidy += u'\n';
        else if ((code < 0x20 && code != u'\n' && code != u'\t') || code == 0x7F || code == 0xFEFF || code == 0x200B)
            continue;
        else if (code >= 0xFDD0 && code <= 0xFDEF) // no characters; we mark places with them
            tidy += QChar::ReplacementCharacter;
        else
            tidy += sign;
    }
    return tidy;
}

Result<DecodedText> decodeText(const QByteArray &bytes, const QString &subject)
{
    DecodedText decoded;
    const auto warn = [&](Warning::Kind kind, const QString &fact) {
        decoded.warnings.push_back({kind, subject, 0, {fact}});
    };
    if (const auto encoding = utf16Of(bytes)) {
        decoded.text = QStringDecoder(*encoding)(bytes);
        if (decoded.text.contains(QChar(u'\0')))
            return std::unexpected(Error{Error::Kind::NotText, subject, {}, 0});
        warn(Warning::Kind::GuessedEncoding, QString::fromLatin1(QStringConverter::nameForEncoding(*encoding)));
    } else if (isBinary(bytes)) {
        return std::unexpected(Error{Error::Kind::NotText, subject, {}, 0});
    } else if (const Utf8Measure measure = measureUtf8(bytes); measure.wrong > measure.sequences) {
        decoded.text = fromWindows1252(bytes);
        warn(Warning::Kind::GuessedEncoding, u"Windows-1252"_s);
    } else {
        decoded.text = QString::fromUtf8(bytes);
        if (measure.wrong > 0)
            warn(Warning::Kind::DamagedText, QString::number(measure.wrong));
    }
    decoded.text = tidied(std::move(decoded.text));
    return decoded;
}

bool isImageData(const QByteArray &bytes)
{
    const auto has = [&]<size_t size>(const char(&sign)[size], qsizetype at = 0) {
        return QByteArrayView(bytes).mid(at).startsWith(QByteArrayView(sign, size - 1));
    };
    constexpr std::array littleTiff{'I', 'I', '*', '\0'};
    constexpr std::array bigTiff{'M', 'M', '\0', '*'};
    if (has("\x89PNG\r\n\x1a\n") || has("\xff\xd8\xff") || has("GIF87a") || has("GIF89a") || has("BM") ||
        bytes.startsWith(QByteArrayView(littleTiff)) || bytes.startsWith(QByteArrayView(bigTiff)))
        return true;
    if (has("RIFF") && has("WEBP", 8))
        return true;
    if (has("ftyp", 4))
        return has("avif", 8) || has("avis", 8) || has("heic", 8) || has("mif1", 8) || has("heix", 8);
    const QByteArray opening = bytes.first(std::min<qsizetype>(bytes.size(), 2048)).trimmed();
    return (opening.startsWith('<') || opening.startsWith("\xef\xbb\xbf<")) && opening.contains("<svg");
}

} // namespace Weeknotes
