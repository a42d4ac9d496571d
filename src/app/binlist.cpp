// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binlist.h"

#include "app/versionlist.h"
#include "notebook/notebook.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

QString titleText(const BinnedNote &note)
{
    const QString &title = note.header.fields.title;
    return title.isEmpty() ? BinList::tr("Untitled") : title;
}

} // namespace

BinList::BinList(QObject *parent) : QAbstractListModel(parent) {}

void BinList::setNotes(std::vector<BinnedNote> notes, QDate today)
{
    beginResetModel();
    m_notes = std::move(notes);
    m_today = today;
    endResetModel();
}

int BinList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_notes.size());
}

QVariant BinList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BinnedNote &note = m_notes[size_t(index.row())];
    const auto detail = [&] {
        const qint64 age = note.deleted.toLocalTime().date().daysTo(m_today);
        const int left = int(std::clamp<qint64>(Notebook::daysInBin - age, 0, Notebook::daysInBin));
        return momentText(note.deleted, m_today) + u" · "_s + tr("%Ln day(s) left to put it back", nullptr, left);
    };
    switch (role) {
    case Qt::DisplayRole:
        return titleText(note);
    case DetailRole:
        return detail();
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(titleText(note), detail());
    default:
        return {};
    }
}

} // namespace Weeknotes
