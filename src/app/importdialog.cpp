// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importdialog.h"

#include "app/background.h"
#include "app/dialogparts.h"
#include "app/emptystate.h"
#include "app/importdelegate.h"
#include "app/importdifference.h"
#include "app/importside.h"
#include "app/role.h"
#include "app/session.h"
#include "cli/errortext.h"
#include "cli/progress.h"
#include "importer/archiveimages.h"
#include "storage/filesteps.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QListView>
#include <QMimeData>
#include <QPointer>
#include <QProgressBar>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr QSize lookSize(272 * Metrics::step, 172 * Metrics::step);

QStringList localPaths(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace

ImportDialog::ImportDialog(Session &session, Scheme scheme, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_scheme(scheme)
    , m_list(new ImportList(session.clock().today(), this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_words(wrappedLabel({}, {}, this))
    , m_choose(new EmptyState(this))
    , m_top(new QWidget(this))
    , m_part(new QComboBox(m_top))
    , m_order(new QComboBox(m_top))
    , m_found(new QWidget(this))
    , m_rows(new QListView(m_found))
    , m_delegate(new ImportDelegate(m_rows))
    , m_side(new ImportSide(*m_list, session.clock().today(), m_found))
    , m_progress(new QProgressBar(this))
    , m_others(plainButton(tr("Choose &others…"), this))
    , m_pictures(plainButton({}, this))
    , m_report(plainButton(tr("Save the &report…"), this))
    , m_takeBack(plainButton(tr("&Undo the import"), this))
    , m_bring(new QPushButton(this))
    , m_close(plainButton({}, this))
{
    setWindowTitle(tr("Bring an archive"));
    setAcceptDrops(true);
    m_sorted->setSourceModel(m_list);
    m_sorted->setSortRole(ImportList::SortRole);
    m_sorted->setFilterRole(ImportList::PartsRole);
    m_sorted->sort(0);
    layOut();
    connectParts();
    setStage(Stage::Choose);
}

void ImportDialog::layOut()
{
    resize(lookSize);
    m_bring->setProperty("role", u"primary"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_rows->setModel(m_sorted);
    m_rows->setItemDelegate(m_delegate);
    m_rows->setSelectionMode(QListView::ExtendedSelection);
    m_rows->setEditTriggers(QListView::NoEditTriggers);
    m_rows->setUniformItemSizes(true);
    m_rows->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->setMouseTracking(true);
    m_rows->setAccessibleName(tr("What was read"));
    m_rows->setObjectName(u"rows"_s);
    auto *found = new QHBoxLayout(m_found);
    found->setContentsMargins({});
    found->setSpacing(0);
    found->addWidget(m_rows, 1);
    found->addWidget(hairline(QFrame::VLine, m_found));
    found->addWidget(scrollingSide(m_side, m_found));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(layOutTop());
    column->addWidget(m_choose, 1);
    column->addWidget(m_found, 1);
    column->addWidget(hairline(QFrame::HLine, this));
    column->addLayout(layOutEnd());
}

QWidget *ImportDialog::layOutTop()
{
    m_part->setAccessibleName(tr("Show"));
    m_order->setAccessibleName(tr("Order"));
    m_order->addItem(tr("What is in doubt first"), int(ImportList::Order::Doubt));
    m_order->addItem(tr("Newest first"), int(ImportList::Order::Newest));
    m_order->addItem(tr("By title"), int(ImportList::Order::Title));
    m_order->addItem(tr("As they were read"), int(ImportList::Order::AsRead));
    auto *row = new QHBoxLayout(m_top);
    row->setContentsMargins(6 * Metrics::step, 4 * Metrics::step, 6 * Metrics::step, 4 * Metrics::step);
    row->setSpacing(3 * Metrics::step);
    row->addWidget(m_words, 1);
    row->addWidget(m_part, 0, Qt::AlignTop);
    row->addWidget(m_order, 0, Qt::AlignTop);
    return m_top;
}

QLayout *ImportDialog::layOutEnd()
{
    auto *end = new QHBoxLayout;
    end->setContentsMargins(6 * Metrics::step, 3 * Metrics::step, 6 * Metrics::step, 4 * Metrics::step);
    end->setSpacing(2 * Metrics::step);
    end->addWidget(m_others);
    end->addWidget(m_pictures);
    end->addWidget(m_report);
    end->addWidget(m_takeBack);
    end->addWidget(m_progress, 1);
    end->addStretch(1);
    end->addWidget(m_close);
    end->addWidget(m_bring);
    return end;
}

void ImportDialog::connectParts()
{
    connect(m_choose, &EmptyState::chosen, this, &ImportDialog::chooseFiles);
    connect(m_choose, &EmptyState::otherChosen, this, [this](int other) { other == 0 ? chooseFolder() : paste(); });
    connect(m_part, &QComboBox::activated, this, &ImportDialog::showPart);
    connect(m_order, &QComboBox::activated, this,
            [this] { m_list->setOrder(ImportList::Order(m_order->currentData().toInt())); });
    connect(m_rows->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        QModelIndexList rows;
        const QModelIndex current = m_rows->currentIndex();
        for (const QModelIndex &row : m_rows->selectionModel()->selectedIndexes())
            rows.insert(row == current ? 0 : rows.size(), m_sorted->mapToSource(row));
        m_side->choose(rows);
    });
    connect(m_list, &ImportList::wantedChanged, this, &ImportDialog::showWanted);
    connect(m_side, &ImportSide::differenceAsked, this, &ImportDialog::showDifference);
    connect(m_others, &QPushButton::clicked, this, [this] {
        say({});
        setStage(Stage::Choose);
    });
    connect(m_pictures, &QPushButton::clicked, this, &ImportDialog::showPictures);
    connect(m_report, &QPushButton::clicked, this, &ImportDialog::saveReport);
    connect(m_takeBack, &QPushButton::clicked, this, &ImportDialog::takeBack);
    connect(m_bring, &QPushButton::clicked, this, &ImportDialog::bring);
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::reject);
    using Writing = QFutureWatcher<Result<ImportOutcome>>;
    connect(&m_writing, &Writing::progressValueChanged, this, &ImportDialog::showWriting);
    connect(&m_writing, &Writing::finished, this, &ImportDialog::showOutcome);
}

ImportDialog::~ImportDialog()
{
    if (m_stopReading)
        *m_stopReading = true;
}

// --- reading ---

void ImportDialog::read(const QStringList &paths)
{
    if (!paths.isEmpty() && !isBusy())
        readBy([paths](const ImportOptions &options) { return readArchive(paths, options); });
}

void ImportDialog::paste()
{
    const QMimeData *clip = QApplication::clipboard()->mimeData();
    const QString text = clip ? clip->text() : QString();
    if (clip && clip->hasUrls() && !localPaths(clip).isEmpty())
        return read(localPaths(clip));
    if (text.trimmed().isEmpty())
        return say(tr("There is no text to paste; copy your notes first."), true);
    readBy([text, name = tr("pasted text")](const ImportOptions &options) { return readPasted(text, name, options); });
}

void ImportDialog::readBy(const Read &read)
{
    say({});
    m_since.start();
    m_progress->setRange(0, 0);
    setStage(Stage::Reading);
    const auto stop = std::make_shared<std::atomic_bool>(false);
    m_stopReading = stop;
    ImportOptions options;
    options.today = m_session.clock().today();
    options.rules = m_session.shelf().rules();
    options.known = m_session.shelf().notes();
    constexpr qint64 often = 100; // ms
    options.progress = [stop, guard = QPointer(this), last = QElapsedTimer()](const ReadingProgress &progress) mutable {
        if (!last.isValid() || last.elapsed() > often) {
            last.start();
            const auto tell = [guard, stop, progress] {
                if (guard && !*stop)
                    guard->showReading(progress);
            };
            QMetaObject::invokeMethod(qApp, tell, Qt::QueuedConnection);
        }
        return !*stop;
    };
    inBackground([read, options] { return read(options); }).then(this, [this, stop](const Result<ImportBatch> &batch) {
        if (!*stop)
            foresee(batch);
    });
}

void ImportDialog::showReading(const ReadingProgress &progress)
{
    constexpr int whole = 1000;
    m_progress->setRange(0, whole);
    m_progress->setValue(int(progress.done * whole / std::max<qint64>(1, progress.total)));
    const QString left = timeLeftText(m_since.elapsed(), progress.done, progress.total);
    const QString notes = tr("%Ln note(s) read", nullptr, progress.notes);
    m_choose->setWords(tr("Reading…"), left.isEmpty() ? notes : notes + u" · "_s + left, {});
}

void ImportDialog::foresee(const Result<ImportBatch> &batch)
{
    if (!batch) {
        say(errorText(batch.error()), true);
        return setStage(Stage::Choose);
    }
    m_session.notebook()
        .foreseeImport({draftsOf(*batch)})
        .then(this, [this, stop = m_stopReading, batch = *batch](const Result<ImportOutcome> &foreseen) {
            if (!*stop)
                look(batch, foreseen);
        });
}

// --- looking it over ---

void ImportDialog::look(ImportBatch batch, const Result<ImportOutcome> &foreseen)
{
    if (!foreseen) {
        say(errorText(foreseen.error()), true);
        return setStage(Stage::Choose);
    }
    const std::vector<NoteDraft> drafts = draftsOf(batch);
    const Shelf &shelf = m_session.shelf();
    m_side->setRules(shelf.rules());
    m_list->set(std::move(batch), *foreseen, pauseHints(drafts, shelf.timeline().pauses, shelf.rules()),
                shelf.settings());
    m_delegate->measure(*m_list);
    sayWhatWasRead();
    showWanted();
    setStage(Stage::Look);
    m_rows->setCurrentIndex(m_sorted->index(0, 0));
    m_rows->setFocus();
}

void ImportDialog::sayWhatWasRead()
{
    const ImportBatch &batch = m_list->batch();
    const int doubtful = m_list->count(ImportList::Part::ToLookAt);
    const int changes = m_list->count(ImportList::Part::Changes);
    const int leftOut = m_list->count(ImportList::Part::LeftOut);
    QStringList words{
        tr("%Ln note(s) in %1", nullptr, int(batch.notes.size())).arg(tr("%Ln file(s)", nullptr, batch.read))};
    words << (doubtful > 0 ? tr("%Ln to look at", nullptr, doubtful) : tr("nothing in doubt"));
    say(words.join(u" · "_s) + u". "_s + tr("Nothing is in the library yet."));
    m_part->clear();
    const auto offer = [this](const QString &text, ImportList::Part part, int count) {
        if (count > 0)
            m_part->addItem(text, int(part));
    };
    offer(tr("All"), ImportList::Part::All, 1);
    offer(tr("To look at (%L1)").arg(doubtful), ImportList::Part::ToLookAt, doubtful);
    offer(tr("Changed there (%L1)").arg(changes), ImportList::Part::Changes, changes);
    offer(tr("Left out (%L1)").arg(leftOut), ImportList::Part::LeftOut, leftOut);
    showPart();
}

void ImportDialog::showPart()
{
    m_sorted->setFilterFixedString(QString::number(m_part->currentData().toInt()));
}

void ImportDialog::showWanted()
{
    const int wanted = int(m_list->wantedNotes().size());
    m_bring->setText(tr("Bring in %Ln note(s)", nullptr, wanted));
    m_bring->setEnabled(wanted > 0 || !m_list->wantedPauses().empty());
}

void ImportDialog::showDifference(const QModelIndex &row)
{
    const ImportedNote *note = m_list->note(row);
    const NoteId id = m_list->counterpart(row);
    if (!note || id.isNull())
        return;
    m_session.notebook().note(id).then(this, [this, theirs = note->draft](const Result<Note> &mine) {
        if (!mine)
            return say(errorText(mine.error()), true);
        auto *dialog = new ImportDifference(*mine, theirs, m_scheme, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

// --- bringing it in ---

void ImportDialog::bring()
{
    ImportOrder order = m_list->order();
    order.readImage = archiveImages();
    m_progress->setRange(0, int(order.drafts.size()));
    m_progress->setValue(0);
    m_since.start();
    say(tr("Bringing them in…"));
    setStage(Stage::Writing);
    m_writing.setFuture(m_session.notebook().importNotes(std::move(order)));
}

void ImportDialog::showWriting()
{
    const int done = m_writing.progressValue();
    m_progress->setValue(done);
    const QString left = timeLeftText(m_since.elapsed(), done, m_progress->maximum());
    const QString words = tr("%L1 of %Ln note(s) came in", nullptr, m_progress->maximum()).arg(done);
    if (m_stage == Stage::Writing)
        say(left.isEmpty() ? words : words + u" · "_s + left);
}

void ImportDialog::showOutcome()
{
    if (m_writing.isCanceled() || m_writing.future().resultCount() == 0) {
        say(tr("Stopped. The library is as it was."));
        return setStage(Stage::Look);
    }
    const Result<ImportOutcome> result = m_writing.result();
    if (!result) {
        say(errorText(result.error()), true);
        return setStage(Stage::Look);
    }
    m_result = ImportResult::of(*m_list, *result);
    say(m_result.text(), m_result.outcome.failed > 0);
    keepPauses();
    m_list->setOutcome(m_result.outcome);
    setStage(Stage::Done);
    lookForPictures();
    m_close->setFocus();
    if (const NoteId newest = m_result.newest(); !newest.isNull())
        Q_EMIT imported(newest);
}

void ImportDialog::keepPauses()
{
    m_keptPauses.clear();
    for (const PauseHint &hint : m_list->wantedPauses()) {
        const PauseId id(createUuidV7(m_session.clock().now().toMSecsSinceEpoch()));
        m_keptPauses.push_back(id);
        m_session.notebook().putPause(hint.pause(id)).then(this, [this](const Result<void> &kept) {
            if (!kept)
                say(errorText(kept.error()), true);
        });
    }
}

void ImportDialog::takeBack()
{
    m_takeBack->setEnabled(false);
    for (const PauseId &id : std::exchange(m_keptPauses, {}))
        std::ignore = m_session.notebook().removePause(id);
    m_session.notebook().takeBack(m_result.outcome).then(this, [this](const Result<std::vector<NoteId>> &stayed) {
        m_takeBack->setVisible(!stayed);
        if (!stayed)
            return say(errorText(stayed.error()), true);
        m_report->hide();
        m_pictures->hide();
        say(stayed->empty() ? tr("The import is undone: the library is as it was.")
                            : tr("The import is undone, but for %Ln note(s) that you changed since.", nullptr,
                                 int(stayed->size())));
    });
}

void ImportDialog::saveReport()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the report"), tr("Import report.txt"));
    if (path.isEmpty())
        return;
    inBackground([path, bytes = m_result.report(m_session.shelf().rules())] {
        return FileSteps::write(path, bytes, FileSteps::Readers::AsUsual);
    }).then(this, [this](const Result<void> &written) {
        if (!written)
            say(errorText(written.error()), true);
    });
}

void ImportDialog::lookForPictures()
{
    inBackground([result = m_result] {
        return result.remotePictures();
    }).then(this, [this](const std::vector<ImportPicture> &found) {
        m_remote = found;
        m_pictures->setText(tr("&Pictures on the web (%L1)…").arg(found.size()));
        m_pictures->setVisible(m_stage == Stage::Done && !found.empty());
    });
}

void ImportDialog::showPictures()
{
    auto *dialog = new ImportPictures(m_session.notebook(), m_remote, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Which is no edit of the person's: the import can still be undone.
    connect(dialog, &ImportPictures::noteSaved, this, [this](const NoteHeader &saved) {
        for (ImportedDraft &draft : m_result.outcome.drafts) {
            if (draft.step.id == saved.id)
                draft.step.revision = saved.revision;
        }
    });
    connect(dialog, &QDialog::finished, this, [this, dialog] { m_remote = dialog->list().pictures(); });
    dialog->open();
}

// --- the dialog ---

void ImportDialog::reject()
{
    if (m_stage == Stage::Reading) {
        *m_stopReading = true;
        say(tr("Stopped. Nothing was brought in."));
        setStage(Stage::Choose);
    } else if (m_stage == Stage::Writing) {
        m_writing.future().cancel();
    } else {
        QDialog::reject();
    }
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!isBusy() && !localPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    read(localPaths(event->mimeData()));
}

void ImportDialog::keyPressEvent(QKeyEvent *event)
{
    if (m_stage == Stage::Choose && event->matches(QKeySequence::Paste))
        paste();
    else
        QDialog::keyPressEvent(event);
}

void ImportDialog::chooseFiles()
{
    const QString archives = u"*.zip *.xml *.json *.html *.htm *.md *.markdown *.mdx *.txt *.docx *.odt *.rtf"_s;
    read(QFileDialog::getOpenFileNames(this, tr("Choose files"), {},
                                       tr("Archives and notes (%1)").arg(archives) + u";;"_s + tr("All files (*)")));
}

void ImportDialog::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose a folder"));
    if (!folder.isEmpty())
        read({folder});
}

void ImportDialog::setStage(Stage stage)
{
    m_stage = stage;
    const bool reading = stage == Stage::Reading;
    const bool choosing = stage == Stage::Choose || reading;
    m_choose->setVisible(choosing);
    m_found->setVisible(!choosing);
    m_rows->setEnabled(stage != Stage::Writing);
    m_side->setEnabled(stage != Stage::Writing);
    m_side->setDone(stage == Stage::Done);
    if (reading)
        m_choose->setWords(tr("Reading…"), {}, {});
    else if (choosing)
        m_choose->setWords(tr("Bring your archive"),
                           tr("An export of Medium, WordPress or Ghost, a folder of Markdown, or any text with your "
                              "notes in it.\nDrop it here, choose it, or paste it. You look it over before anything "
                              "comes in."),
                           tr("Choose &files…"), {tr("Choose a f&older…"), tr("&Paste a text")});
    m_others->setVisible(stage == Stage::Look);
    m_part->setVisible(!choosing);
    m_order->setVisible(!choosing);
    m_pictures->hide();
    m_report->setVisible(stage == Stage::Done);
    m_takeBack->setVisible(stage == Stage::Done && m_result.outcome.imported + m_result.outcome.updated > 0);
    m_takeBack->setEnabled(true);
    m_progress->setVisible(isBusy());
    m_bring->setVisible(stage == Stage::Look);
    m_close->setText(isBusy() ? tr("Stop") : stage == Stage::Done ? tr("Close") : tr("Cancel"));
    m_bring->setDefault(m_bring->isVisible());
    m_top->setVisible(!choosing || !m_words->text().isEmpty());
    if (stage == Stage::Choose)
        m_choose->setFocus();
}

void ImportDialog::say(const QString &words, bool problem)
{
    m_words->setText(words);
    m_top->setVisible(!words.isEmpty());
    setRole(m_words, problem ? u"attention"_s : QString());
}

} // namespace Weeknotes
