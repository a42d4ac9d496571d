// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportdialog.h"

#include "app/appsettings.h"
#include "app/background.h"
#include "app/dialogparts.h"
#include "app/exportplace.h"
#include "app/exportrun.h"
#include "app/libraryexport.h"
#include "app/pagesfolder.h"
#include "app/seasoncharts.h"
#include "app/targetchoice.h"
#include "app/twolinedelegate.h"
#include "cli/errortext.h"
#include "publisher/post.h"
#include "publisher/slug.h"
#include "timeline/periodtext.h"
#include "timeline/timelinemodel.h"

#include <QAbstractListModel>
#include <QButtonGroup>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

QString exportDetailOf(const NoteHeader &note, QDate today)
{
    QStringList words;
    if (note.fields.covers)
        words << periodText(*note.fields.covers, QLocale(), today);
    else if (const auto day = knownDay(note))
        words << periodText({*day, *day}, QLocale(), today);
    words << statusName(note.fields.status);
    return words.join(u" · "_s);
}

} // namespace

/// The notes that go out: their titles, and their days and status. Made when they are looked at: there may be many.
class ExportList : public QAbstractListModel
{
public:
    static constexpr int detailRole = Qt::UserRole + 1;

    using QAbstractListModel::QAbstractListModel;

    void setNotes(std::vector<NoteHeader> notes, const LibrarySettings &settings, QDate today)
    {
        beginResetModel();
        m_notes = std::move(notes);
        m_settings = settings;
        m_today = today;
        endResetModel();
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_notes.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!index.isValid())
            return {};
        const NoteHeader &note = m_notes[size_t(index.row())];
        switch (role) {
        case Qt::DisplayRole:
            return headOf(note.fields, m_settings).title;
        case detailRole:
            return exportDetailOf(note, m_today);
        case Qt::AccessibleTextRole:
            return QString(headOf(note.fields, m_settings).title + u", "_s + exportDetailOf(note, m_today));
        default:
            return {};
        }
    }

private:
    std::vector<NoteHeader> m_notes;
    LibrarySettings m_settings;
    QDate m_today;
};

ExportDialog::ExportDialog(Session &session, AppSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_settings(settings)
    , m_scopes(new QComboBox(this))
    , m_statuses(new QButtonGroup(this))
    , m_count(wrappedLabel({}, u"small"_s, this))
    , m_rows(new ExportList(this))
    , m_list(new QListView(this))
    , m_nothing(wrappedLabel({}, u"second"_s, this))
    , m_choice(new TargetChoice(exportTargets(), this))
    , m_titleLabel(new QLabel(tr("&Title"), this))
    , m_title(new QLineEdit(this))
    , m_place(new ExportPlace(this))
    , m_run(new ExportRun(session, this))
{
    setWindowTitle(tr("Export"));
    resize(236 * Metrics::step, 168 * Metrics::step);
    setMinimumSize(172 * Metrics::step, 110 * Metrics::step);
    layOut();
    fillScopes();
    m_choice->setTarget(m_settings.exportTarget(m_session.folder()));
    connectParts();
    showTarget();
    m_scopes->setFocus();
}

ExportDialog::~ExportDialog()
{
    if (m_stopLooking)
        *m_stopLooking = true;
}

void ExportDialog::layOut()
{
    auto *halves = new QHBoxLayout;
    halves->setContentsMargins({});
    halves->setSpacing(0);
    halves->addWidget(makeNotes(), 1);
    halves->addWidget(hairline(QFrame::VLine, this));
    halves->addWidget(makeSide());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(halves, 1);
    column->addWidget(hairline(QFrame::HLine, this));
    column->addWidget(m_run);
}

QWidget *ExportDialog::makeNotes()
{
    auto *part = new QWidget(this);
    part->setProperty("role", u"paper"_s);
    part->setAttribute(Qt::WA_StyledBackground);
    m_scopes->setAccessibleName(tr("Which notes"));
    auto *chips = new QHBoxLayout;
    chips->setSpacing(Metrics::step);
    for (const auto &[status, words] : {std::pair(NoteStatus::Draft, tr("&Drafts too")),
                                        {NoteStatus::Ready, tr("&Ready and published")},
                                        {NoteStatus::Published, tr("&Published")}}) {
        QPushButton *chip = chipButton(words, part);
        m_statuses->addButton(chip, int(status));
        chips->addWidget(chip);
    }
    chips->addStretch(1);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new TwoLineDelegate(ExportList::detailRole, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setAccessibleName(tr("The notes that go out"));
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(4 * Metrics::step, 4 * Metrics::step, 4 * Metrics::step, 2 * Metrics::step);
    head->setSpacing(2 * Metrics::step);
    head->addWidget(wrappedLabel(tr("Which notes"), u"heading"_s, part));
    head->addWidget(m_scopes);
    head->addLayout(chips);
    head->addWidget(m_count);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    return part;
}

QWidget *ExportDialog::makeSide()
{
    auto *side = new QWidget(this);
    m_titleLabel->setBuddy(m_title);
    m_title->setAccessibleName(tr("Title of the book"));
    auto *title = new QHBoxLayout;
    title->setSpacing(3 * Metrics::step);
    title->addWidget(m_titleLabel);
    title->addWidget(m_title, 1);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(DialogSize::margin, 4 * Metrics::step, DialogSize::margin, 4 * Metrics::step);
    column->setSpacing(2 * Metrics::step);
    column->addWidget(wrappedLabel(tr("What they become"), u"heading"_s, side));
    column->addWidget(m_choice);
    column->addLayout(title);
    column->addSpacing(4 * Metrics::step);
    column->addWidget(wrappedLabel(tr("Where it goes"), u"heading"_s, side));
    column->addWidget(m_place);
    column->addStretch(1);
    return scrollingSide(side, this);
}

void ExportDialog::connectParts()
{
    connect(m_scopes, &QComboBox::currentIndexChanged, this, [this] {
        m_run->say({}); // it was said of others
        showScope();
    });
    connect(m_statuses, &QButtonGroup::idClicked, this, [this](int status) {
        m_status = NoteStatus(status);
        m_run->say({});
        showNotes();
    });
    connect(m_choice, &TargetChoice::targetChanged, this, [this] {
        m_run->say({});
        showTarget();
    });
    connect(m_title, &QLineEdit::textEdited, this, &ExportDialog::showPlace);
    connect(m_place, &ExportPlace::folderChosen, this, &ExportDialog::setFolder);
    connect(m_place, &ExportPlace::said, m_run, &ExportRun::say);
    connect(m_run, &ExportRun::makeRequested, this, [this] { make(); });
    connect(m_run, &ExportRun::closeRequested, this, &ExportDialog::reject);
    connect(m_run, &ExportRun::made, this, [this] {
        m_place->look();
        Q_EMIT written(resultPath());
    });
    connect(&m_session, &Session::shelfChanged, this, &ExportDialog::showNotes);
    connect(&m_session, &Session::opening, this, [this] {
        m_run->stop();
        QDialog::reject();
    });
}

void ExportDialog::fillScopes()
{
    const SeasonLooks &seasons = m_session.shelf().settings().seasons;
    m_stretches = stretchesOf(m_session.lastingShelf().notes());
    m_scopes->addItem(tr("All notes"));
    for (const Stretch &each : m_stretches)
        m_scopes->addItem(each.season ? stretchName(each, seasons) : tr("The year %1").arg(stretchName(each)));
}

void ExportDialog::chooseStretch(const Stretch &stretch)
{
    const auto row = std::ranges::find(m_stretches, stretch);
    if (row != m_stretches.end())
        m_scopes->setCurrentIndex(int(row - m_stretches.begin()) + 1);
}

void ExportDialog::chooseNotes(const std::vector<NoteId> &notes)
{
    m_given = QSet<NoteId>(notes.begin(), notes.end());
    if (isOfSite())
        m_choice->setTarget(u"page"_s);
    m_scopes->addItem(tr("The %Ln chosen in the timeline", nullptr, int(notes.size())));
    m_scopes->setCurrentIndex(m_scopes->count() - 1);
}

void ExportDialog::setTarget(const QString &key)
{
    m_choice->setTarget(key);
}

void ExportDialog::setFolder(const QString &folder)
{
    m_settings.setPublishFolder(m_session.folder(), m_choice->target().key, folder);
    m_run->say({});
    showPlace();
}

Stretch ExportDialog::stretch() const
{
    const int row = m_scopes->currentIndex();
    return row > 0 && row <= int(m_stretches.size()) ? m_stretches[size_t(row) - 1] : Stretch();
}

bool ExportDialog::isOfGiven() const
{
    return m_scopes->currentIndex() > int(m_stretches.size());
}

bool ExportDialog::isOfSite() const
{
    return m_choice->target().exportForm() == ExportForm::Site;
}

NoteStatus ExportDialog::leastStatus() const
{
    return NoteStatus(m_statuses->checkedId());
}

NoteStatus ExportDialog::usualStatus() const
{
    const QString last = m_settings.exportStatus(m_session.folder(), m_choice->target().key);
    const NoteStatus status = m_status      ? *m_status
                              : isOfGiven() ? NoteStatus::Draft // who chooses each by hand means each
                                            : noteStatusFromString(last).value_or(NoteStatus::Ready);
    return isOfSite() ? std::max(status, NoteStatus::Ready) : status;
}

void ExportDialog::setLeastStatus(NoteStatus status)
{
    m_statuses->button(int(status))->setChecked(true);
}

void ExportDialog::showScope()
{
    if (isOfGiven() != std::exchange(m_wasOfGiven, isOfGiven())) {
        m_status.reset(); // it was meant of others
        setLeastStatus(usualStatus());
    }
    showNotes();
}

void ExportDialog::showNotes()
{
    const LibrarySettings &settings = m_session.shelf().settings();
    std::vector<NoteHeader> notes = m_session.lastingShelf().notes();
    const bool isEmpty = notes.empty();
    m_leftOut = 0;
    std::erase_if(notes, [this, isGiven = isOfGiven(), stretch = stretch(), least = leastStatus()](const auto &note) {
        const bool isMeant = isGiven ? m_given.contains(note.id) : stretch.holds(note);
        const bool isOut = !isMeant || note.fields.status < least;
        m_leftOut += isOut && isForSite(note) ? 1 : 0;
        return isOut;
    });
    std::ranges::sort(notes, newerFirst);
    m_notes.clear();
    m_drafts = 0;
    int words = 0;
    for (const NoteHeader &note : notes) {
        m_notes.push_back(note.id);
        m_drafts += note.fields.status == NoteStatus::Draft ? 1 : 0;
        words += note.words;
    }
    m_list->setVisible(!notes.empty());
    m_nothing->setVisible(notes.empty());
    m_nothing->setText(isEmpty                                  ? tr("There is no note yet.")
                       : leastStatus() == NoteStatus::Published ? tr("None of these notes is published yet.")
                                                                : tr("None of these notes is ready or published yet."));
    m_count->setText(tr("%Ln note(s)", nullptr, int(notes.size())) + u" · "_s + tr("%Ln word(s)", nullptr, words));
    m_run->setReady(!notes.empty());
    m_rows->setNotes(std::move(notes), settings, m_session.shelf().today());
    showPlace();
    readLosses();
}

void ExportDialog::showTarget()
{
    const PublishTarget &target = m_choice->target();
    const bool isBook = target.exportForm() == ExportForm::Book;
    m_title->setVisible(isBook);
    m_titleLabel->setVisible(isBook);
    m_run->setAction(target.action);
    const int before = m_statuses->checkedId();
    setLeastStatus(usualStatus());
    if (m_statuses->checkedId() != before)
        return showNotes();
    showPlace();
    readLosses();
}

/// What the person should know of this form of these notes.
QStringList ExportDialog::remarks() const
{
    QStringList words;
    if (m_drafts > 0 && m_choice->target().group == PublishTarget::Group::Web)
        words << tr("%Ln of them are drafts, which readers see then.", nullptr, m_drafts);
    if (isOfSite() && m_leftOut > 0)
        words << tr("The site will have these notes alone: what an earlier one had of others goes.");
    if (isOfSite())
        words << siteLacks(m_session.shelf().settings());
    return words;
}

void ExportDialog::showPlace()
{
    const PublishTarget &target = m_choice->target();
    const LibrarySettings &settings = m_session.shelf().settings();
    m_title->setPlaceholderText(bookTitle(settings, stretch()));
    m_folder = targetFolder(m_settings, m_session.folder(), target.key);
    m_place->setPlace(m_folder, file());
    m_place->setRemarks(remarks());
    m_place->setAddress(isOfSite() ? siteAddress(settings.baseUrl, {}) : QUrl());
}

void ExportDialog::readLosses()
{
    if (m_stopLooking)
        *m_stopLooking = true;
    const PostForm form = m_choice->target().form;
    const QString none = tr("All of their text survives there.");
    if (m_notes.empty())
        return m_choice->showWords({});
    if (form == PostForm::Markdown)
        return m_choice->showLosses({}, none);
    m_choice->showWords(tr("Looking for what does not survive there…"));
    m_stopLooking = std::make_shared<std::atomic_bool>(false);
    inBackground([request = request(), form, stop = m_stopLooking, library = m_session.folder(),
                  &clock = m_session.clock()] {
        return lossesFrom(library, clock, request, form, *stop);
    }).then(this, [this, none, stop = m_stopLooking](const Result<std::vector<Loss>> &losses) {
        if (*stop)
            return; // of what was chosen before
        if (losses)
            m_choice->showLosses(*losses, none);
        else
            m_choice->showWords(errorText(losses.error()));
    });
}

QString ExportDialog::bookName() const
{
    const QString typed = m_title->text().simplified();
    return typed.isEmpty() ? m_title->placeholderText() : typed;
}

/// The one there is to open; empty where none is more than the others.
QString ExportDialog::file() const
{
    const QDir folder(m_folder);
    switch (m_choice->target().exportForm().value_or(ExportForm::Site)) {
    case ExportForm::Site:
        return folder.filePath(u"index.html"_s);
    case ExportForm::Book:
        return folder.filePath(bookFileName(bookName()));
    default:
        return {};
    }
}

QString ExportDialog::resultPath() const
{
    return file().isEmpty() ? m_folder : file();
}

ExportRequest ExportDialog::request() const
{
    return {.form = m_choice->target().exportForm().value_or(ExportForm::Site),
            .folder = m_folder,
            .notes = m_notes,
            .title = bookName()};
}

void ExportDialog::make()
{
    const QString &key = m_choice->target().key;
    m_settings.setExportTarget(m_session.folder(), key);
    if (m_status || !isOfGiven())
        m_settings.setExportStatus(m_session.folder(), key, nameOf(leastStatus()));
    m_run->start(request());
}

/// Stops what is being made, else closes.
void ExportDialog::reject()
{
    if (!m_run->stop())
        QDialog::reject();
}

} // namespace Weeknotes
