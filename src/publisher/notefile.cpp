// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/notefile.h"

#include "core/isotext.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// A double-quoted YAML scalar: any text, whatever YAML would take it for without the quotes.
QString quoted(const QString &text)
{
    QString scalar(u'"');
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            scalar += u'\\' + QString(c);
        else if (c == u'\n')
            scalar += "\\n"_L1;
        else if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator ||
                 c == QChar::ByteOrderMark)
            scalar += u"\\u"_s + QString::number(c.unicode(), 16).rightJustified(4, u'0');
        else
            scalar += c;
    }
    return scalar + u'"';
}

/// Writes `key: value` lines, but none for what is empty.
class FrontMatterWriter
{
public:
    void text(QLatin1StringView key, const QString &value)
    {
        if (!value.isEmpty())
            plain(key, quoted(value));
    }
    void plain(QLatin1StringView key, const QString &value) { m_lines += key + ": "_L1 + value + u'\n'; }
    void number(QLatin1StringView key, std::optional<int> value)
    {
        if (value)
            plain(key, QString::number(*value));
    }
    void day(QLatin1StringView key, std::optional<QDate> value)
    {
        if (value)
            plain(key, isoDay(*value));
    }
    [[nodiscard]] QString block() const { return "---\n"_L1 + m_lines + "---\n"_L1; }

private:
    QString m_lines;
};

QString fileOf(const Note &note, FrontMatterWriter writer)
{
    const NoteFields &fields = note.header.fields;
    writer.text("title"_L1, fields.title);
    writer.text("subtitle"_L1, fields.subtitle);
    writer.text("kicker"_L1, fields.kicker);
    writer.plain("kind"_L1, nameOf(fields.kind));
    if (fields.covers) {
        writer.plain("covers"_L1,
                     u"{from: %1, to: %2}"_s.arg(isoDay(fields.covers->first), isoDay(fields.covers->last)));
    }
    writer.number("season"_L1, fields.number.season);
    writer.number("episode"_L1, fields.number.episode);
    writer.number("episode_last"_L1, fields.number.lastEpisode);
    writer.text("author"_L1, fields.author);
    writer.text("language"_L1, fields.language);
    writer.plain("status"_L1, nameOf(fields.status));
    writer.day("written"_L1, fields.written);
    if (fields.published)
        writer.plain("published"_L1, isoMoment(*fields.published, Qt::ISODateWithMs));
    writer.text("canonical"_L1, fields.canonical.toString(QUrl::FullyEncoded));
    QStringList tags;
    for (const QString &tag : fields.tags)
        tags << quoted(tag);
    if (!tags.isEmpty())
        writer.plain("tags"_L1, u'[' + tags.join(u", ") + u']');
    return writer.block() + u'\n' + note.text;
}

} // namespace

QString noteFile(const Note &note)
{
    return fileOf(note, {});
}

QString noteFileWithId(const Note &note)
{
    FrontMatterWriter writer;
    writer.plain("id"_L1, note.header.id.toString());
    return fileOf(note, std::move(writer));
}

} // namespace Weeknotes
