// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/commandline.h"
#include "cli/printer.h"
#include "core/error.h"
#include "core/note.h"
#include "storage/library.h"

#include <QCommandLineParser>

#include <expected>
#include <optional>

namespace Weeknotes {

/// A value, or the status to leave with after a failure that has been told on standard error.
template <typename T> using Outcome = std::expected<T, ExitStatus>;

/// What a command leaves with that ends by such an error.
[[nodiscard]] ExitStatus statusOf(Error::Kind kind);

/// One run of a subcommand: its arguments, streams, clock, library and way to the network.
class Invocation
{
public:
    Invocation(const Command &command, const QCommandLineParser &arguments, QString libraryFolder,
               const Streams &streams, const Clock &clock, NetworkMaker network);

    Printer out;
    Printer errors;
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] const NetworkMaker &network() const { return m_network; }
    [[nodiscard]] const QString &libraryFolder() const { return m_libraryFolder; }
    [[nodiscard]] bool showsProgress() const { return m_streams.progress; }

    [[nodiscard]] QStringList operands() const { return m_arguments.positionalArguments(); }
    [[nodiscard]] bool isSet(const QString &option) const { return m_arguments.isSet(option); }
    [[nodiscard]] QString value(const QString &option) const { return m_arguments.value(option); }
    /// What standard input holds, to its end.
    [[nodiscard]] QString readInput() { return QString::fromUtf8(m_streams.input.readAll()); }
    /// The option's value as a whole number from `least` on; nothing where it is not given.
    [[nodiscard]] Outcome<std::optional<int>> number(const QString &option, int least = 0,
                                                     std::optional<int> most = {});
    /// The option's value as one of a set of words, `read` by one of core's functions; nothing where it is not given.
    template <typename Read>
    [[nodiscard]] auto word(const QString &option, Read read, const QString &accepted)
        -> Outcome<decltype(read(option))>
    {
        if (!isSet(option))
            return std::nullopt;
        auto meant = read(value(option));
        if (!meant)
            return std::unexpected(fail({Error::Kind::BadValue, asTyped(option), accepted}));
        return meant;
    }
    /// `text` as a day, "2026-11-20".
    [[nodiscard]] Outcome<QDate> day(const QString &text);
    /// The option's value as a day; nothing where it is not given.
    [[nodiscard]] Outcome<std::optional<QDate>> dayOf(const QString &option);

    /// Opens the library, which is made where it is missing. `ReadOnly` is enough for whoever changes nothing.
    [[nodiscard]] Outcome<std::unique_ptr<Library>> openLibrary(Library::Access access);
    /// The note that `reference` means; without one the status is NoMatch.
    [[nodiscard]] Outcome<NoteHeader> findNote(Library &library, const QString &reference);

    /// Says what went wrong. The status is the error's own, or `status`.
    ExitStatus fail(const Error &error, std::optional<ExitStatus> status = {});
    /// Says `sentence`, which explains a wrong usage.
    ExitStatus wrongUsage(const QString &sentence);
    /// What `result` holds; its error has been told.
    template <typename T> [[nodiscard]] Outcome<T> told(Result<T> result)
    {
        return std::move(result).transform_error([this](const Error &error) { return fail(error); });
    }

private:
    [[nodiscard]] Outcome<QDate> dayFrom(const QString &text, const QString &subject);
    /// "--limit 5", to name an option's value in an error.
    [[nodiscard]] QString asTyped(const QString &option) const;

    const QCommandLineParser &m_arguments;
    QString m_commandName;
    QString m_libraryFolder;
    Streams m_streams;
    const Clock &m_clock;
    NetworkMaker m_network;
};

} // namespace Weeknotes
