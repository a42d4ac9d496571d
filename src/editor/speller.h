// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QChar>
#include <QFuture>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QThread>

#include <optional>

namespace Weeknotes {

/// Tells which words are misspelt, by the dictionaries that are installed (Sonnet). They are asked in a thread of its
/// own, since opening one reads the disk and suggestions take their time; what they answered is kept, bounded.
/// UI thread only; nothing here waits, but the end, for the word that is being looked at.
class Speller final : public QObject
{
    Q_OBJECT

public:
    explicit Speller(QObject *parent = nullptr);
    ~Speller() override;

    /// Opens the dictionary nearest to `language` (BCP 47; English if empty), and says `changed` when that is done.
    /// Nothing where it is the language already.
    void setLanguage(const QString &language);
    [[nodiscard]] const QString &language() const { return m_language; }
    /// Whether the dictionaries were looked through for the language.
    [[nodiscard]] bool isReady() const { return m_ready; }
    /// The name of the one that is open, as in "en_GB"; empty where there is none, or not yet.
    [[nodiscard]] const QString &dictionary() const { return m_dictionary; }
    /// Whether there are some of other languages.
    [[nodiscard]] bool hasOtherLanguages() const { return m_hasOtherLanguages; }
    /// What its words are written in, if that is known.
    [[nodiscard]] std::optional<QChar::Script> script() const { return m_script; }

    /// Empty: not known yet, ask.
    [[nodiscard]] std::optional<bool> isMisspelt(const QString &word);
    /// Finds out, and says `answered`.
    void ask(const QStringList &words);
    /// The best first.
    [[nodiscard]] QFuture<QStringList> suggestions(const QString &word);
    /// Adds `word` to the person's own dictionary of that language; false: that could not be written, and it counts as
    /// right only until the end.
    [[nodiscard]] QFuture<bool> add(const QString &word);
    /// The word of the person's own dictionary that lets `word` count as right; empty where none does.
    [[nodiscard]] QFuture<QString> ownWord(const QString &word);
    /// Takes it out of there; false: that could not be written, and it counts as right as before.
    [[nodiscard]] QFuture<bool> remove(const QString &ownWord);
    /// It counts as right until the end, in each language.
    void ignore(const QString &word);

Q_SIGNALS:
    /// More words are known.
    void answered();
    /// Another dictionary, or other words in it: what was known holds no more.
    void changed();
    /// Nobody asked for a while, and the dictionary gave its memory back until somebody does. From the other thread.
    void rested();

private:
    class Worker;
    struct Opened
    {
        QString dictionary; ///< empty: none
        bool hasOtherLanguages = false;
    };
    template <typename Work, typename Take> void inWorker(Work work, Take take);
    void open(const Opened &opened);
    void forget();

    QThread m_thread;
    Worker *m_worker = nullptr; ///< in that thread
    QString m_language;
    QString m_dictionary;
    std::optional<QChar::Script> m_script;
    bool m_hasOtherLanguages = false;
    bool m_ready = false;
    int m_generation = 0; ///< of what is known
    QCache<QString, bool> m_known;
    QSet<QString> m_asked;
    QSet<QString> m_ignored;
};

} // namespace Weeknotes
