// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/mendedxml.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr qint64 sniffed = 256;
constexpr qint64 piece = qint64(64) * 1024;
constexpr qsizetype longestMark = 24; ///< of "<![CDATA[", "]]>", "&#x10FFFF;", "</content:encoded>"

bool isControl(QChar sign)
{
    const char16_t code = sign.unicode();
    return (code < 0x20 && code != u'\n' && code != u'\t' && code != u'\r') || code >= 0xFFFE;
}

bool isPlain(QChar sign)
{
    const char16_t code = sign.unicode();
    return code > u']' ? code < 0xFFFE : code != u'&' && code != u'<' && code != u']' && !isControl(sign);
}

/// See "Char" at https://www.w3.org/TR/xml/#charsets.
bool isCharacter(const QRegularExpressionMatch &reference)
{
    const bool isDecimal = reference.hasCaptured(1);
    const uint code = reference.captured(isDecimal ? 1 : 2).toUInt(nullptr, isDecimal ? 10 : 16);
    return code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && code <= 0xD7FF) ||
           (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
}

} // namespace

MendedXml::MendedXml(QIODevice &file, const QStringList &passedBy) : m_file(file)
{
    for (const QString &name : passedBy)
        m_passedBy.emplace_back(u'<' + name + u'>', u"</"_s + name + u'>');
    const QByteArray begins = file.peek(sniffed);
    static const QRegularExpression declared(u"^\\s*<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([\\w.-]+)[\"']"_s);
    const QByteArray name = declared.match(QString::fromLatin1(begins)).captured(1).toLatin1();
    const auto byMark = QStringConverter::encodingForData(begins);
    m_decoder = byMark ? QStringDecoder(*byMark) : QStringDecoder(name.isEmpty() ? "UTF-8" : name.constData());
    if (!m_decoder.isValid())
        m_decoder = QStringDecoder(QStringDecoder::Utf8);
    setOpenMode(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 MendedXml::readData(char *data, qint64 most)
{
    while (m_mended.isEmpty() && !m_ended)
        mend();
    const auto size = std::min<qint64>(most, m_mended.size());
    std::copy_n(m_mended.constData(), size, data);
    m_mended.remove(0, size);
    return size == 0 && m_ended ? -1 : size;
}

void MendedXml::mend()
{
    const QByteArray bytes = m_file.read(piece);
    m_ended = bytes.isEmpty();
    const QString decoded = m_decoder.decode(bytes);
    m_damaged += decoded.count(QChar::ReplacementCharacter);
    m_text += decoded;
    if (m_isBeginning) {
        static const QRegularExpression space(u"^\\s+"_s);
        static const QRegularExpression encoding(u"^(<\\?xml[^>]*\\sencoding\\s*=\\s*)[\"'][^\"']*[\"']"_s);
        m_text.remove(space).replace(encoding, u"\\1\"UTF-8\""_s);
        m_isBeginning = false;
    }
    // A mark that two pieces share waits for its second half.
    const qsizetype end = m_ended ? m_text.size() : std::max<qsizetype>(0, m_text.size() - longestMark);
    QString mended;
    mended.reserve(end);
    qsizetype at = 0;
    while (at < end)
        at += take(QStringView(m_text).sliced(at), mended);
    if (!m_ended && !mended.isEmpty() && mended.back().isHighSurrogate()) { // its other half is to come
        mended.chop(1);
        --at;
    }
    m_text.remove(0, at);
    m_mended = mended.toUtf8();
}

/// How many characters that was.
qsizetype MendedXml::take(QStringView rest, QString &mended)
{
    if (const auto plain = std::ranges::find_if_not(rest, isPlain) - rest.begin(); plain > 0) {
        keep(rest.first(plain), mended);
        return plain;
    }
    const QStringView mark = m_inData ? u"]]>" : u"<![CDATA[";
    if (rest.startsWith(mark)) {
        m_inData = !m_inData;
        keep(mark, mended);
        return mark.size();
    }
    if (isControl(rest.front()))
        return 1;
    if (rest.front() == u'&' && !m_inData && m_until.isEmpty())
        return takeReference(rest, mended);
    const QStringView tag = m_inData ? QStringView() : tagAt(rest);
    if (tag.isEmpty())
        keep(rest.first(1), mended);
    mended += tag;
    return std::max<qsizetype>(1, tag.size());
}

qsizetype MendedXml::takeReference(QStringView rest, QString &mended) const
{
    static const QRegularExpression known(u"^&(?:amp|lt|gt|quot|apos|#(\\d{1,8})|#x([0-9A-Fa-f]{1,7}));"_s);
    const auto match = known.matchView(rest.first(std::min(rest.size(), longestMark)));
    if (!match.hasMatch())
        mended += u"&amp;"_s;
    else if (match.lastCapturedIndex() == 0 || isCharacter(match))
        mended += match.captured();
    return std::max<qsizetype>(1, match.capturedLength());
}

/// The tag there if it begins or ends what is passed by; else empty.
QStringView MendedXml::tagAt(QStringView rest)
{
    if (!m_until.isEmpty()) {
        const QStringView end = rest.startsWith(m_until) ? QStringView(m_until) : QStringView(u"</item>");
        if (!rest.startsWith(end))
            return {};
        m_until.clear();
        return rest.first(end.size());
    }
    const auto begun =
        std::ranges::find_if(m_passedBy, [rest](const auto &tags) { return rest.startsWith(tags.first); });
    if (begun == m_passedBy.end())
        return {};
    m_until = begun->second;
    return rest.first(begun->first.size());
}

void MendedXml::keep(QStringView text, QString &mended) const
{
    if (m_until.isEmpty())
        mended += text;
    else
        mended.resize(mended.size() + text.count(u'\n'), u'\n');
}

} // namespace Weeknotes
