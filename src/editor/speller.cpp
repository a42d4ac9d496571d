// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/speller.h"

#include "core/answer.h"
#include "core/dictionaries.h"
#include "editor/ownwords.h"

#include <QLocale>
#include <QMutex>
#include <QThreadPool>
#include <QTimer>

#include <Sonnet/Speller>
#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>
#include <vector>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace Weeknotes {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostKnown = 20'000;  // words; a person uses some thousands
constexpr qsizetype atATime = 200; // so that a suggestion never waits long behind them

// A dictionary takes 10 MB, and a fifth of a second to read and let go of. Who opens a note to read it needs it once,
// for the words that stand there; whoever writes needs it again and again.
constexpr auto keptAfterReading = 1s;
constexpr auto keptWhileWriting = 60s;

/// Lets the threads that somebody waits for go first. QThread's priorities say nothing to Linux.
void stepBack()
{
#ifdef Q_OS_LINUX
    constexpr int nice = 10;
    setpriority(PRIO_PROCESS, 0, nice); // of this thread alone
#endif
}

/// What Sonnet holds it shares among all its users, without a lock.
Q_CONSTINIT QBasicMutex sonnetMutex;

} // namespace

/// Sonnet's side, in the thread. The dictionary is let go of when nobody has asked for a while.
class Speller::Worker final : public QObject
{
public:
    explicit Worker(Speller *speller) : m_unasked(this)
    {
        m_unasked.setSingleShot(true);
        m_unasked.setInterval(keptAfterReading);
        m_unasked.callOnTimeout(this, [this, speller] {
            close();
            m_unasked.setInterval(keptWhileWriting);
            Q_EMIT speller->rested();
        });
    }

    [[nodiscard]] Opened open(const QString &language, const QString &home)
    {
        const QMutexLocker lock(&sonnetMutex);
        if (!m_sonnet)
            m_sonnet = std::make_unique<Sonnet::Speller>(u"none"_s); // it would open and keep another one, some 10 MB
        const QStringList all = m_sonnet->availableLanguages();
        const QString name = nearestDictionary(language, all, home);
        const bool hasOthers =
            std::ranges::any_of(all, [&](const QString &each) { return !isSameLanguage(each, language); });
        if (name.isEmpty())
            return {.dictionary = {}, .hasOtherLanguages = hasOthers};
        m_sonnet->setLanguage(name);
        m_unasked.start();
        return {.dictionary = m_sonnet->isValid() ? name : QString(), .hasOtherLanguages = hasOthers}; // which reads it
    }
    [[nodiscard]] std::vector<bool> misspelt(const QStringList &words)
    {
        const QMutexLocker lock(&sonnetMutex);
        m_unasked.start();
        std::vector<bool> answers;
        for (const QString &word : words)
            answers.push_back(m_sonnet->isMisspelled(word));
        return answers;
    }
    [[nodiscard]] QStringList suggestions(const QString &word)
    {
        const QMutexLocker lock(&sonnetMutex);
        m_unasked.start();
        return m_sonnet->suggest(word);
    }
    [[nodiscard]] bool add(const QString &word)
    {
        const QMutexLocker lock(&sonnetMutex);
        m_unasked.start();
        return m_sonnet->addToPersonal(word);
    }
    [[nodiscard]] bool remove(const QString &word)
    {
        const QMutexLocker lock(&sonnetMutex);
        if (!OwnWords::remove(m_sonnet->language(), word))
            return false;
        m_sonnet->restore(); // which forgets it, too
        return true;
    }

private:
    void close()
    {
        const QMutexLocker lock(&sonnetMutex);
        m_sonnet->restore(); // which forgets the dictionary, and reads it again when it is next asked
#ifdef __GLIBC__
        malloc_trim(0); // its pieces are too small to go back to the system by themselves
#endif
    }

    std::unique_ptr<Sonnet::Speller> m_sonnet;
    QTimer m_unasked;
};

Speller::Speller(QObject *parent) : QObject(parent), m_known(mostKnown)
{
    m_thread.setObjectName(u"speller"_s);
}

Speller::~Speller()
{
    m_thread.quit();
    m_thread.wait();
}

/// `take(what work(worker) returned)` comes back to this thread.
template <typename Work, typename Take> void Speller::inWorker(Work work, Take take)
{
    if (!m_worker) {
        m_worker = new Worker(this);
        m_worker->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        connect(&m_thread, &QThread::started, m_worker, stepBack);
        m_thread.start();
    }
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, work = std::move(work), take = std::move(take)] {
        QMetaObject::invokeMethod(this, [take, result = work(*worker)] { take(result); }, Qt::QueuedConnection);
    });
}

void Speller::setLanguage(const QString &language)
{
    const QString wanted = language.isEmpty() ? u"en"_s : language;
    if (m_language == wanted)
        return;
    m_language = wanted;
    m_ready = false;
    m_dictionary.clear();
    forget();
    inWorker([wanted, home = QLocale().name()](Worker &worker) { return worker.open(wanted, home); },
             [this, wanted](const Opened &opened) {
                 if (wanted == m_language)
                     open(opened);
             });
}

void Speller::open(const Opened &opened)
{
    m_dictionary = opened.dictionary;
    m_hasOtherLanguages = opened.hasOtherLanguages;
    m_script = scriptOf(m_dictionary);
    m_ready = true;
    Q_EMIT changed();
}

void Speller::forget()
{
    ++m_generation;
    m_known.clear();
    m_asked.clear();
}

std::optional<bool> Speller::isMisspelt(const QString &word)
{
    if (m_ignored.contains(word) || isOurWord(word))
        return false;
    const bool *answer = m_known.object(word);
    return answer ? std::optional(*answer) : std::nullopt;
}

void Speller::ask(const QStringList &words)
{
    if (m_dictionary.isEmpty())
        return;
    QStringList fresh;
    for (const QString &word : words) {
        if (m_asked.contains(word))
            continue;
        m_asked.insert(word);
        fresh << word;
    }
    for (qsizetype at = 0; at < fresh.size(); at += atATime) {
        const QStringList some = fresh.sliced(at, std::min(atATime, fresh.size() - at));
        inWorker([some](Worker &worker) { return worker.misspelt(some); },
                 [this, some, generation = m_generation](const std::vector<bool> &answers) {
                     if (generation != m_generation)
                         return;
                     for (qsizetype i = 0; i < some.size(); ++i) {
                         m_known.insert(some[i], new bool(answers[size_t(i)]));
                         m_asked.remove(some[i]);
                     }
                     Q_EMIT answered();
                 });
    }
}

QFuture<QStringList> Speller::suggestions(const QString &word)
{
    const Answer<QStringList> answer;
    if (m_dictionary.isEmpty())
        answer(QStringList());
    else
        inWorker([word](Worker &worker) { return worker.suggestions(word); }, answer);
    return answer.future();
}

QFuture<bool> Speller::add(const QString &word)
{
    const Answer<bool> answer;
    inWorker([word](Worker &worker) { return worker.add(word); },
             [this, answer, word](bool added) {
                 if (!added) // Sonnet knows it only as long as it holds the dictionary
                     m_ignored.insert(word);
                 forget();
                 Q_EMIT changed();
                 answer(added);
             });
    return answer.future();
}

QFuture<QString> Speller::ownWord(const QString &word)
{
    const Answer<QString> answer;
    // Not behind what the worker is asked: a menu waits for it.
    QThreadPool::globalInstance()->start(
        [answer, word, dictionary = m_dictionary] { answer(OwnWords::find(dictionary, word)); });
    return answer.future();
}

QFuture<bool> Speller::remove(const QString &ownWord)
{
    const Answer<bool> answer;
    inWorker([ownWord](Worker &worker) { return worker.remove(ownWord); },
             [this, answer](bool removed) {
                 forget();
                 Q_EMIT changed();
                 answer(removed);
             });
    return answer.future();
}

void Speller::ignore(const QString &word)
{
    m_ignored.insert(word);
    Q_EMIT changed();
}

} // namespace Weeknotes
