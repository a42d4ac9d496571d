// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importpictures.h"

#include "app/background.h"
#include "app/dialogparts.h"
#include "app/picturefetch.h"
#include "app/storepicture.h"
#include "app/twolinedelegate.h"
#include "cli/lastlooktext.h"
#include "html/markdownescape.h"
#include "insight/lastlook.h"
#include "markdown/document.h"
#include "notebook/notebook.h"

#include <QDirIterator>
#include <QFileDialog>
#include <QListView>
#include <QProgressBar>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr QSize picturesSize(160 * Metrics::step, 130 * Metrics::step);
constexpr qint64 largestPicture = 64 * 1024 * 1024; // as in an archive

QString fileNameOf(const QString &address)
{
    return QUrl(address).fileName(QUrl::FullyDecoded);
}

/// All files below `folder` by their names in lower case; of two with one name the first by path.
QHash<QString, QString> filesBelow(const QString &folder)
{
    constexpr qsizetype most = 200'000;
    QStringList paths;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext() && paths.size() < most)
        paths += files.next();
    std::ranges::sort(paths, std::ranges::greater());
    QHash<QString, QString> found;
    for (const QString &path : std::as_const(paths))
        found.insert(QFileInfo(path).fileName().toLower(), path);
    return found;
}

Result<ImageFile> pictureInFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return std::unexpected(Error{.kind = Error::Kind::NotReadable, .subject = path, .detail = file.errorString()});
    return pictureFrom(file.read(largestPicture), QFileInfo(path).fileName());
}

/// `text` with the images that are keys of `names` named by their values.
QString withImages(QString text, const QHash<QString, QString> &names)
{
    const auto edits = imagesRenamed(text, Markdown::Document::parse(text), {}, names);
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
        text.replace(edit->range.begin, edit->range.end - edit->range.begin, edit->text);
    return text;
}

} // namespace

void ImportPictureList::set(std::vector<ImportPicture> pictures)
{
    beginResetModel();
    m_pictures = std::move(pictures);
    endResetModel();
}

void ImportPictureList::settle(size_t row, ImportPicture::State state, const QString &why)
{
    m_pictures[row].state = state;
    m_pictures[row].why = why;
    const QModelIndex changed = index(int(row));
    Q_EMIT dataChanged(changed, changed);
}

int ImportPictureList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pictures.size());
}

QVariant ImportPictureList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ImportPicture &picture = m_pictures[size_t(index.row())];
    const QString state = picture.state == ImportPicture::State::Came     ? tr("is in the library")
                          : picture.state == ImportPicture::State::Missed ? picture.why
                                                                          : tr("on the web");
    const QString detail = picture.title + u" · "_s + state;
    switch (role) {
    case Qt::DisplayRole:
        return shownAddress(picture.address);
    case DetailRole:
        return detail;
    case Qt::ToolTipRole:
        return picture.address.toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return QString(picture.address + u", "_s + detail);
    default:
        return {};
    }
}

ImportPictures::ImportPictures(Notebook &notebook, std::vector<ImportPicture> pictures, QWidget *parent)
    : QDialog(parent)
    , m_notebook(notebook)
    , m_list(new ImportPictureList(this))
    , m_rows(new QListView(this))
    , m_words(wrappedLabel({}, {}, this))
    , m_progress(new QProgressBar(this))
    , m_folder(plainButton(tr("Take them from a f&older…"), this))
    , m_web(plainButton(tr("&Fetch them from the web"), this))
    , m_close(plainButton({}, this))
{
    setWindowTitle(tr("Pictures on the web"));
    m_list->set(std::move(pictures));
    layOut();
    connect(m_folder, &QPushButton::clicked, this, &ImportPictures::chooseFolder);
    connect(m_web, &QPushButton::clicked, this, &ImportPictures::fetchFromWeb);
    connect(m_close, &QPushButton::clicked, this, &ImportPictures::reject);
    say(tr("The notes show these pictures from where they stand on the web. In the library they stay even if they go "
           "there. Nothing is asked for until you say so."));
    showControls();
}

void ImportPictures::layOut()
{
    resize(picturesSize);
    m_rows->setModel(m_list);
    m_rows->setItemDelegate(new TwoLineDelegate(ImportPictureList::DetailRole, m_rows));
    m_rows->setUniformItemSizes(true);
    m_rows->setEditTriggers(QListView::NoEditTriggers);
    m_rows->setMouseTracking(true);
    m_rows->setAccessibleName(tr("Pictures on the web"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_web->setProperty("role", u"primary"_s);
    auto *end = new QHBoxLayout;
    end->setSpacing(2 * Metrics::step);
    end->addWidget(m_folder);
    end->addWidget(m_progress, 1);
    end->addStretch(1);
    end->addWidget(m_close);
    end->addWidget(m_web);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(DialogSize::margin, DialogSize::margin, DialogSize::margin, DialogSize::margin);
    column->setSpacing(3 * Metrics::step);
    column->addWidget(m_words);
    column->addWidget(m_rows, 1);
    column->addLayout(end);
}

void ImportPictures::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose a folder of pictures"));
    if (!folder.isEmpty())
        takeFromFolder(folder);
}

void ImportPictures::takeFromFolder(const QString &folder)
{
    begin(From::Folder);
    inBackground([folder] {
        return filesBelow(folder);
    }).then(this, [this, order = m_order](const QHash<QString, QString> &files) {
        if (order != m_order)
            return;
        m_files = files;
        next();
    });
}

void ImportPictures::fetchFromWeb()
{
    begin(From::Web);
    next();
}

void ImportPictures::begin(From from)
{
    ++m_order;
    m_from = from;
    m_at = 0;
    m_stopped = false;
    m_names.clear();
    m_progress->setRange(0, m_list->rowCount());
    showControls();
}

/// The picture at m_at, if it is not here yet; a note whose last one was tried is written first.
void ImportPictures::next()
{
    const auto &pictures = m_list->pictures();
    m_progress->setValue(int(m_at));
    const bool isNoteDone =
        m_stopped || m_at == pictures.size() || (m_at > 0 && pictures[m_at].note != pictures[m_at - 1].note);
    if (!m_names.isEmpty() && isNoteDone)
        return writeNote(pictures[m_at - 1].note);
    if (m_stopped)
        return end();
    while (m_at < pictures.size() && pictures[m_at].state == ImportPicture::State::Came)
        ++m_at;
    if (m_at == pictures.size())
        return end();
    const QString &address = pictures[m_at].address;
    say(tr("Picture %L1 of %L2: %3").arg(m_at + 1).arg(pictures.size()).arg(shownAddress(address)));
    if (m_from == From::Web) {
        m_fetch = new PictureFetch(m_network, this);
        connect(m_fetch, &PictureFetch::fetched, this, &ImportPictures::take);
        return m_fetch->fetch(address);
    }
    const QString path = m_files.value(fileNameOf(address).toLower());
    if (path.isEmpty())
        return take(std::unexpected(Error{.kind = Error::Kind::NotFound, .subject = address}));
    inBackground([path] {
        return pictureInFile(path);
    }).then(this, [this, order = m_order](const Result<ImageFile> &picture) {
        if (order == m_order)
            take(picture);
    });
}

void ImportPictures::take(const Result<ImageFile> &picture)
{
    if (m_fetch)
        std::exchange(m_fetch, nullptr)->deleteLater();
    if (!picture)
        return goOn(std::unexpected(picture.error()));
    storePicture(m_notebook, m_list->pictures()[m_at].note, *picture)
        .then(this, [this, order = m_order](const Result<QString> &name) {
            if (order == m_order)
                goOn(name);
        });
}

void ImportPictures::goOn(const Result<QString> &name)
{
    const QString address = m_list->pictures()[m_at].address;
    if (name) {
        m_names.insert(address, linkDestination(*name));
        m_list->settle(m_at, ImportPicture::State::Came);
    } else {
        const bool notThere = m_from == From::Folder && name.error().kind == Error::Kind::NotFound;
        m_list->settle(m_at, ImportPicture::State::Missed,
                       notThere ? tr("not in that folder") : pictureMissedText(name.error()));
    }
    ++m_at;
    // Not at once: where nothing has to be asked for, a thousand would call one another.
    QMetaObject::invokeMethod(
        this,
        [this, order = m_order] {
            if (order == m_order)
                next();
        },
        Qt::QueuedConnection);
}

void ImportPictures::writeNote(const NoteId &id)
{
    const auto failed = [this](const Error &error) {
        m_list->settle(m_at - 1, ImportPicture::State::Missed, pictureMissedText(error));
        next();
    };
    const auto names = std::exchange(m_names, {});
    m_notebook.note(id).then(this, [this, names, failed, order = m_order](const Result<Note> &note) {
        if (!note)
            return failed(note.error());
        const NoteHeader &header = note->header;
        const QString text = withImages(note->text, names);
        m_notebook.save(header.id, header.revision, header.fields, text)
            .then(this, [this, failed, order](const Result<NoteHeader> &saved) {
                if (saved)
                    Q_EMIT noteSaved(*saved);
                if (order != m_order)
                    return;
                if (saved)
                    next();
                else
                    failed(saved.error());
            });
    });
}

void ImportPictures::end()
{
    ++m_order;
    m_from = From::Nowhere;
    const auto &pictures = m_list->pictures();
    const auto came = std::ranges::count(pictures, ImportPicture::State::Came, &ImportPicture::state);
    const auto missed = qsizetype(pictures.size()) - came;
    QString words = tr("%Ln picture(s) in the library.", nullptr, int(came));
    if (missed > 0)
        words += u' ' + tr("%Ln stay(s) on the web; try again, or take it from a folder.", nullptr, int(missed));
    say(words);
    showControls();
}

void ImportPictures::reject()
{
    if (m_from == From::Nowhere)
        return QDialog::reject();
    ++m_order;
    m_stopped = true;
    if (m_fetch)
        std::exchange(m_fetch, nullptr)->deleteLater();
    next(); // what came is named before it ends
}

void ImportPictures::showControls()
{
    const bool busy = m_from != From::Nowhere;
    m_progress->setVisible(busy);
    m_folder->setVisible(!busy);
    m_web->setVisible(!busy);
    const auto &pictures = m_list->pictures();
    const bool open = std::ranges::any_of(
        pictures, [](const ImportPicture &picture) { return picture.state != ImportPicture::State::Came; });
    m_folder->setEnabled(open);
    m_web->setEnabled(open);
    m_close->setText(busy ? tr("Stop") : tr("Close"));
}

void ImportPictures::say(const QString &words)
{
    m_words->setText(words);
}

} // namespace Weeknotes
