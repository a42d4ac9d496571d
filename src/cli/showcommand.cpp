// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/showcommand.h"

#include "cli/invocation.h"
#include "cli/notejson.h"
#include "html/readhtml.h"
#include "markdown/document.h"
#include "markdown/htmlwriter.h"
#include "markdown/plaintext.h"
#include "publisher/notefile.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

enum class Form
{
    Markdown,
    Html,
    Text,
    Json
};

std::optional<Form> formFrom(const QString &word)
{
    static const QHash<QString, Form> forms{
        {u"md"_s, Form::Markdown}, {u"html"_s, Form::Html}, {u"text"_s, Form::Text}, {u"json"_s, Form::Json}};
    const auto form = forms.constFind(word);
    return form == forms.constEnd() ? std::nullopt : std::optional(*form);
}

/// The note as readers may see it today, so without its private passages.
std::shared_ptr<const Markdown::Document> documentForReaders(const Note &note, QDate today)
{
    return Markdown::Document::parse(note.text)->forReaders(today, readHtml);
}

QByteArray jsonOf(const Note &note, const WeekRules &rules)
{
    JsonWriter json;
    json.beginObject();
    writeNoteMembers(json, note.header, rules);
    json.member("text"_L1, note.text);
    json.endObject();
    return json.document();
}

void print(Invocation &invocation, const Note &note, Form form, const WeekRules &rules)
{
    const QDate today = invocation.clock().today();
    switch (form) {
    case Form::Markdown:
        invocation.out.text(noteFile(note));
        break;
    case Form::Html:
        invocation.out.bytes(Markdown::HtmlWriter().write(*documentForReaders(note, today)).toUtf8());
        break;
    case Form::Text:
        invocation.out.text(note.header.fields.title + u"\n\n"_s +
                            Markdown::toPlainText(*documentForReaders(note, today)).trimmed() + u'\n');
        break;
    case Form::Json:
        invocation.out.bytes(jsonOf(note, rules));
        break;
    }
}

} // namespace

QString ShowCommand::name() const
{
    return u"show"_s;
}

QString ShowCommand::summary() const
{
    return tr("one note; html and text are as readers see it");
}

Command::Operands ShowCommand::operands() const
{
    return {u"NOTE"_s, 1, 1};
}

QList<QCommandLineOption> ShowCommand::options() const
{
    return {{u"as"_s, tr("md (where it is not given), html, text or json"), u"FORM"_s}};
}

ExitStatus ShowCommand::run(Invocation &invocation) const
{
    const auto form = invocation.word(u"as"_s, formFrom, u"md, html, text, json"_s);
    if (!form)
        return form.error();
    const auto library = invocation.openLibrary(Library::Access::ReadOnly);
    if (!library)
        return library.error();
    const auto header = invocation.findNote(**library, invocation.operands().constFirst());
    if (!header)
        return header.error();
    const auto note = invocation.told((*library)->note(header->id));
    if (!note)
        return note.error();
    const auto settings = invocation.told((*library)->settings());
    if (!settings)
        return settings.error();
    print(invocation, *note, form->value_or(Form::Markdown), settings->week);
    return ExitStatus::Done;
}

} // namespace Weeknotes
