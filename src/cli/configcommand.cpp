// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/configcommand.h"

#include "cli/errortext.h"
#include "cli/invocation.h"
#include "mirror/markdowncopy.h"
#include "publisher/portrait.h"

#include <QFile>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

const auto pictureKey = "page-picture"_L1;

/// What a setting keeps of what was given for it: of the name of a picture, the picture.
Result<QString> givenValue(const QString &key, const QString &given)
{
    QFile file(given);
    if (key != pictureKey || given.isEmpty())
        return given;
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Error{.kind = Error::Kind::NotReadable, .subject = given, .detail = file.errorString()});
    return portraitOf(file.readAll())
        .transform([](const QByteArray &picture) { return QString::fromLatin1(picture.toBase64()); })
        .transform_error([&given](const Error &error) {
            return Error{.kind = error.kind, .subject = given, .detail = u"JPEG, PNG, WebP, GIF"_s};
        });
}

/// A value on one line.
QString shownValue(const LibrarySettings &settings, const QString &key)
{
    if (key == pictureKey)
        return settings.page.picture.isEmpty() ? QString() : QLocale().formattedDataSize(settings.page.picture.size());
    const QString value = settingValue(settings, key).value_or(QString());
    return value.contains(u'\n') ? value.section(u'\n', 0, 0) + u'…' : value;
}

} // namespace

QString ConfigCommand::name() const
{
    return u"config"_s;
}

QString ConfigCommand::summary() const
{
    return tr("the library’s settings; an empty VALUE sets the default");
}

Command::Operands ConfigCommand::operands() const
{
    return {u"[KEY [VALUE]]"_s, 0, 2};
}

ExitStatus ConfigCommand::run(Invocation &invocation) const
{
    const QStringList operands = invocation.operands();
    const bool sets = operands.size() == 2;
    const auto library = invocation.openLibrary(sets ? Library::Access::ReadWrite : Library::Access::ReadOnly);
    if (!library)
        return library.error();
    auto settings = invocation.told((*library)->settings());
    if (!settings)
        return settings.error();

    if (operands.isEmpty()) {
        for (const QString &key : settingKeys(*settings))
            invocation.out.line((key + u" = "_s + shownValue(*settings, key)).trimmed());
        return ExitStatus::Done;
    }
    if (!sets) {
        const auto value = settingValue(*settings, operands[0]);
        if (!value)
            return invocation.fail(value.error(), ExitStatus::WrongUsage);
        invocation.out.line(*value);
        return ExitStatus::Done;
    }
    const auto given = givenValue(operands[0], operands[1]);
    if (!given)
        return invocation.fail(given.error(), ExitStatus::WrongUsage);
    if (const auto set = setSetting(*settings, operands[0], *given); !set)
        return invocation.fail(set.error(), ExitStatus::WrongUsage);
    const QString copy = settings->markdownCopy;
    if (operands[0] == "markdown-copy"_L1 && !copy.isEmpty() && !isApart((*library)->folder(), copy)) {
        invocation.errors.line(copyErrorText({.kind = Error::Kind::BadValue, .subject = copy}));
        return ExitStatus::WrongUsage;
    }
    const auto saved = invocation.told((*library)->changeSettings(
        [&](LibrarySettings &current) { std::ignore = setSetting(current, operands[0], *given); }));
    return saved ? ExitStatus::Done : saved.error();
}

} // namespace Weeknotes
