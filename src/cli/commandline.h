// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "remote/web.h"

#include <QFile>
#include <QIODevice>
#include <QSize>
#include <QStringList>

#include <optional>

namespace Weeknotes {

/// Where a command reads and writes. All devices are open, belong to the caller and outlive the command.
struct Streams
{
    QIODevice &input;
    QIODevice &output;     ///< results, UTF-8
    QIODevice &errors;     ///< one sentence an error, UTF-8
    int columns = 0;       ///< width of the terminal behind `output`; 0: it is none, nothing is cut to fit
    bool progress = false; ///< a terminal stands behind `errors`, so long work may show how far it is
};

/// The standard streams of this process.
class ProcessStreams
{
public:
    ProcessStreams();
    [[nodiscard]] Streams streams();

private:
    QFile m_input;
    QFile m_output;
    QFile m_errors;
};

/// What a command line without a subcommand asks for: the window.
struct WindowOptions
{
    QString library;            ///< folder; never empty
    QString note;               ///< NOTE to open the window on (core/noteref.h); may be empty
    QString screenshot;         ///< PNG file to save a picture of the window in, and quit; empty: show the window
    QSize size;                 ///< of the window; invalid: the remembered one
    QString scheme;             ///< "light", "dark"; empty: the system's
    bool isLibraryGiven = true; ///< by --library or the environment; else `library` is only the default

    bool operator==(const WindowOptions &) const = default;
};

/// To be called first thing in main, before any application object: sees to a UTF-8 locale, so that arguments and
/// output are UTF-8 under LC_ALL=C too, to a closed pipe being an error of `write` instead of a signal, and to all
/// three standard streams being open.
void prepareProcess();

/// The window that `arguments` (program name first) ask for; nothing if they name a subcommand, ask for help or the
/// version, or are wrong: all that is for `runCommandLine`. Needs no application object. Arguments that Qt itself
/// takes ("-platform offscreen") are passed over.
[[nodiscard]] std::optional<WindowOptions> windowOptions(const QStringList &arguments);

/// The library of whoever gives none on the command line: $WEEKNOTES_LIBRARY, else the default folder.
[[nodiscard]] QString usualLibrary();

/// Runs the subcommand that `arguments` (program name first) name and returns the exit status:
///   0 done; 1 findings, no match or nothing to import; 2 wrong usage; 3 the input or the library can't be read;
///   4 could not write; 130 stopped by Ctrl+C.
/// Needs a QCoreApplication and no display. Blocks until all is done. `network` is asked only where the arguments say
/// so.
[[nodiscard]] int runCommandLine(const QStringList &arguments, const Streams &streams, const Clock &clock,
                                 const NetworkMaker &network = systemNetwork);

} // namespace Weeknotes
