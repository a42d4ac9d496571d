// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporter/sitestate.h"

#include <QDataStream>
#include <QDir>

namespace Weeknotes {

using namespace Qt::StringLiterals;

// Found by their types; a site of 1,040 notes is read in a few milliseconds.

static QDataStream &operator<<(QDataStream &stream, const SiteFacts::Section &section)
{
    const SectionMention &mention = section.mention;
    return stream << mention.key << mention.heading << mention.weak << mention.place << section.anchor
                  << section.beginning;
}

static QDataStream &operator>>(QDataStream &stream, SiteFacts::Section &section)
{
    SectionMention &mention = section.mention;
    return stream >> mention.key >> mention.heading >> mention.weak >> mention.place >> section.anchor >>
           section.beginning;
}

static QDataStream &operator<<(QDataStream &stream, const SiteState::Note &note)
{
    const SiteFacts &facts = note.facts;
    return stream << note.slug << note.revision << note.inputs << note.files << facts.beginning << facts.sections
                  << facts.references << facts.nextRelease << facts.hiddenPassages;
}

static QDataStream &operator>>(QDataStream &stream, SiteState::Note &note)
{
    SiteFacts &facts = note.facts;
    return stream >> note.slug >> note.revision >> note.inputs >> note.files >> facts.beginning >> facts.sections >>
           facts.references >> facts.nextRelease >> facts.hiddenPassages;
}

namespace {

const QByteArray magic = "Weeknotes site 2"_ba;

} // namespace

const QString SiteState::fileName = u".weeknotes-site"_s;

SiteState SiteState::read(const QString &folder)
{
    SiteState state;
    QFile file(QDir(folder).filePath(fileName));
    if (!file.open(QIODevice::ReadOnly))
        return state;
    QDataStream stream(&file);
    stream.setVersion(QDataStream::Qt_6_8);
    QByteArray begins;
    SiteState read;
    stream >> begins;
    if (begins == magic)
        stream >> read.library >> read.notes >> read.lists >> read.files >> read.moved;
    return begins == magic && stream.status() == QDataStream::Ok ? read : state;
}

QByteArray SiteState::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_8);
    stream << magic << library << notes << lists << files << moved;
    return bytes;
}

} // namespace Weeknotes
