// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/notetraits.h"

#include "insight/thanks.h"
#include "markdown/outline.h"
#include "markdown/plaintext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

using Markdown::Block;
using Markdown::Inline;

bool hasImage(const std::vector<Inline> &inlines)
{
    return std::ranges::any_of(
        inlines, [](const Inline &each) { return each.kind == Inline::Kind::Image || hasImage(each.children); });
}

template <typename Blocks> void look(const Blocks &blocks, NoteTraits &traits)
{
    for (const Block &block : blocks) {
        traits.hasPrivatePassage = traits.hasPrivatePassage || block.kind == Block::Kind::Private;
        traits.hasImage = traits.hasImage || hasImage(block.inlines);
        look(block.children, traits);
    }
}

} // namespace

NoteTraits traitsOf(const QString &markdown)
{
    NoteTraits traits;
    const auto document = Markdown::Document::parse(markdown);
    look(document->blocks(), traits);
    for (const Markdown::OutlineEntry &heading : Markdown::outline(*document)) {
        if (const QString text = heading.text.trimmed(); !text.isEmpty())
            traits.addSection(text);
    }
    const QString plain = Markdown::toPlainText(*document);
    for (const auto &match : handleForm().globalMatch(plain))
        traits.addPerson(match.captured(1));
    for (const QString &name : peopleThanked(plain))
        traits.addPerson(name.startsWith(u'@') ? name.sliced(1) : name);
    return traits;
}

QHash<QString, PersonNamed> peopleNamed(const QHash<NoteId, NoteTraits> &traits, const std::vector<NoteHeader> &notes,
                                        const NoteHeader &note)
{
    QHash<QString, PersonNamed> people;
    for (const NoteHeader &each : notes) {
        if (each.id == note.id || !newerFirst(note, each))
            continue;
        const auto found = traits.constFind(each.id);
        if (found == traits.cend())
            continue;
        for (const QString &name : found->people) {
            PersonNamed &person = people[name];
            ++person.notes;
            person.last = std::max(person.last, sortDay(each));
        }
    }
    return people;
}

} // namespace Weeknotes
