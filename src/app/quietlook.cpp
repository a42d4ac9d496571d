// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quietlook.h"

#include "app/background.h"
#include "app/session.h"
#include "cli/imagefacts.h"
#include "notebook/lookinput.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr auto writingRests = 600ms;

bool isSameMatter(const LookFinding &a, const LookFinding &b)
{
    return a.rule == b.rule && a.key == b.key;
}

/// Takes those like `finding` over into `to`, where they stand in the order of the text.
void moveLike(const LookFinding &finding, std::vector<LookFinding> &from, std::vector<LookFinding> &to)
{
    const auto like =
        std::ranges::stable_partition(from, [&](const LookFinding &each) { return !isSameMatter(each, finding); });
    std::ranges::move(like, std::back_inserter(to));
    from.erase(like.begin(), like.end());
    std::ranges::stable_sort(to, {}, [](const LookFinding &each) { return each.range.begin; });
}

} // namespace

QuietLook::QuietLook(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(writingRests);
    connect(&m_rest, &QTimer::timeout, this, &QuietLook::look);
    connect(&session, &Session::draftOpened, this, &QuietLook::follow);
    connect(&session, &Session::draftClosed, this, [this] { follow(nullptr); });
    connect(&session, &Session::shelfChanged, this, [this] {
        forgetAround();
        if (m_traits && m_traits->size() != qsizetype(m_session.shelf().notes().size()))
            m_traits.reset();
        lookLater();
    });
    connect(&session, &Session::opening, this, [this] {
        ++m_reading;
        m_traits.reset();
        m_readsTraits = false;
    });
    if (session.draft())
        follow(session.draft());
}

int QuietLook::toDo() const
{
    return int(std::ranges::count_if(m_findings,
                                     [](const LookFinding &each) { return each.severity() != LookSeverity::Info; }));
}

void QuietLook::setNamesPeople(const QObject *whom, bool wants)
{
    const bool named = !m_namePeople.isEmpty();
    if (wants)
        m_namePeople.insert(whom);
    else
        m_namePeople.remove(whom);
    if (named == m_namePeople.isEmpty())
        lookLater();
}

void QuietLook::setAnswers(const QHash<QString, LinkAnswer> &answers)
{
    m_answers = answers;
    ++m_edit;
    if (!m_rest.isActive()) // answers that come one after the other put no look off
        look();
}

void QuietLook::follow(DraftSession *draft)
{
    forgetAround();
    m_images.clear();
    m_answers.clear();
    m_waiting.clear();
    lookLater();
    if (!m_findings.empty() || !m_leftAlone.empty()) {
        m_text.clear();
        show({});
    }
    if (!draft)
        return m_rest.stop();
    connect(draft, &DraftSession::documentChanged, this, &QuietLook::lookLater);
    connect(draft, &DraftSession::saved, this, &QuietLook::lookLater); // its fields may be others
    connect(draft, &DraftSession::imagesChanged, this, [this] {
        m_images.clear();
        lookLater();
    });
}

void QuietLook::forgetAround()
{
    ++m_asked;
    m_around.reset();
}

void QuietLook::lookLater()
{
    ++m_edit;
    if (m_session.draft())
        m_rest.start();
}

void QuietLook::whenCurrent(const QObject *context, std::function<void()> then)
{
    const DraftSession *draft = m_session.draft();
    if (m_looked == m_edit && (!draft || draft->isParsed()))
        return then();
    m_waiting.push_back({context, std::move(then)});
    look();
}

/// Looks, or has read what is wanted for that first, and then does.
void QuietLook::look()
{
    const DraftSession *draft = m_session.draft();
    if (!draft || !draft->isParsed()) // else it says so once it is
        return;
    m_rest.stop();
    readPeople();
    if (!readAround(*draft) || !readImages(*draft))
        return;
    NoteHeader header = draft->savedHeader();
    header.fields = draft->fields();
    inBackground([around = m_around, header, text = draft->text(), document = draft->document(), images = m_images,
                  answers = m_answers, traits = m_namePeople.isEmpty() ? std::nullopt : m_traits] {
        LookInput input = *around;
        input.note = header;
        input.text = text;
        input.document = document;
        input.images = images;
        input.answers = answers;
        if (traits)
            input.people = peopleNamed(*traits, input.notes, header);
        Found found;
        for (LookFinding &each : lastLook(input))
            (isLeftAlone(each, input) ? found.leftAlone : found.findings).push_back(std::move(each));
        return found;
    }).then(this, [this, edit = m_edit, text = draft->text()](Found found) {
        if (edit != m_edit)
            return; // of what is no more; another one follows
        m_looked = edit;
        m_text = text;
        show(std::move(found));
        for (Waiting &each : std::exchange(m_waiting, {})) {
            if (each.context)
                whenCurrent(each.context, std::move(each.then)); // the one before may have changed the text
        }
    });
}

bool QuietLook::readAround(const DraftSession &draft)
{
    if (m_around)
        return true;
    m_session.notebook()
        .lookInput(draft.savedHeader())
        .then(this, [this, asked = ++m_asked](const Result<LookInput> &around) {
            if (asked != m_asked)
                return;
            if (!around) { // which is told elsewhere
                m_waiting.clear();
                return Q_EMIT failed();
            }
            m_around = std::make_shared<const LookInput>(*around);
            look();
        });
    return false;
}

/// The look need not wait for it: another one follows.
void QuietLook::readPeople()
{
    if (m_namePeople.isEmpty() || m_traits || std::exchange(m_readsTraits, true))
        return;
    m_session.notebook()
        .readAll(TraitsReader())
        .then(this, [this, reading = ++m_reading](const Result<TraitsReader> &read) {
            if (reading != m_reading)
                return;
            m_readsTraits = false;
            if (!read)
                return;
            m_traits = read->traits;
            lookLater();
            look();
        });
}

bool QuietLook::readImages(const DraftSession &draft)
{
    for (const QString &name : ownImages(*draft.document())) {
        if (m_images.contains(name))
            continue;
        m_session.notebook()
            .image(draft.noteId(), name)
            .then(this, [this, name, note = draft.noteId()](const Result<QByteArray> &data) {
                if (!m_session.draft() || m_session.draft()->noteId() != note)
                    return;
                m_images.insert(name, imageFacts(data));
                look();
            });
        return false; // one after the other: they are large
    }
    return true;
}

void QuietLook::show(Found found)
{
    m_findings = std::move(found.findings);
    m_leftAlone = std::move(found.leftAlone);
    Q_EMIT looked();
}

void QuietLook::changeNotHere(const std::function<void(std::vector<NotHere> &notHere)> &change)
{
    m_session.notebook()
        .changeSettings([change](LibrarySettings &settings) { change(settings.notHere); })
        .then(this, [this](const Result<LibrarySettings> &changed) {
            if (!changed)
                Q_EMIT m_session.failed(changed.error());
        });
}

void QuietLook::leaveAlone(const LookFinding &finding)
{
    if (!m_session.draft())
        return;
    changeNotHere([left = notHere(finding, m_session.draft()->noteId())](std::vector<NotHere> &notHere) {
        notHere.push_back(left);
    });
    Found found{m_findings, m_leftAlone};
    moveLike(finding, found.findings, found.leftAlone);
    show(std::move(found));
}

void QuietLook::lookAgain(const LookFinding &finding)
{
    if (!m_session.draft())
        return;
    changeNotHere([left = notHere(finding, m_session.draft()->noteId())](std::vector<NotHere> &notHere) {
        std::erase(notHere, left);
    });
    Found found{m_findings, m_leftAlone};
    moveLike(finding, found.leftAlone, found.findings);
    show(std::move(found));
}

} // namespace Weeknotes
