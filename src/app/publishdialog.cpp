// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publishdialog.h"

#include "app/announce.h"
#include "app/appsettings.h"
#include "app/background.h"
#include "app/banner.h"
#include "app/flowlayout.h"
#include "app/lastlooklist.h"
#include "app/pagesfolder.h"
#include "app/publishpage.h"
#include "app/publishplaces.h"
#include "app/quietlook.h"
#include "app/role.h"
#include "cli/errortext.h"
#include "cli/losstext.h"
#include "html/readhtml.h"
#include "publisher/slug.h"
#include "style/typography.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int sideWidth = 96 * Metrics::step;
constexpr int sideMargin = 5 * Metrics::step;
constexpr int mostFindings = 5; // in view

QLabel *sideLabel(const QString &text, const QString &role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", role);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QPushButton *plainButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    return button;
}

} // namespace

PublishDialog::PublishDialog(Session &session, AppSettings &settings, Note note, Scheme scheme, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_settings(settings)
    , m_note(std::move(note))
    , m_targets(publishTargets())
    , m_page(new PublishPage(session, scheme, this))
    , m_title(sideLabel({}, u"display"_s, this))
    , m_state(sideLabel({}, u"second"_s, this))
    , m_change(new Banner(this))
    , m_look(new LastLookList(this))
    , m_lookTitle(sideLabel({}, u"heading"_s, this))
    , m_choices(new QButtonGroup(this))
    , m_what(sideLabel({}, u"second"_s, this))
    , m_losses(sideLabel({}, u"second"_s, this))
    , m_files(new QWidget(this))
    , m_place(sideLabel({}, u"second"_s, this))
    , m_result(new QWidget(this))
    , m_places(new PublishPlaces(session, m_note.header, this))
    , m_words(sideLabel({}, {}, this))
    , m_progress(new QProgressBar(this))
    , m_close(plainButton({}, this))
    , m_make(plainButton({}, this))
{
    setWindowTitle(tr("Publish"));
    resize(290 * Metrics::step, 180 * Metrics::step);
    setMinimumSize(180 * Metrics::step, 110 * Metrics::step);
    auto *halves = new QHBoxLayout;
    halves->setContentsMargins({});
    halves->setSpacing(0);
    halves->addWidget(m_page, 1);
    auto *line = new QFrame(this);
    line->setProperty("role", u"hairline"_s);
    line->setFrameShape(QFrame::VLine);
    halves->addWidget(line);
    halves->addWidget(makeSide());
    auto *foot = new QFrame(this);
    foot->setProperty("role", u"hairline"_s);
    foot->setFrameShape(QFrame::HLine);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(halves, 1);
    column->addWidget(foot);
    column->addLayout(makeEnd());

    setBusy(false);
    readNote();
    showNote(m_note.header);
    connect(&m_session, &Session::noteChanged, this, [this](const NoteHeader &header) {
        const DraftSession *draft = m_session.draft();
        if (header.id != m_note.header.id || !draft || draft->noteId() != header.id)
            return;
        const bool isOther = draft->text() != m_note.text; // a fix of the last look
        m_note = {header, draft->text()};
        showNote(header);
        if (isOther)
            readNote();
    });
    connect(m_make, &QPushButton::clicked, this, &PublishDialog::make);
    connect(m_close, &QPushButton::clicked, this, &PublishDialog::reject);
    connect(m_places, &PublishPlaces::noteChanged, this, &PublishDialog::showNote);
    connect(m_places, &PublishPlaces::placesRead, this, &PublishDialog::showChange);
    showChange(); // they may be read already
    connect(m_places, &PublishPlaces::failed, this, [this](const Error &error) { say(errorText(error), true); });
    connect(m_places, &PublishPlaces::done, this, [this](const QString &words) { say(words); });
    setTarget(m_settings.publishTarget(m_session.folder()));
    m_make->setFocus();
}

PublishDialog::~PublishDialog()
{
    if (m_stop)
        *m_stop = true;
}

QWidget *PublishDialog::makeSide()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(sideMargin, 4 * Metrics::step, sideMargin, 4 * Metrics::step);
    column->setSpacing(2 * Metrics::step);
    column->addWidget(m_title);
    column->addWidget(m_state);
    column->addWidget(m_change);
    column->addSpacing(4 * Metrics::step);
    column->addWidget(m_lookTitle);
    column->addWidget(m_look);
    m_lookTitle->hide();
    m_look->hide();
    m_look->setMostRows(mostFindings);
    column->addSpacing(4 * Metrics::step);
    column->addWidget(sideLabel(tr("Where it goes"), u"heading"_s, side));
    addTargets(*column);
    addResult(*column);
    column->addSpacing(4 * Metrics::step);
    column->addWidget(sideLabel(tr("Where it stands"), u"heading"_s, side));
    column->addWidget(m_places);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(side);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFixedWidth(sideWidth);
    return scroll;
}

void PublishDialog::addTargets(QBoxLayout &column)
{
    FlowLayout *flow = nullptr;
    for (size_t target = 0; target < m_targets.size(); ++target) {
        if (target == 0 || m_targets[target].group != m_targets[target - 1].group) {
            column.addWidget(sideLabel(groupName(m_targets[target].group), u"small"_s, this));
            auto *row = new QWidget(this);
            flow = new FlowLayout(row);
            flow->setContentsMargins({});
            flow->setSpacing(Metrics::step);
            column.addWidget(row);
        }
        QPushButton *button = plainButton(m_targets[target].name, this);
        button->setProperty("role", u"chip"_s);
        button->setCheckable(true);
        m_choices->addButton(button, int(target));
        flow->addWidget(button);
    }
    connect(m_choices, &QButtonGroup::idToggled, this, [this](int target, bool on) {
        if (!on)
            return;
        m_settings.setPublishTarget(m_session.folder(), m_targets[size_t(target)].key);
        m_target = size_t(target);
        showTarget();
    });
    column.addSpacing(Metrics::step);
    column.addWidget(m_what);
    column.addWidget(m_losses);
}

void PublishDialog::addResult(QBoxLayout &column)
{
    QPushButton *change = plainButton(tr("&Change…"), m_files);
    connect(change, &QPushButton::clicked, this, &PublishDialog::chooseFolder);
    auto *place = new QHBoxLayout;
    place->setSpacing(2 * Metrics::step);
    place->addWidget(m_place, 1);
    place->addWidget(change, 0, Qt::AlignTop);
    auto *files = new QVBoxLayout(m_files);
    files->setContentsMargins({});
    files->setSpacing(2 * Metrics::step);
    files->addLayout(place);
    files->addWidget(m_result);
    auto *row = new QHBoxLayout(m_result);
    row->setContentsMargins({});
    row->setSpacing(2 * Metrics::step);
    QPushButton *open = plainButton(tr("&Open it"), m_result);
    QPushButton *show = plainButton(tr("&Show the folder"), m_result);
    row->addWidget(open);
    row->addWidget(show);
    row->addStretch(1);
    connect(open, &QPushButton::clicked, this, [this] {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(resultPath())))
            say(tr("Nothing here could open it. It is at %1").arg(resultPath()), true);
    });
    connect(show, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(resultPath()).path())); });
    column.addWidget(m_files);
}

QBoxLayout *PublishDialog::makeEnd()
{
    m_make->setProperty("role", u"primary"_s);
    m_make->setDefault(true);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(50 * Metrics::step);
    auto *end = new QHBoxLayout;
    end->setContentsMargins(sideMargin, 3 * Metrics::step, sideMargin, 3 * Metrics::step);
    end->setSpacing(2 * Metrics::step);
    end->addWidget(m_words, 1);
    end->addWidget(m_progress);
    end->addWidget(m_close);
    end->addWidget(m_make);
    return end;
}

void PublishDialog::setTarget(const QString &key)
{
    const auto target = std::ranges::find(m_targets, key, &PublishTarget::key);
    m_choices->button(target == m_targets.end() ? 0 : int(target - m_targets.begin()))->setChecked(true);
}

void PublishDialog::setFolder(const QString &folder)
{
    m_settings.setPublishFolder(m_session.folder(), m_targets[m_target].key, folder);
    showTarget();
}

void PublishDialog::showNote(const NoteHeader &note)
{
    m_note.header = note;
    const PostHead head = headOf(note.fields, m_session.shelf().settings());
    m_title->setText(head.title);
    const QString state = note.fields.status == NoteStatus::Published ? tr("Published")
                          : note.fields.status == NoteStatus::Ready   ? tr("Ready")
                                                                      : tr("Draft");
    m_state->setText(u"%1 · %2 · %3"_s.arg(state, tr("%Ln word(s)", nullptr, note.words),
                                           tr("%Ln min read", nullptr, note.minutes)));
    if (!m_choices->checkedButton())
        return;
    showTarget(); // the page may have its name from the address
}

void PublishDialog::showChange()
{
    const QDate since = m_places->changedSince();
    if (!since.isValid())
        return m_change->dismiss();
    m_change->say(tr("Changed since it was published on %1.").arg(QLocale().toString(since, QLocale::LongFormat)),
                  {{tr("Publish again"), [this] { make(); }}});
}

void PublishDialog::showTarget()
{
    const PublishTarget &target = m_targets[m_target];
    m_what->setText(target.what);
    m_make->setText(target.action);
    m_files->setVisible(target.exportForm().has_value());
    const QString chosen = m_settings.publishFolder(m_session.folder(), target.key);
    m_folder = chosen.isEmpty() ? pagesFolder(m_settings) : chosen;
    m_place->setText(tr("It goes to %1").arg(QDir::toNativeSeparators(resultPath())));
    m_words->clear();
    showLosses();
    lookForResult();
}

void PublishDialog::setLook(QuietLook &look)
{
    m_lookTitle->show();
    m_look->show();
    look.setNamesPeople(true);
    const auto show = [this, &look] {
        m_lookTitle->setText(look.toDo() == 0 ? tr("The last look")
                                              : tr("The last look: %Ln thing(s)", nullptr, look.toDo()));
        m_look->setWritable(!m_session.isReadOnly());
        m_look->setFindings(look.findings(), look.text());
    };
    connect(&look, &QuietLook::looked, this, show);
    connect(m_look, &LastLookList::notHereWanted, &look, &QuietLook::leaveAlone);
    connect(m_look, &LastLookList::fixWanted, this, &PublishDialog::fixWanted);
    connect(m_look, &LastLookList::goTo, this, [this](const LookFinding &finding) {
        Q_EMIT placeWanted(finding);
        accept();
    });
    show();
    look.whenCurrent(show);
}

void PublishDialog::readNote()
{
    const auto readable = Markdown::Document::parse(m_note.text)->forReaders(m_session.clock().today(), readHtml);
    m_page->setNote(m_note.header, m_note.text, readable);
    readPost();
}

void PublishDialog::readPost()
{
    inBackground([id = m_note.header.id, library = m_session.folder(), &clock = m_session.clock()] {
        return postFrom(library, clock, id);
    }).then(this, [this](const Result<Post> &post) {
        if (!post)
            return say(errorText(post.error()), true);
        m_post = *post;
        setBusy(m_stop != nullptr);
        showLosses();
    });
}

void PublishDialog::showLosses()
{
    if (!m_post)
        return m_losses->clear();
    QStringList words;
    for (const Loss &loss : lossesOf(*m_post, m_targets[m_target].form))
        words << u"• "_s + lossText(loss);
    m_losses->setText(words.isEmpty() ? tr("All of the note survives there.") : words.join(u'\n'));
}

void PublishDialog::lookForResult()
{
    m_result->setEnabled(false);
    inBackground([path = resultPath()] {
        return QFileInfo::exists(path);
    }).then(this, [this, look = ++m_looked](bool there) {
        if (look == m_looked)
            m_result->setEnabled(there);
    });
}

QString PublishDialog::slug() const
{
    std::vector<NoteHeader> notes = m_session.shelf().notes();
    std::ranges::replace_if(
        notes, [this](const NoteHeader &each) { return each.id == m_note.header.id; },
        m_note.header); // the shelf may be behind
    return slugsOf(std::move(notes), m_session.shelf().settings().baseUrl)
        .value(m_note.header.id, slugOf(m_note.header));
}

QString PublishDialog::resultPath() const
{
    const QDir folder(m_folder);
    switch (m_targets[m_target].exportForm().value_or(ExportForm::Page)) {
    case ExportForm::Page:
        return folder.filePath(slug() + "/index.html"_L1);
    case ExportForm::Site:
        return folder.filePath(u"index.html"_s);
    case ExportForm::Pdf:
        return folder.filePath(slug() + ".pdf"_L1);
    case ExportForm::Markdown:
        return folder.filePath(slug() + ".md"_L1);
    case ExportForm::MediumArchive:
        return folder.filePath(u"medium-export.zip"_s);
    default:
        return folder.path();
    }
}

void PublishDialog::chooseFolder()
{
    askForPagesFolder(this, m_folder, [this](const QString &folder) { setFolder(folder); });
}

ExportRequest PublishDialog::request() const
{
    ExportRequest request{.form = m_targets[m_target].exportForm().value_or(ExportForm::Page),
                          .folder = m_folder,
                          .notes = {m_note.header.id}};
    if (request.form == ExportForm::Site) {
        for (const NoteHeader &note : m_session.shelf().notes()) {
            if (isForSite(note) && note.id != m_note.header.id)
                request.notes.push_back(note.id);
        }
    }
    return request;
}

void PublishDialog::make()
{
    if (m_stop)
        return;
    if (!m_targets[m_target].exportForm())
        return copy();
    m_stop = std::make_shared<std::atomic_bool>(false);
    setBusy(true);
    say(tr("Writing…"));
    const QPointer<QProgressBar> bar = m_progress;
    const auto goesOn = [stop = m_stop, bar](int done, int total) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [bar, done, total] {
                if (bar) {
                    bar->setRange(0, total);
                    bar->setValue(done);
                }
            },
            Qt::QueuedConnection);
        return !*stop;
    };
    inBackground([request = request(), goesOn, library = m_session.folder(), &clock = m_session.clock()] {
        return exportFrom(library, clock, request, goesOn);
    }).then(this, [this](const Result<ExportReport> &made) { showMade(made); });
}

void PublishDialog::copy()
{
    const PublishTarget::Way &way = m_targets[m_target].way;
    const auto *target = std::get_if<ClipTarget>(&way);
    const Clip clip = target ? clipOf(*m_post, *target) : markdownClip(m_note, *m_post, m_session.clock().today());
    auto *copied = new QMimeData;
    copied->setText(clip.text);
    if (!clip.html.isEmpty())
        copied->setHtml(clip.html);
    QGuiApplication::clipboard()->setMimeData(copied);
    say(tr("It is on the clipboard."));
}

void PublishDialog::showMade(const Result<ExportReport> &made)
{
    m_stop.reset();
    setBusy(false);
    if (!made && made.error().kind == Error::Kind::Stopped)
        return say(tr("Stopped; what stood there is as it was."));
    if (!made)
        return say(errorText(made.error()), true);
    const ExportForm form = m_targets[m_target].exportForm().value_or(ExportForm::Page);
    QStringList words;
    if (form == ExportForm::Page)
        words << tr("The page is written.");
    else if (form != ExportForm::Site)
        words << tr("It is written.");
    else if (made->changed == 0)
        words << tr("The site is up to date already.");
    else
        words << tr("The site is up to date: %Ln file(s) changed.", nullptr, made->changed);
    for (const Error &lost : made->lost)
        words << errorText(lost);
    lookForResult();
    say(words.join(u' '), !made->lost.empty());
    const QUrl base = m_session.shelf().settings().baseUrl;
    if (!base.isEmpty() && (form == ExportForm::Page || form == ExportForm::Site))
        m_places->propose(siteAddress(base, slug() + u'/'));
    Q_EMIT written(made->files.front());
}

void PublishDialog::setBusy(bool busy)
{
    m_make->setEnabled(!busy && m_post);
    m_progress->setRange(0, 0);
    m_progress->setVisible(busy);
    m_close->setText(busy ? tr("Stop") : tr("Close"));
}

/// Stops what is being made, else closes.
void PublishDialog::reject()
{
    if (m_stop)
        *m_stop = true;
    else
        QDialog::reject();
}

void PublishDialog::say(const QString &words, bool problem)
{
    m_words->setText(words);
    setRole(m_words, problem ? u"attention"_s : QString());
    announce(m_words, words);
}

} // namespace Weeknotes
