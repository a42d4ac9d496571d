// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporter/sitestate.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

constexpr int stateVersion = 1;

QCborArray strings(const QStringList &texts)
{
    return QCborArray::fromStringList(texts);
}

QStringList stringsOf(const QCborValue &value)
{
    QStringList texts;
    for (const QCborValue &text : value.toArray())
        texts << text.toString();
    return texts;
}

QCborMap sectionValue(const SiteFacts::Section &section)
{
    return {{u"key"_s, section.mention.key},   {u"heading"_s, section.mention.heading},
            {u"weak"_s, section.mention.weak}, {u"place"_s, section.mention.place},
            {u"anchor"_s, section.anchor},     {u"beginning"_s, section.beginning}};
}

SiteFacts::Section sectionOf(const QCborMap &value)
{
    SiteFacts::Section section;
    section.mention.key = value[u"key"_s].toString();
    section.mention.heading = value[u"heading"_s].toString();
    section.mention.weak = value[u"weak"_s].toBool();
    section.mention.place = value[u"place"_s].toDouble();
    section.anchor = value[u"anchor"_s].toString();
    section.beginning = value[u"beginning"_s].toString();
    return section;
}

QCborMap noteValue(const SiteState::Note &note)
{
    QCborArray sections;
    for (const SiteFacts::Section &section : note.facts.sections)
        sections.append(sectionValue(section));
    return {{u"slug"_s, note.slug},
            {u"revision"_s, note.revision},
            {u"inputs"_s, note.inputs},
            {u"files"_s, strings(note.files)},
            {u"beginning"_s, note.facts.beginning},
            {u"sections"_s, sections},
            {u"references"_s, strings(note.facts.references)},
            {u"release"_s, note.facts.nextRelease.toString(Qt::ISODate)}};
}

SiteState::Note noteOf(const QCborMap &value)
{
    SiteState::Note note{.slug = value[u"slug"_s].toString(),
                         .revision = value[u"revision"_s].toInteger(),
                         .inputs = value[u"inputs"_s].toByteArray(),
                         .files = stringsOf(value[u"files"_s]),
                         .facts = {}};
    note.facts.beginning = value[u"beginning"_s].toString();
    for (const QCborValue &section : value[u"sections"_s].toArray())
        note.facts.sections.push_back(sectionOf(section.toMap()));
    note.facts.references = stringsOf(value[u"references"_s]);
    note.facts.nextRelease = QDate::fromString(value[u"release"_s].toString(), Qt::ISODate);
    return note;
}

qint64 modifiedAt(const QFileInfo &info)
{
    return info.lastModified().toMSecsSinceEpoch();
}

} // namespace

const QString SiteState::fileName = u".weeknotes-site"_s;

QByteArray fileDigest(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha1);
}

SiteState SiteState::read(const QString &folder)
{
    SiteState state;
    QFile file(QDir(folder).filePath(fileName));
    if (!file.open(QIODevice::ReadOnly))
        return state;
    const QCborMap all = QCborValue::fromCbor(file.readAll()).toMap();
    if (all[u"version"_s].toInteger() != stateVersion)
        return state;
    const QCborMap notes = all[u"notes"_s].toMap();
    for (const auto &[id, note] : notes) {
        if (const auto known = NoteId::parse(id.toString()))
            state.notes.insert(*known, noteOf(note.toMap()));
    }
    const QCborMap lists = all[u"lists"_s].toMap();
    for (const auto &[name, inputs] : lists)
        state.lists.insert(name.toString(), inputs.toByteArray());
    const QCborMap files = all[u"files"_s].toMap();
    for (const auto &[name, left] : files) {
        const QCborArray facts = left.toArray();
        state.files[name.toString()] = {facts[0].toInteger(), facts[1].toInteger(), facts[2].toByteArray()};
    }
    const QCborMap moved = all[u"moved"_s].toMap();
    for (const auto &[slug, id] : moved) {
        if (const auto known = NoteId::parse(id.toString()))
            state.moved[slug.toString()] = *known;
    }
    return state;
}

QByteArray SiteState::toBytes() const
{
    QCborMap allNotes;
    for (auto note = notes.cbegin(); note != notes.cend(); ++note)
        allNotes.insert(note.key().toString(), noteValue(*note));
    QCborMap allLists;
    for (auto list = lists.cbegin(); list != lists.cend(); ++list)
        allLists.insert(list.key(), *list);
    QCborMap allFiles;
    for (const auto &[name, left] : files)
        allFiles.insert(name, QCborArray{left.size, left.modified, left.digest});
    QCborMap allMoved;
    for (const auto &[slug, id] : moved)
        allMoved.insert(slug, id.toString());
    return QCborValue(QCborMap{{u"version"_s, stateVersion},
                               {u"notes"_s, allNotes},
                               {u"lists"_s, allLists},
                               {u"files"_s, allFiles},
                               {u"moved"_s, allMoved}})
        .toCbor();
}

bool SiteState::isAsLeft(const QString &folder, const QString &name) const
{
    const auto left = files.find(name);
    const QFileInfo info(folder + u'/' + name);
    return left != files.end() && info.exists() && info.size() == left->second.size &&
           modifiedAt(info) == left->second.modified;
}

bool SiteState::holdsSame(const QString &folder, const QString &name) const
{
    if (isAsLeft(folder, name))
        return true;
    const auto left = files.find(name);
    QFile file(folder + u'/' + name);
    return left != files.end() && file.size() == left->second.size && file.open(QIODevice::ReadOnly) &&
           fileDigest(file.readAll()) == left->second.digest;
}

void SiteState::noteFile(const QString &folder, const QString &name, const QByteArray &digest)
{
    const QFileInfo info(folder + u'/' + name);
    files[name] = {info.size(), modifiedAt(info), digest};
}

} // namespace Weeknotes
