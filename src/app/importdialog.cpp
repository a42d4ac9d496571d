// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importdialog.h"

#include "app/background.h"
#include "app/emptystate.h"
#include "app/importdelegate.h"
#include "app/role.h"
#include "app/session.h"
#include "cli/errortext.h"
#include "style/typography.h"
#include "timeline/periodtext.h"
#include "timeline/timelinemodel.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

QStringList localPaths(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

/// What there is to know before anything is brought in.
struct ReadArchive
{
    Result<ImportBatch> batch;
    std::vector<PauseHint> pauses;
};

QStandardItem *rowOf(const QString &title, const QString &guesses, const QString &warnings)
{
    auto *row = new QStandardItem(title);
    row->setData(guesses, ImportDelegate::GuessRole);
    row->setData(warnings, ImportDelegate::WarningRole);
    return row;
}

/// What a screen reader says of it: all that is painted.
void nameRow(QStandardItem &row)
{
    QStringList words;
    for (const int role :
         {int(ImportDelegate::DaysRole), int(ImportDelegate::NumberRole), int(Qt::DisplayRole),
          int(ImportDelegate::KindRole), int(ImportDelegate::GuessRole), int(ImportDelegate::WarningRole)})
        words << row.data(role).toString();
    words.removeAll(QString());
    row.setData(words.join(", "_L1), Qt::AccessibleTextRole);
}

} // namespace

ImportDialog::ImportDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_words(new QLabel(this))
    , m_choose(new EmptyState(this))
    , m_rows(new QStandardItemModel(this))
    , m_found(new QListView(this))
    , m_progress(new QProgressBar(this))
    , m_others(new QPushButton(tr("Choose &others…"), this))
    , m_bring(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setWindowTitle(tr("Bring an archive"));
    setAcceptDrops(true);
    layOut();
    connect(m_choose, &EmptyState::chosen, this, &ImportDialog::chooseFiles);
    connect(m_choose, &EmptyState::otherChosen, this, &ImportDialog::chooseFolder);
    connect(m_others, &QPushButton::clicked, this, [this] {
        say({});
        setStage(Stage::Choose);
    });
    connect(m_bring, &QPushButton::clicked, this, &ImportDialog::bring);
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(&m_writing, &QFutureWatcher<Result<ImportOutcome>>::progressRangeChanged, m_progress,
            &QProgressBar::setRange);
    connect(&m_writing, &QFutureWatcher<Result<ImportOutcome>>::progressValueChanged, m_progress,
            &QProgressBar::setValue);
    connect(&m_writing, &QFutureWatcher<Result<ImportOutcome>>::finished, this, &ImportDialog::showOutcome);
    setStage(Stage::Choose);
}

void ImportDialog::layOut()
{
    resize(200 * Metrics::step, 150 * Metrics::step);
    constexpr int side = 6 * Metrics::step;
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_bring->setProperty("role", u"primary"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_found->setProperty("role", u"paper"_s);
    m_found->setModel(m_rows);
    m_found->setItemDelegate(new ImportDelegate(m_found));
    m_found->setEditTriggers(QListView::NoEditTriggers);
    m_found->setWordWrap(true); // another width makes other rows
    m_found->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_found->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_found->setMouseTracking(true);
    m_found->setAccessibleName(tr("What was read"));
    auto *line = new QFrame(this);
    line->setProperty("role", u"hairline"_s);
    line->setFrameShape(QFrame::HLine);
    auto *end = new QHBoxLayout;
    end->setContentsMargins(side, 3 * Metrics::step, side, 4 * Metrics::step);
    end->setSpacing(2 * Metrics::step);
    end->addWidget(m_others);
    end->addWidget(m_progress, 1);
    end->addStretch(1);
    end->addWidget(m_close);
    end->addWidget(m_bring);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(side, 4 * Metrics::step, side, 4 * Metrics::step);
    words->addWidget(m_words);
    column->addLayout(words);
    column->addWidget(m_choose, 1);
    column->addWidget(m_found, 1);
    column->addWidget(line);
    column->addLayout(end);
}

ImportDialog::~ImportDialog()
{
    if (m_stopReading)
        *m_stopReading = true;
}

void ImportDialog::read(const QStringList &paths)
{
    if (paths.isEmpty() || isBusy())
        return;
    m_rows->clear();
    m_drafts.clear();
    m_pauses.clear();
    m_progress->setRange(0, 0);
    say({});
    setStage(Stage::Reading);

    const auto stop = std::make_shared<std::atomic_bool>(false);
    m_stopReading = stop;
    QPointer<QProgressBar> bar = m_progress;
    ImportOptions options;
    options.today = m_session.clock().today();
    options.rules = m_session.shelf().rules();
    options.known = m_session.shelf().notes();
    options.progress = [stop, bar](int done, int total) {
        QMetaObject::invokeMethod(
            qApp,
            [bar, done, total] {
                if (bar) {
                    bar->setRange(0, total);
                    bar->setValue(done);
                }
            },
            Qt::QueuedConnection);
        return !*stop;
    };
    inBackground([paths, options, pauses = m_session.shelf().timeline().pauses] {
        ReadArchive read{readArchive(paths, options), {}};
        if (!read.batch)
            return read;
        std::vector<NoteDraft> drafts;
        for (const ImportedNote &note : read.batch->notes)
            drafts.push_back(note.draft);
        read.pauses = pauseHints(drafts, pauses, options.rules);
        return read;
    }).then(this, [this, stop](const ReadArchive &read) {
        if (!*stop)
            showRead(read.batch, read.pauses);
    });
}

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

void ImportDialog::chooseFiles()
{
    read(QFileDialog::getOpenFileNames(this, tr("Choose files"), {},
                                       tr("Notes (*.md *.markdown *.mdx *.txt *.html);;All files (*)")));
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
    if (reading)
        m_choose->setWords(tr("Reading…"), {}, {});
    else if (choosing)
        m_choose->setWords(tr("Bring your archive"),
                           tr("Choose Markdown or text files, or a folder of them, or drop them here. Nothing is "
                              "changed there."),
                           tr("Choose &files…"), {tr("Choose a f&older…")});
    m_others->setVisible(stage == Stage::Look);
    m_progress->setVisible(isBusy());
    m_bring->setVisible(stage == Stage::Look && !m_drafts.empty());
    m_close->setText(isBusy() ? tr("Stop") : stage == Stage::Done ? tr("Close") : tr("Cancel"));
    m_bring->setDefault(m_bring->isVisible());
    if (stage == Stage::Choose)
        m_choose->setFocus();
    else if (m_bring->isVisible())
        m_bring->setFocus();
}

void ImportDialog::showRead(const Result<ImportBatch> &batch, const std::vector<PauseHint> &pauses)
{
    if (!batch) {
        say(errorText(batch.error()), true);
        return setStage(Stage::Choose);
    }
    std::vector<NoteHeader> headers;
    int guesses = 0;
    auto warnings = batch->skipped.size();
    for (const ImportedNote &note : batch->notes) {
        m_drafts.push_back(note.draft);
        headers.emplace_back().fields = note.draft.fields;
        guesses += int(note.guesses.size());
        warnings += note.warnings.size();
    }
    for (const PauseHint &hint : pauses) // above the notes: they are to be decided
        addPauseRow(hint);
    const NumberHabit numbers(headers, m_session.shelf().settings().seasons);
    for (const ImportedNote &note : batch->notes)
        addNoteRow(note, numbers);
    for (const Warning &warning : batch->skipped)
        m_rows->appendRow(rowOf(tr("Left out"), {}, warningText(warning)));
    for (int row = 0; row < m_rows->rowCount(); ++row)
        nameRow(*m_rows->item(row));
    static_cast<ImportDelegate *>(m_found->itemDelegate())->measure(*m_rows);
    m_found->setCurrentIndex(m_rows->index(0, 0));
    QStringList words{
        tr("%Ln note(s) in %1", nullptr, int(batch->notes.size())).arg(tr("%Ln file(s)", nullptr, batch->read))};
    if (!m_pauses.empty())
        words << tr("%Ln pause(s) proposed", nullptr, int(m_pauses.size()));
    if (guesses > 0)
        words << tr("%Ln guess(es)", nullptr, guesses);
    if (warnings > 0)
        words << tr("%Ln thing(s) to know", nullptr, int(warnings));
    say(words.join(u" · "_s));
    m_bring->setText(tr("Bring in %Ln note(s)", nullptr, int(m_drafts.size())));
    setStage(Stage::Look);
}

void ImportDialog::addNoteRow(const ImportedNote &note, const NumberHabit &numbers)
{
    const NoteFields &fields = note.draft.fields;
    QStringList guesses;
    for (const Guess &guess : note.guesses)
        guesses << guessText(guess);
    QStringList warnings;
    for (const Warning &warning : note.warnings)
        warnings << warningText(warning);
    QStandardItem *row =
        rowOf(fields.title.isEmpty() ? tr("Untitled") : fields.title, guesses.join(u'\n'), warnings.join(u'\n'));
    const QDate today = m_session.clock().today();
    row->setData(fields.covers ? periodText(*fields.covers, QLocale(), today) : tr("no period"),
                 ImportDelegate::DaysRole);
    row->setData(numbers.text(fields.number, fields.title), ImportDelegate::NumberRole);
    row->setData(kindName(fields.kind), ImportDelegate::KindRole);
    row->setToolTip(Qt::convertFromPlainText(note.draft.source.key, Qt::WhiteSpaceNormal));
    m_rows->appendRow(row);
}

void ImportDialog::addPauseRow(const PauseHint &hint)
{
    QStandardItem *row = rowOf(tr("Keep a pause: %1").arg(pauseText(hint)), pauseReason(hint), {});
    row->setCheckable(true);
    row->setCheckState(Qt::Checked);
    m_rows->appendRow(row);
    m_pauses.push_back(hint);
}

void ImportDialog::keepPauses()
{
    for (int row = 0; const PauseHint &hint : m_pauses) { // they stand first
        QStandardItem &item = *m_rows->item(row++);
        item.setCheckable(false); // decided
        if (item.checkState() != Qt::Checked)
            continue;
        const PauseId id(createUuidV7(m_session.clock().now().toMSecsSinceEpoch()));
        m_session.notebook().putPause(hint.pause(id)).then(this, [this](const Result<void> &kept) {
            if (!kept)
                say(errorText(kept.error()), true);
        });
    }
    m_pauses.clear();
}

void ImportDialog::bring()
{
    m_progress->setRange(0, int(m_drafts.size()));
    m_progress->setValue(0);
    say(tr("Bringing them in…"));
    setStage(Stage::Writing);
    m_days.clear();
    for (const NoteDraft &draft : m_drafts) {
        NoteHeader header;
        header.fields = draft.fields;
        m_days.push_back(sortDay(header));
    }
    m_writing.setFuture(m_session.notebook().importNotes(std::move(m_drafts)));
}

void ImportDialog::showOutcome()
{
    const bool stopped = m_writing.future().resultCount() == 0;
    const Result<ImportOutcome> result = stopped ? ImportOutcome() : m_writing.result();
    if (!result) {
        say(errorText(result.error()), true);
        return setStage(Stage::Done);
    }
    const ImportOutcome &outcome = *result;
    QStringList words;
    if (outcome.imported > 0)
        words << tr("%Ln note(s) came in", nullptr, outcome.imported);
    if (outcome.updated > 0)
        words << tr("%Ln updated", nullptr, outcome.updated);
    if (outcome.unchanged > 0)
        words << tr("%Ln unchanged", nullptr, outcome.unchanged);
    if (outcome.kept > 0)
        words << tr("%Ln kept as edited here", nullptr, outcome.kept);
    if (outcome.binned > 0)
        words << tr("%Ln left in the bin", nullptr, outcome.binned);
    if (outcome.failed > 0)
        words << tr("%Ln failed", nullptr, outcome.failed);
    if (words.isEmpty())
        words << tr("Stopped. What had come in by then is in the timeline.");
    QString text = words.join(u" · "_s);
    const auto failed = std::ranges::find(outcome.drafts, ImportedDraft::Fate::Failed, &ImportedDraft::fate);
    if (failed != outcome.drafts.end())
        text += u'\n' + errorText(failed->error);
    say(text, outcome.failed > 0);
    setStage(Stage::Done);
    m_close->setFocus();

    if (!stopped)
        keepPauses();
    if (const NoteId newest = newestOf(outcome); !newest.isNull())
        Q_EMIT imported(newest);
}

NoteId ImportDialog::newestOf(const ImportOutcome &outcome) const
{
    using Fate = ImportedDraft::Fate;
    // What changed goes before what was here already.
    const auto rank = [&](size_t draft) {
        const Fate fate = outcome.drafts[draft].fate;
        return std::tuple(!outcome.drafts[draft].id.isNull(), fate == Fate::Imported || fate == Fate::Updated,
                          m_days[draft]);
    };
    size_t newest = 0;
    for (size_t draft = 1; draft < outcome.drafts.size(); ++draft) {
        if (rank(draft) > rank(newest))
            newest = draft;
    }
    return outcome.drafts.empty() ? NoteId() : outcome.drafts[newest].id;
}

void ImportDialog::say(const QString &words, bool problem)
{
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    setRole(m_words, problem ? u"attention"_s : QString());
}

} // namespace Weeknotes
