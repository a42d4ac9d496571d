// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storepicture.h"

#include "core/answer.h"
#include "notebook/notebook.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

QString numbered(const QString &name, int number)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString more = number > 1 ? u"-%1"_s.arg(number) : QString();
    return u"images/"_s + name.first(dot) + more + name.sliced(dot);
}

void storeAs(Notebook &notebook, const NoteId &note, const ImageFile &image, int number,
             const Answer<Result<QString>> &answer)
{
    const QString name = numbered(image.name, number);
    notebook.image(note, name).then(&notebook, [=, &notebook](const Result<QByteArray> &there) {
        if (there && *there != image.data)
            return storeAs(notebook, note, image, number + 1, answer);
        if (there)
            return answer(name);
        if (there.error().kind != Error::Kind::NotFound)
            return answer(Result<QString>(std::unexpected(there.error())));
        notebook.addImage(note, {name, image.data}).then(&notebook, [answer, name](const Result<void> &stored) {
            answer(stored ? Result<QString>(name) : std::unexpected(stored.error()));
        });
    });
}

} // namespace

QString pictureName(const QString &file)
{
    static const QRegularExpression others(u"[^\\p{L}\\p{N}_]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression ends(u"^-+|-+$"_s);
    constexpr qsizetype longest = 60;
    return QFileInfo(file).completeBaseName().replace(others, u"-"_s).left(longest).remove(ends);
}

QFuture<Result<QString>> storePicture(Notebook &notebook, const NoteId &note, const ImageFile &image)
{
    const Answer<Result<QString>> answer;
    storeAs(notebook, note, image, 1, answer);
    return answer.future();
}

} // namespace Weeknotes
