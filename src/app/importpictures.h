// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "remote/web.h"

#include <QAbstractListModel>
#include <QDialog>
#include <QHash>

#include <vector>

class QLabel;
class QListView;
class QProgressBar;
class QPushButton;

namespace Weeknotes {

class Notebook;
class PictureFetch;

/// A picture on the web that an imported note shows.
struct ImportPicture
{
    enum class State
    {
        Waiting,
        Came,
        Missed
    };
    NoteId note;
    QString title; ///< of the note
    QString address;
    State state = State::Waiting;
    QString why; ///< it was missed
};

class ImportPictureList : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int DetailRole = Qt::UserRole + 1;

    using QAbstractListModel::QAbstractListModel;

    void set(std::vector<ImportPicture> pictures);
    void settle(size_t row, ImportPicture::State state, const QString &why = {});
    [[nodiscard]] const std::vector<ImportPicture> &pictures() const { return m_pictures; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<ImportPicture> m_pictures;
};

/// The pictures that imported notes show from the web, and the ways to have them in the library: from a folder that the
/// person has of them, or, when they say so, from the web. What can't be had stays as it is and can be tried again. A
/// note is saved once all of its pictures were tried. UI thread only.
class ImportPictures : public QDialog
{
    Q_OBJECT

public:
    /// Pictures of one note stand together.
    ImportPictures(Notebook &notebook, std::vector<ImportPicture> pictures, QWidget *parent);

    /// Instead of the system's.
    void setNetwork(const NetworkMaker &network) { m_network = network; }
    [[nodiscard]] const ImportPictureList &list() const { return *m_list; }
    void fetchFromWeb();
    /// Finds them in it, at any depth, by their names.
    void takeFromFolder(const QString &folder);

Q_SIGNALS:
    /// The note names pictures of the library now.
    void noteSaved(const Weeknotes::NoteHeader &note);

protected:
    void reject() override;

private:
    enum class From
    {
        Nowhere,
        Folder,
        Web
    };

    void layOut();
    void chooseFolder();
    void begin(From from);
    void next();
    void take(const Result<ImageFile> &picture);
    void goOn(const Result<QString> &name);
    void writeNote(const NoteId &id);
    void end();
    void showControls();
    void say(const QString &words);

    Notebook &m_notebook;
    NetworkMaker m_network = systemNetwork;
    ImportPictureList *m_list;
    From m_from = From::Nowhere;
    QHash<QString, QString> m_files; ///< paths in the folder by name, in lower case
    size_t m_at = 0;
    bool m_stopped = false;
    QHash<QString, QString> m_names; ///< of those of the note at hand, by address
    PictureFetch *m_fetch = nullptr;
    quint64 m_order = 0; ///< counts beginnings and ends: only the newest goes on
    QListView *m_rows;
    QLabel *m_words;
    QProgressBar *m_progress;
    QPushButton *m_folder;
    QPushButton *m_web;
    QPushButton *m_close;
};

} // namespace Weeknotes
