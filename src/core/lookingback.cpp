// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lookingback.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

QString textOf(const QJsonArray &array)
{
    return array.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::optional<QJsonArray> arrayOf(const QString &text)
{
    if (text.trimmed().isEmpty())
        return QJsonArray();
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isArray() ? std::optional(document.array()) : std::nullopt;
}

std::unexpected<Error> badValue(const QString &text, const QString &wanted)
{
    return std::unexpected(Error{Error::Kind::BadValue, text, wanted});
}

} // namespace

QString renamesText(const std::vector<SectionRename> &renames)
{
    QJsonArray array;
    for (const SectionRename &rename : renames)
        array.append(QJsonObject{{u"from"_s, rename.from}, {u"to"_s, rename.to}, {u"same"_s, rename.same}});
    return textOf(array);
}

Result<std::vector<SectionRename>> renamesFromText(const QString &text)
{
    const QString wanted = u"[{\"from\":\"…\",\"same\":true,\"to\":\"…\"}]"_s;
    const auto array = arrayOf(text);
    if (!array)
        return badValue(text, wanted);
    std::vector<SectionRename> renames;
    for (const auto &each : *array) {
        const SectionRename rename{each["from"_L1].toString(), each["to"_L1].toString(), each["same"_L1].toBool()};
        if (rename.from.isEmpty() || rename.to.isEmpty() || !each["same"_L1].isBool())
            return badValue(text, wanted);
        renames.push_back(rename);
    }
    return renames;
}

QString storylinesText(const QStringList &storylines)
{
    return textOf(QJsonArray::fromStringList(storylines));
}

Result<QStringList> storylinesFromText(const QString &text)
{
    const auto array = arrayOf(text);
    if (!array || !std::ranges::all_of(*array, [](const QJsonValue &each) { return each.isString(); }))
        return badValue(text, u"[\"…\",\"#…\"]"_s);
    QStringList storylines;
    for (const auto &each : *array)
        storylines << each.toString().trimmed();
    storylines.removeAll(QString()); // an earlier version let nothing be pinned
    return storylines;
}

QString notHereText(const std::vector<NotHere> &notHere)
{
    QJsonArray array;
    for (const NotHere &each : notHere)
        array.append(QJsonObject{{u"note"_s, each.note}, {u"rule"_s, each.rule}, {u"key"_s, each.key}});
    return textOf(array);
}

Result<std::vector<NotHere>> notHereFromText(const QString &text)
{
    const QString wanted = u"[{\"key\":\"…\",\"note\":\"…\",\"rule\":\"…\"}]"_s;
    const auto array = arrayOf(text);
    if (!array)
        return badValue(text, wanted);
    std::vector<NotHere> notHere;
    for (const auto &each : *array) {
        const NotHere one{each["note"_L1].toString(), each["rule"_L1].toString(), each["key"_L1].toString()};
        if (one.note.isEmpty() || one.rule.isEmpty() || !each["key"_L1].isString())
            return badValue(text, wanted);
        notHere.push_back(one);
    }
    return notHere;
}

void decide(std::vector<SectionRename> &renames, const SectionRename &decision)
{
    std::erase_if(renames, [&](const SectionRename &each) {
        return (each.from == decision.from && each.to == decision.to) ||
               (each.from == decision.to && each.to == decision.from);
    });
    renames.push_back(decision);
}

} // namespace Weeknotes
