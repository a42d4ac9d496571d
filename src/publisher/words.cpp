// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/words.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

QHash<QString, PageWords> allWords()
{
    return {
        {u"en"_s,
         {.minutesToRead = u"%1 min read"_s,
          .untitled = u"Untitled"_s,
          .notes = u"Notes"_s,
          .note = u"Note %1"_s,
          .backToText = u"Back to note %1 in the text"_s,
          .table = u"Table %1"_s,
          .code = u"Code"_s,
          .video = u"Video on %1"_s,
          .audio = u"Listen on %1"_s,
          .post = u"Post on %1"_s,
          .imageAt = u"Image at %1"_s,
          .firstPublishedAt = u"First published at %1"_s,
          .tags = u"Tags"_s}},
        {u"fr"_s,
         {.minutesToRead = u"%1 min de lecture"_s,
          .untitled = u"Sans titre"_s,
          .notes = u"Notes"_s,
          .note = u"Note %1"_s,
          .backToText = u"Retour à la note %1 dans le texte"_s,
          .table = u"Tableau %1"_s,
          .code = u"Code"_s,
          .video = u"Vidéo sur %1"_s,
          .audio = u"À écouter sur %1"_s,
          .post = u"Message sur %1"_s,
          .imageAt = u"Image sur %1"_s,
          .firstPublishedAt = u"Publié d’abord sur %1"_s,
          .tags = u"Étiquettes"_s}},
        {u"de"_s,
         {.minutesToRead = u"%1 Min. Lesezeit"_s,
          .untitled = u"Ohne Titel"_s,
          .notes = u"Anmerkungen"_s,
          .note = u"Anmerkung %1"_s,
          .backToText = u"Zurück zu Anmerkung %1 im Text"_s,
          .table = u"Tabelle %1"_s,
          .code = u"Code"_s,
          .video = u"Video auf %1"_s,
          .audio = u"Anhören auf %1"_s,
          .post = u"Beitrag auf %1"_s,
          .imageAt = u"Bild auf %1"_s,
          .firstPublishedAt = u"Zuerst erschienen auf %1"_s,
          .tags = u"Schlagwörter"_s}},
        {u"es"_s,
         {.minutesToRead = u"%1 min de lectura"_s,
          .untitled = u"Sin título"_s,
          .notes = u"Notas"_s,
          .note = u"Nota %1"_s,
          .backToText = u"Volver a la nota %1 en el texto"_s,
          .table = u"Tabla %1"_s,
          .code = u"Código"_s,
          .video = u"Vídeo en %1"_s,
          .audio = u"Escuchar en %1"_s,
          .post = u"Publicación en %1"_s,
          .imageAt = u"Imagen en %1"_s,
          .firstPublishedAt = u"Publicado primero en %1"_s,
          .tags = u"Etiquetas"_s}},
        {u"nl"_s,
         {.minutesToRead = u"%1 min leestijd"_s,
          .untitled = u"Zonder titel"_s,
          .notes = u"Noten"_s,
          .note = u"Noot %1"_s,
          .backToText = u"Terug naar noot %1 in de tekst"_s,
          .table = u"Tabel %1"_s,
          .code = u"Code"_s,
          .video = u"Video op %1"_s,
          .audio = u"Luisteren op %1"_s,
          .post = u"Bericht op %1"_s,
          .imageAt = u"Afbeelding op %1"_s,
          .firstPublishedAt = u"Eerst verschenen op %1"_s,
          .tags = u"Labels"_s}},
        {u"he"_s,
         {.minutesToRead = u"%1 דק׳ קריאה"_s,
          .untitled = u"ללא כותרת"_s,
          .notes = u"הערות"_s,
          .note = u"הערה %1"_s,
          .backToText = u"חזרה להערה %1 בטקסט"_s,
          .table = u"טבלה %1"_s,
          .code = u"קוד"_s,
          .video = u"סרטון ב־%1"_s,
          .audio = u"האזנה ב־%1"_s,
          .post = u"פוסט ב־%1"_s,
          .imageAt = u"תמונה ב־%1"_s,
          .firstPublishedAt = u"פורסם לראשונה ב־%1"_s,
          .tags = u"תגיות"_s}},
        {u"zh"_s,
         {.minutesToRead = u"阅读约 %1 分钟"_s,
          .untitled = u"无标题"_s,
          .notes = u"注释"_s,
          .note = u"注释 %1"_s,
          .backToText = u"返回正文中的注释 %1"_s,
          .table = u"表 %1"_s,
          .code = u"代码"_s,
          .video = u"%1 上的视频"_s,
          .audio = u"在 %1 上收听"_s,
          .post = u"%1 上的帖子"_s,
          .imageAt = u"图片位于 %1"_s,
          .firstPublishedAt = u"首发于 %1"_s,
          .tags = u"标签"_s}},
    };
}

} // namespace

const PageWords &pageWords(const QString &language)
{
    static const QHash<QString, PageWords> words = allWords();
    static const PageWords &english = *words.constFind(u"en"_s);
    const auto found = words.constFind(languageTag(language).section(u'-', 0, 0));
    return found == words.cend() ? english : *found;
}

QString languageTag(const QString &language)
{
    static const QRegularExpression separator(u"[-_]"_s);
    QStringList parts = language.trimmed().split(separator);
    const QString base = parts.takeFirst().toLower();
    if (base.isEmpty() || base == "c"_L1 || QLocale::codeToLanguage(base) == QLocale::AnyLanguage)
        return {};
    QString tag = base;
    for (const QString &part : std::as_const(parts)) {
        if (part.size() == 1) // an extension or private use: nothing a reader's browser can use
            break;
        if (part.size() == 4 && QLocale::codeToScript(part) != QLocale::AnyScript)
            tag += u'-' + part.left(1).toUpper() + part.sliced(1).toLower();
        else if (part.size() == 2 && QLocale::codeToTerritory(part) != QLocale::AnyTerritory)
            tag += u'-' + part.toUpper();
    }
    return tag;
}

QString pageDate(QDate day, const QString &language)
{
    const QString tag = languageTag(language);
    const QLocale locale(tag.isEmpty() ? u"en"_s : tag);
    static const QRegularExpression weekday(u"[,،、]?\\s*dddd\\s*[,،、]?\\s*"_s);
    QString format = locale.dateFormat(QLocale::LongFormat);
    format.replace(weekday, QString());
    format.replace("MMMM"_L1, "MMM"_L1);
    return locale.toString(day, format.trimmed());
}

} // namespace Weeknotes
