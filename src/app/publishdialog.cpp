// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publishdialog.h"

#include "app/appsettings.h"
#include "app/background.h"
#include "app/banner.h"
#include "app/dialogparts.h"
#include "app/exportplace.h"
#include "app/exportrun.h"
#include "app/lastlooklist.h"
#include "app/libraryexport.h"
#include "app/linkcheck.h"
#include "app/lookactions.h"
#include "app/pagesfolder.h"
#include "app/publishpage.h"
#include "app/publishplaces.h"
#include "app/quietlook.h"
#include "app/remotepictures.h"
#include "app/targetchoice.h"
#include "app/webbar.h"
#include "cli/errortext.h"
#include "cli/losstext.h"
#include "exporter/typesetpost.h"
#include "html/readhtml.h"
#include "publisher/slug.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QPointer>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int mostFindings = 5; // in view

/// What the target of that key does, as a button says it.
QString againWords(const QString &key)
{
    const std::vector<PublishTarget> targets = publishTargets();
    const auto target = std::ranges::find(targets, key, &PublishTarget::key);
    if (target == targets.end())
        return PublishDialog::tr("Publish again");
    return target->exportForm() ? QString(target->action).remove(u'&')
                                : PublishDialog::tr("Copy for %1").arg(target->name);
}

} // namespace

PublishDialog::PublishDialog(Session &session, AppSettings &settings, Note note, Scheme scheme, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_settings(settings)
    , m_note(std::move(note))
    , m_page(new PublishPage(session, scheme, this))
    , m_title(wrappedLabel({}, u"display"_s, this))
    , m_state(wrappedLabel({}, u"second"_s, this))
    , m_change(new Banner(this))
    , m_look(new LastLookList(this))
    , m_lookTitle(wrappedLabel({}, u"heading"_s, this))
    , m_lookHead(new QVBoxLayout)
    , m_choice(new TargetChoice(publishTargets(), this))
    , m_place(new ExportPlace(this))
    , m_places(new PublishPlaces(session, m_note.header, this))
    , m_run(new ExportRun(session, this))
{
    setWindowTitle(tr("Publish"));
    resize(QSize(290 * Metrics::step, 180 * Metrics::step).boundedTo(screen()->availableSize()));
    setMinimumSize(180 * Metrics::step, 110 * Metrics::step);
    layOut();
    m_choice->setTarget(m_settings.publishTarget(m_session.folder()));
    connectParts();
    readNote();
    showNote(m_note.header);
}

void PublishDialog::layOut()
{
    auto *halves = new QHBoxLayout;
    halves->setContentsMargins({});
    halves->setSpacing(0);
    halves->addWidget(m_page, 1);
    halves->addWidget(hairline(QFrame::VLine, this));
    halves->addWidget(makeSide());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(halves, 1);
    column->addWidget(hairline(QFrame::HLine, this));
    column->addWidget(m_run);
}

void PublishDialog::connectParts()
{
    connect(&m_session, &Session::noteChanged, this, [this](const NoteHeader &header) {
        const DraftSession *draft = m_session.draft();
        if (header.id != m_note.header.id || !draft || draft->noteId() != header.id)
            return;
        const bool isOther = draft->text() != m_note.text; // a fix of the last look
        if (header.changedSince != m_note.header.changedSince)
            m_places->setNote(header);
        m_note = {header, draft->text()};
        showNote(header);
        if (isOther)
            readNote();
        else if (!m_post)
            readPost(); // it could not be saved before
    });
    connect(m_choice, &TargetChoice::targetChanged, this, [this] {
        m_settings.setPublishTarget(m_session.folder(), m_choice->target().key);
        m_copiesSoon = false;
        m_run->say({});
        showTarget();
    });
    connect(m_place, &ExportPlace::folderChosen, this, &PublishDialog::setFolder);
    connect(m_place, &ExportPlace::said, m_run, &ExportRun::say);
    connect(m_places, &PublishPlaces::noteChanged, this, [this](const NoteHeader &note) {
        showNote(note);
        readPost(); // it may be published first at another place now
    });
    connect(m_places, &PublishPlaces::placesRead, this, &PublishDialog::showChange);
    connect(m_places, &PublishPlaces::failed, this, [this](const Error &error) { m_run->say(errorText(error), true); });
    connect(m_places, &PublishPlaces::done, this, [this](const QString &words) { m_run->say(words); });
    connect(m_run, &ExportRun::makeRequested, this, &PublishDialog::make);
    connect(m_run, &ExportRun::closeRequested, this, &PublishDialog::reject);
    connect(m_run, &ExportRun::made, this, &PublishDialog::takeMade);
}

QWidget *PublishDialog::makeSide()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(DialogSize::margin, 4 * Metrics::step, DialogSize::margin, 4 * Metrics::step);
    column->setSpacing(2 * Metrics::step);
    column->addWidget(m_title);
    column->addWidget(m_state);
    m_change->stack();
    column->addWidget(m_change);
    column->addSpacing(4 * Metrics::step);
    column->addLayout(m_lookHead);
    column->addWidget(m_look);
    m_lookTitle->hide();
    m_look->hide();
    m_look->setMostRows(mostFindings);
    m_look->setGoesOnClick(false); // which would close this window
    column->addSpacing(4 * Metrics::step);
    column->addWidget(wrappedLabel(tr("Where it goes"), u"heading"_s, side));
    column->addWidget(m_choice);
    column->addWidget(m_place);
    column->addSpacing(4 * Metrics::step);
    column->addWidget(wrappedLabel(tr("Where it stands"), u"heading"_s, side));
    column->addWidget(m_places);
    column->addStretch(1);
    return scrollingSide(side, this);
}

void PublishDialog::setTarget(const QString &key)
{
    m_choice->setTarget(key);
}

void PublishDialog::setFolder(const QString &folder)
{
    m_settings.setPublishFolder(m_session.folder(), m_choice->target().key, folder);
    m_run->say({});
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
    showChange();
    showTarget(); // the page may have its name from the address
}

void PublishDialog::showChange()
{
    const std::optional<QDate> &since = m_note.header.changedSince;
    if (!since || !m_places->outdated())
        return m_change->dismiss();
    QString again;
    for (const QUrl &place : *m_places->outdated()) {
        if (again.isEmpty())
            again = targetOf(place);
    }
    const QString words =
        tr("Changed since it was published on %1.").arg(QLocale().toString(*since, QLocale::LongFormat));
    if (m_change->isHidden() || m_change->text() != words || m_again != again) { // a fix of the last look is no news
        m_again = again;
        m_change->say(words, {{againWords(again), [this] { publishAgain(); }},
                              {tr("It is up to date there"), [this] { m_places->confirmOutdated(); }}});
    }
}

QString PublishDialog::targetOf(const QUrl &place) const
{
    const QString host = u'.' + place.host();
    if (host.endsWith(".medium.com"_L1))
        return u"clip-medium"_s;
    if (host.endsWith(".wordpress.com"_L1))
        return u"clip-wordpress"_s;
    const bool hasSite = !m_settings.publishFolder(m_session.folder(), u"site"_s).isEmpty();
    return hasSite && m_session.shelf().settings().baseUrl.isParentOf(place) ? u"site"_s : QString();
}

void PublishDialog::publishAgain()
{
    if (!m_again.isEmpty())
        setTarget(m_again);
    make();
    showChange(); // until the person says that it stands there
}

void PublishDialog::showTarget()
{
    const PublishTarget &target = m_choice->target();
    m_run->setAction(target.action);
    m_folder = targetFolder(m_settings, m_session.folder(), target.key);
    const QString path = resultPath();
    m_place->setVisible(target.exportForm().has_value());
    m_place->setPlace(m_folder, path == m_folder ? QString() : path);
    m_place->setAddress(address());
    QStringList remarks;
    if (target.exportForm() == ExportForm::Site) {
        if (!isForSite(m_note.header))
            remarks << tr("The note is a draft: the next update takes it off the site, unless it is marked as ready or "
                          "published by then.");
        remarks << siteLacks(m_session.shelf().settings());
    }
    m_place->setRemarks(remarks);
    showPost();
}

/// What becomes of it where it goes, and what is around the text there.
void PublishDialog::showPost()
{
    if (!m_post) {
        m_choice->showWords({});
        return m_page->setSurroundings({}, {});
    }
    const Post post = postThere();
    m_choice->showLosses(lossesOf(post, m_choice->target().form), tr("All of the note survives there."));
    m_page->setSurroundings(pageFootOf(post, m_session.shelf().settings()), pageReferencesOf(post));
}

/// The post as it is in the place that is chosen.
Post PublishDialog::postThere() const
{
    const std::vector<NoteHeader> &notes = m_session.shelf().notes();
    const LibrarySettings &settings = m_session.shelf().settings();
    const ExportRequest there = request();
    const auto [previous, next] = pageNeighbours(notes, there, m_note.header.id);
    const auto linkTo = [&settings](const NoteHeader *note) {
        return note ? std::optional(PostLink{headOf(note->fields, settings).title, {}}) : std::nullopt;
    };
    Post post = *m_post;
    post.previous = linkTo(previous);
    post.next = linkTo(next);
    if (linksItsNotes(there.form))
        post.links =
            linksTo(notes, settings.week, *post.document, sitePages(slugsOf(notes, settings.baseUrl), there.notes));
    return post;
}

void PublishDialog::setLook(LookActions &actions)
{
    QuietLook &look = actions.look();
    auto *bar = new WebBar(m_lookTitle, actions.links(), {&actions.links(), &actions.pictures()}, this);
    m_lookHead->addWidget(bar);
    setTabOrder(&m_page->view(), bar->button());
    m_lookTitle->show();
    m_look->show();
    look.setNamesPeople(this, true);
    connect(this, &QObject::destroyed, &look, [this, &look] { look.setNamesPeople(this, false); });
    const auto showTitle = [this, &look] {
        if (m_look->showsLeftAlone())
            m_lookTitle->setText(tr("The last look: left alone"));
        else if (look.toDo() == 0)
            m_lookTitle->setText(tr("The last look"));
        else
            m_lookTitle->setText(tr("The last look: %Ln thing(s)", nullptr, look.toDo()));
    };
    const auto show = [this, &look, showTitle] {
        m_look->setWritable(!m_session.isReadOnly());
        m_look->setFindings(look.findings(), look.text(), look.leftAlone());
        showTitle();
    };
    connect(&look, &QuietLook::looked, this, show);
    connect(m_look, &LastLookList::turned, this, showTitle);
    connect(m_look, &LastLookList::allPicturesWanted, &actions.pictures(), &RemotePictures::bringAll);
    connect(m_look, &LastLookList::notHereWanted, &look, &QuietLook::leaveAlone);
    connect(m_look, &LastLookList::hereWanted, &look, &QuietLook::lookAgain);
    connect(m_look, &LastLookList::fixWanted, this, &PublishDialog::fixWanted);
    connect(m_look, &LastLookList::goTo, this, [this](const LookFinding &finding) {
        Q_EMIT placeWanted(finding);
        accept();
    });
    show();
    look.whenCurrent(this, show);
}

void PublishDialog::readNote()
{
    const auto readable = Markdown::Document::parse(m_note.text)->forReaders(m_session.clock().today(), readHtml);
    m_page->setNote(m_note.header, m_note.text, readable);
    readPost();
}

void PublishDialog::readPost()
{
    m_post.reset();
    m_run->setReady(false);
    m_session.settle([self = QPointer(this), read = ++m_reads](bool safe) {
        if (!self || read != self->m_reads)
            return;
        if (!safe)
            return self->m_run->say(tr("What you wrote last could not be saved yet."), true);
        PublishDialog *dialog = self;
        inBackground([id = dialog->m_note.header.id, library = dialog->m_session.folder(),
                      &clock = dialog->m_session.clock()] {
            return postFrom(library, clock, id);
        }).then(dialog, [dialog, read](const Result<Post> &post) {
            if (read == dialog->m_reads)
                dialog->takePost(post);
        });
    });
}

void PublishDialog::takePost(const Result<Post> &post)
{
    const bool copies = std::exchange(m_copiesSoon, false);
    if (!post)
        return m_run->say(errorText(post.error()), true);
    m_post = *post;
    m_run->setReady(true);
    if (m_reads == 1) // so far it could not have it
        m_run->makeButton().setFocus();
    showPost();
    if (copies)
        copy();
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
    switch (m_choice->target().exportForm().value_or(ExportForm::Page)) {
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

QUrl PublishDialog::address() const
{
    const QUrl base = m_session.shelf().settings().baseUrl;
    const auto form = m_choice->target().exportForm();
    const bool isOnSite = form == ExportForm::Page || form == ExportForm::Site;
    return isOnSite && !base.isEmpty() ? siteAddress(base, slug() + u'/') : QUrl();
}

ExportRequest PublishDialog::request() const
{
    ExportRequest request{.form = m_choice->target().exportForm().value_or(ExportForm::Page),
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

/// Of the text as it is, saved or not.
void PublishDialog::make()
{
    m_session.settle([self = QPointer(this)](bool safe) {
        if (self && safe)
            self->makeSaved();
        else if (self)
            self->m_run->say(tr("Nothing was made, since what you wrote last could not be saved yet."), true);
    });
}

void PublishDialog::makeSaved()
{
    if (m_choice->target().exportForm())
        m_run->start(request());
    else if (m_post)
        copy();
    else
        m_copiesSoon = true;
}

void PublishDialog::copy()
{
    const PublishTarget::Way &way = m_choice->target().way;
    const auto *target = std::get_if<ClipTarget>(&way);
    const Clip clip = target ? clipOf(*m_post, *target) : markdownClip(m_note, *m_post, m_session.clock().today());
    auto *copied = new QMimeData;
    copied->setText(clip.text);
    if (!clip.html.isEmpty())
        copied->setHtml(clip.html);
    QGuiApplication::clipboard()->setMimeData(copied);
    QStringList words{tr("It is on the clipboard.")};
    if (m_post->hiddenPassages > 0)
        words << hiddenText(m_post->hiddenPassages);
    m_run->say(words.join(u' '));
}

void PublishDialog::takeMade(const ExportReport &made)
{
    m_place->look();
    m_places->propose(address());
    Q_EMIT written(made.files.front());
}

/// Stops what is being made, else closes.
void PublishDialog::reject()
{
    if (!m_run->stop())
        QDialog::reject();
}

} // namespace Weeknotes
