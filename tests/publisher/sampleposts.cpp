// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/sampleposts.h"

#include "support/testdata.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QRandomGenerator>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

const QDate today(2026, 11, 22);

QByteArray picture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(qRgb(200, 214, 190));
    QByteArray data;
    QBuffer buffer(&data);
    image.save(&buffer, "PNG");
    return data;
}

/// Texts, made of each other; "$" is a word of its own.
const QStringList blockForms{u"$ and *$ and* **$ $** `$`\n\n"_s,
                             u"# $ $\n\n"_s,
                             u"## $\n\n"_s,
                             u"#### $ *$*\n\n"_s,
                             u"- $\n- $\n  - $ $\n    1. $\n  - $\n- $\n\n"_s,
                             u"1. $\n2. $\n\n"_s,
                             u"4. $\n\n   $\n5. $\n\n"_s,
                             u"1. $\n\n   ```sh\n   $ $\n   ```\n2. $\n\n"_s,
                             u"- [x] $\n- [ ] $ [$](https://$.example/a?b=1&c=2)\n\n"_s,
                             u"> $\n> $\n>\n> $\n\n"_s,
                             u"> ### $\n> - $\n> - $\n>\n> > $\n\n"_s,
                             u"<!-- pull quote -->\n> $ $\n\n"_s,
                             u"```python\n$ = \"<$>\"\n\n    $\n```\n\n"_s,
                             u"```\n$ & $\n```\n\n"_s,
                             u"| $ | $ |\n|:--|--:|\n| $ | *$* |\n| | $ |\n\n"_s,
                             u"![$](images/printer.png \"$ $\")\n\n"_s,
                             u"![$](https://pictures.example/$.jpg)\n\n"_s,
                             u"$ ![$](images/printer.png) $\n\n"_s,
                             u"$ ![$](images/lost.png) $\n\n"_s,
                             u"https://www.youtube.com/watch?v=abc123def\n\n"_s,
                             u"https://open.spotify.com/track/$?si=1\n\n"_s,
                             u"[https://vimeo.com/123456](https://vimeo.com/123456 \"$ $\")\n\n"_s,
                             u"Tune of the week: [$](https://www.youtube.com/watch?v=xyz987654)\n\n"_s,
                             u"$ ~~$~~ $[^1] and $[^2]\n\n"_s,
                             u"[^1]: $ $.\n\n"_s,
                             u"[^2]: $.\n\n    $\n\n"_s,
                             u"---\n\n"_s,
                             u"[$](week:2026-W46) and [$](week:2026-W40), [$](#$), [$](../$/)\n\n"_s,
                             u"[$](javascript:alert) <b>$</b> $<br>$\n\n"_s,
                             u"<div>\n$ $\n</div>\n\n"_s,
                             u"$\\\n$ \\* $ 1. $\n$\n\n"_s,
                             u"<!-- appeal: $, until 2026-12-13 -->\n$ $.\n<!-- /appeal -->\n\n"_s,
                             u"<!--more-->\n\n"_s};
const QStringList hiddenForms{u"<!-- private\n% $ %\n\n- %\n-->\n\n"_s,
                              u"<!-- until 2099-01-01\n## %\n\n> %\n-->\n\n"_s, u"<!-- ? % %? -->\n\n"_s,
                              u"$ <!-- private % --> $ <!-- % --> $\n\n"_s,
                              u"- $\n- $ <!-- private\n  %\n  -->\n- $\n\n"_s};

} // namespace

PostContext sampleContext(const QString &baseUrl)
{
    PostContext context{.settings = {}, .today = today};
    context.settings.baseUrl = QUrl(baseUrl);
    context.settings.language = u"en"_s;
    context.image = [](const QString &name) -> std::optional<QByteArray> {
        static const QByteArray photograph = picture(680, 380);
        static const QByteArray dot = picture(2, 2);
        return name == "images/printer.png"_L1 ? std::optional(photograph)
               : name == "images/a.png"_L1     ? std::optional(dot)
                                               : std::nullopt;
    };
    context.linked = [](const QString &ref) -> std::optional<NoteHeader> {
        NoteHeader header;
        if (ref == "2026-W46"_L1)
            header.fields.canonical = QUrl(u"https://robin.example/notes/a-quiet-week/?a=1&b=2"_s);
        return header;
    };
    return context;
}

Note sampleNote(const QString &text)
{
    Note note;
    note.header.id = NoteId(QUuid::fromString(u"01900000-0000-7000-8000-000000000001"_s));
    NoteFields &fields = note.header.fields;
    fields.title = u"What the library counter taught us"_s;
    fields.kicker = u"Weeknotes 6.9"_s;
    fields.subtitle = u"6.9 — weeknotes — eleven people & one printer"_s;
    fields.author = u"Robin Ellery"_s;
    fields.language = u"en-GB"_s;
    fields.status = NoteStatus::Published;
    fields.covers = Period{QDate(2026, 11, 16), today};
    fields.published = QDateTime(today, QTime(16, 5, 3, 120), QTimeZone::UTC);
    fields.tags = {u"Weeknotes"_s, u"Public Libraries"_s, u"Printers & co"_s};
    note.text = text;
    return note;
}

Note pageSample(const QString &name)
{
    QFile file(testData(u"pages/"_s + name + u".md"_s));
    return sampleNote(file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString());
}

Post samplePost(const QString &text, const QString &baseUrl)
{
    return buildPost(sampleNote(text), sampleContext(baseUrl));
}

QString randomMarkdown(quint32 seed)
{
    QRandomGenerator random(seed);
    QString text;
    for (int count = 1 + random.bounded(14); count > 0; --count) {
        const bool hidden = random.bounded(5) == 0;
        const QStringList &forms = hidden ? hiddenForms : blockForms;
        text += forms.at(random.bounded(int(forms.size())));
    }
    QString filled;
    for (int number = 0; const QChar c : std::as_const(text)) {
        if (c == u'$')
            filled += u"word"_s + QString::number(++number);
        else if (c == u'%')
            filled += u"secret"_s + QString::number(++number);
        else
            filled += c;
    }
    return filled;
}

QByteArray golden(const QString &name, const QByteArray &made)
{
    QFile file(testData(name));
    if (qEnvironmentVariableIsSet("WEEKNOTES_REFRESH_GOLDEN")) {
        QDir().mkpath(QFileInfo(file).path());
        if (!file.open(QIODevice::WriteOnly) || file.write(made) != made.size())
            return {};
        file.close();
    }
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace Weeknotes
