// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importdialog.h"

#include "app/background.h"
#include "app/role.h"
#include "app/session.h"
#include "cli/errortext.h"
#include "style/typography.h"
#include "timeline/periodtext.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QTextDocument>
#include <QTreeWidget>

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

/// A tool tip guesses whether its words are HTML; these never are.
QString toolTipOf(const QString &words)
{
    return Qt::convertFromPlainText(words, Qt::WhiteSpaceNormal);
}

} // namespace

ImportDialog::ImportDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_words(new QLabel(this))
    , m_files(new QPushButton(tr("Choose &files…"), this))
    , m_folder(new QPushButton(tr("Choose a f&older…"), this))
    , m_found(new QTreeWidget(this))
    , m_progress(new QProgressBar(this))
    , m_bring(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setWindowTitle(tr("Bring an archive"));
    setAcceptDrops(true);
    resize(190 * Metrics::step, 130 * Metrics::step);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_bring->setProperty("role", u"primary"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_found->setProperty("role", u"paper"_s);
    m_found->setHeaderLabels({tr("Note"), tr("Days")});
    m_found->header()->setStretchLastSection(false);
    m_found->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_found->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_found->setAccessibleName(tr("What was read"));
    m_found->setWordWrap(true);

    auto *sources = new QHBoxLayout;
    sources->setSpacing(2 * Metrics::step);
    sources->addWidget(m_files);
    sources->addWidget(m_folder);
    sources->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * Metrics::step);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_bring);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6 * Metrics::step, 5 * Metrics::step, 6 * Metrics::step, 5 * Metrics::step);
    column->setSpacing(3 * Metrics::step);
    column->addWidget(m_words);
    column->addLayout(sources);
    column->addWidget(m_found, 1);
    column->addWidget(m_progress);
    column->addLayout(buttons);

    connect(m_files, &QPushButton::clicked, this, &ImportDialog::chooseFiles);
    connect(m_folder, &QPushButton::clicked, this, &ImportDialog::chooseFolder);
    connect(m_bring, &QPushButton::clicked, this, &ImportDialog::bring);
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(&m_writing, &QFutureWatcher<Result<ImportOutcome>>::progressRangeChanged, m_progress,
            &QProgressBar::setRange);
    connect(&m_writing, &QFutureWatcher<Result<ImportOutcome>>::progressValueChanged, m_progress,
            &QProgressBar::setValue);
    connect(&m_writing, &QFutureWatcher<Result<ImportOutcome>>::finished, this, &ImportDialog::showOutcome);
    say(tr("Choose Markdown or text files, or a folder of them, or drop them here. Nothing is changed there."));
    setStage(Stage::Choose);
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
    m_found->clear();
    m_drafts.clear();
    m_progress->setRange(0, 0);
    say(tr("Reading…"));
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
    inBackground([paths, options] {
        return readArchive(paths, options);
    }).then(this, [this, stop](const Result<ImportBatch> &batch) {
        if (!*stop)
            showRead(batch);
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
                                       tr("Notes (*.md *.markdown *.mdx *.txt);;All files (*)")));
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
    const bool choosing = stage == Stage::Choose || stage == Stage::Look;
    m_files->setVisible(choosing);
    m_folder->setVisible(choosing);
    m_progress->setVisible(isBusy());
    m_found->setVisible(stage == Stage::Look || stage == Stage::Writing || stage == Stage::Done);
    m_bring->setVisible(stage == Stage::Look && !m_drafts.empty());
    m_close->setText(isBusy() ? tr("Stop") : stage == Stage::Done ? tr("Close") : tr("Cancel"));
    if (stage == Stage::Look && !m_drafts.empty()) {
        m_bring->setDefault(true);
        m_bring->setFocus();
    }
}

void ImportDialog::showRead(const Result<ImportBatch> &batch)
{
    if (!batch) {
        say(errorText(batch.error()), true);
        return setStage(Stage::Choose);
    }
    int guesses = 0;
    auto warnings = batch->skipped.size();
    for (const ImportedNote &note : batch->notes) {
        m_drafts.push_back(note.draft);
        addNoteRow(note);
        guesses += int(note.guesses.size());
        warnings += note.warnings.size();
    }
    for (const Warning &warning : batch->skipped)
        addWarningRow(warning);
    m_pauses.clear();
    for (const PauseHint &hint : pauseHints(m_drafts, m_session.shelf().timeline().pauses, m_session.shelf().rules()))
        addPauseRow(hint);
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

void ImportDialog::addNoteRow(const ImportedNote &note)
{
    const NoteFields &fields = note.draft.fields;
    const QDate today = m_session.clock().today();
    const QString title = fields.title.isEmpty() ? tr("Untitled") : fields.title;
    const QString days = fields.covers ? periodText(*fields.covers, QLocale(), today) : tr("no period");
    auto *row = new QTreeWidgetItem(m_found, {title, days});
    row->setToolTip(0, toolTipOf(note.draft.source.key));
    const auto addLine = [&](const QString &text) {
        auto *line = new QTreeWidgetItem(row, {text});
        line->setFirstColumnSpanned(true);
        line->setForeground(0, palette().color(QPalette::PlaceholderText));
        line->setToolTip(0, toolTipOf(text));
    };
    for (const Guess &guess : note.guesses)
        addLine(guessText(guess));
    for (const Warning &warning : note.warnings)
        addLine(warningText(warning));
    row->setExpanded(!note.warnings.empty());
}

void ImportDialog::addWarningRow(const Warning &warning)
{
    auto *row = new QTreeWidgetItem(m_found, {warningText(warning)});
    row->setFirstColumnSpanned(true);
    row->setForeground(0, palette().color(QPalette::PlaceholderText));
    row->setToolTip(0, toolTipOf(warning.subject));
}

void ImportDialog::addPauseRow(const PauseHint &hint)
{
    auto *row = new QTreeWidgetItem({tr("Keep a pause: %1").arg(pauseText(hint))});
    m_found->insertTopLevelItem(int(m_pauses.size()), row); // above the notes: it is to be decided
    row->setFirstColumnSpanned(true);
    row->setCheckState(0, Qt::Checked);
    auto *why = new QTreeWidgetItem(row, {pauseReason(hint)});
    why->setFirstColumnSpanned(true);
    why->setForeground(0, palette().color(QPalette::PlaceholderText));
    why->setToolTip(0, toolTipOf(pauseReason(hint)));
    row->setExpanded(true);
    m_pauses.emplace_back(row, hint);
}

void ImportDialog::keepPauses()
{
    for (const auto &[row, hint] : m_pauses) {
        row->setFlags(row->flags() & ~Qt::ItemIsUserCheckable); // decided
        if (row->checkState(0) != Qt::Checked)
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
    const auto in = std::ranges::find_if(outcome.drafts, [](const ImportedDraft &draft) { return !draft.id.isNull(); });
    if (in != outcome.drafts.end())
        Q_EMIT imported(in->id);
}

void ImportDialog::say(const QString &words, bool problem)
{
    m_words->setText(words);
    setRole(m_words, problem ? u"attention"_s : QString());
}

} // namespace Weeknotes
