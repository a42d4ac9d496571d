// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/errortext.h"
#include "cli/invocation.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <clocale>
#include <csignal>
#include <fcntl.h>
#include <langinfo.h>
#include <ranges>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::CommandLine)
};

QCommandLineOption libraryOption()
{
    return {u"library"_s, CommandLine::tr("the library’s folder; made where it is missing"), u"DIR"_s};
}

QCommandLineOption helpOption()
{
    return {{u"h"_s, u"help"_s}, CommandLine::tr("this help")};
}

QList<QCommandLineOption> windowOnlyOptions()
{
    QList<QCommandLineOption> options{{u"note"_s, CommandLine::tr("open the window on this note"), u"NOTE"_s},
                                      {u"screenshot"_s, {}, u"FILE"_s},
                                      {u"size"_s, {}, u"WxH"_s},
                                      {u"scheme"_s, {}, u"SCHEME"_s}};
    for (QCommandLineOption &option : options | std::views::drop(1))
        option.setFlags(QCommandLineOption::HiddenFromHelp);
    return options;
}

QList<QCommandLineOption> programOptions()
{
    return QList{libraryOption()} + windowOnlyOptions() +
           QList{helpOption(), QCommandLineOption({u"v"_s, u"version"_s}, CommandLine::tr("the version"))};
}

QString libraryFolder(const QString &option)
{
    QString folder = option;
    if (folder.isEmpty())
        folder = qEnvironmentVariable("WEEKNOTES_LIBRARY");
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/weeknotes/library"_s;
    return QDir(folder).absolutePath();
}

/// The arguments without those that QApplication takes for itself.
QStringList withoutQtOptions(const QStringList &arguments)
{
    static constexpr std::array takingValue{
        "-platform"_L1,   "-platformpluginpath"_L1, "-platformtheme"_L1, "-plugin"_L1,       "-style"_L1,
        "-stylesheet"_L1, "-qwindowgeometry"_L1,    "-qwindowicon"_L1,   "-qwindowtitle"_L1, "-display"_L1,
        "-session"_L1};
    QStringList ours;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        // Qt takes them with two dashes as well.
        const QString name = arguments[i].sliced(arguments[i].startsWith("--"_L1) ? 1 : 0);
        if (std::ranges::contains(takingValue, name))
            ++i;
        else if (name != "-reverse"_L1 && !name.startsWith("-style="_L1) && !name.startsWith("-stylesheet="_L1))
            ours << arguments[i];
    }
    return ours;
}

/// Reads what stands before the subcommand; the subcommand and all after it are the positional arguments.
bool parseProgram(QCommandLineParser &parser, const QStringList &arguments)
{
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    parser.addOptions(programOptions());
    return parser.parse(arguments);
}

/// Nothing if it is not of the form "1280x800".
std::optional<QSize> sizeFrom(const QString &text)
{
    const QStringList sides = text.split(u'x');
    if (sides.size() != 2)
        return std::nullopt;
    const QSize size(sides[0].toInt(), sides[1].toInt());
    return size.isEmpty() ? std::nullopt : std::optional(size);
}

bool hasWrongLook(const QCommandLineParser &parser)
{
    return (parser.isSet(u"size"_s) && !sizeFrom(parser.value(u"size"_s))) ||
           !QStringList{{}, u"light"_s, u"dark"_s}.contains(parser.value(u"scheme"_s));
}

QString wrongOptions(const QCommandLineParser &parser)
{
    if (const QStringList unknown = parser.unknownOptionNames(); !unknown.isEmpty()) {
        const QString dashes = unknown.first().size() == 1 ? u"-"_s : u"--"_s;
        return CommandLine::tr("There is no option “%1”").arg(dashes + unknown.first());
    }
    QString words = parser.errorText();
    while (words.endsWith(u'.'))
        words.chop(1);
    return words;
}

QString optionSyntax(const QCommandLineOption &option)
{
    QStringList names;
    for (const QString &name : option.names())
        names << (name.size() == 1 ? u"-"_s : u"--"_s) + name;
    const QString value = option.valueName().isEmpty() ? QString() : u' ' + option.valueName();
    return names.join(u", ") + value;
}

/// Lines of two columns, the left ones equally wide.
void printPairs(Printer &out, const QList<std::pair<QString, QString>> &pairs)
{
    qsizetype width = 0;
    for (const auto &[left, right] : pairs)
        width = std::max(width, left.size());
    for (const auto &[left, right] : pairs)
        out.line(u"  "_s + left.leftJustified(width + 2) + right);
}

void printOptions(Printer &out, const QList<QCommandLineOption> &options)
{
    QList<std::pair<QString, QString>> pairs;
    for (const QCommandLineOption &option : options) {
        if (!option.flags().testFlag(QCommandLineOption::HiddenFromHelp))
            pairs.emplaceBack(optionSyntax(option), option.description());
    }
    out.line(CommandLine::tr("Options:"));
    printPairs(out, pairs);
}

void printProgramHelp(Printer &out)
{
    out.line(CommandLine::tr("Usage: weeknotes [--library DIR] [--note NOTE]        opens the window"));
    out.line(
        CommandLine::tr("       weeknotes [--library DIR] SUBCOMMAND …         does one thing, without a display"));
    out.line({});
    out.line(CommandLine::tr("Subcommands:"));
    QList<std::pair<QString, QString>> pairs;
    for (const auto &command : commands()) {
        pairs.emplaceBack((command->name() + u' ' + command->operands().syntax).trimmed(), command->summary());
    }
    printPairs(out, pairs);
    out.line({});
    printOptions(out, programOptions());
    out.line({});
    out.line(CommandLine::tr("NOTE is an id from “list”, a week (2026-W47), a day (2026-11-20) or a number (3.09)."));
    out.line(CommandLine::tr("DIR is $WEEKNOTES_LIBRARY, else %1, where it is not given.").arg(libraryFolder({})));
}

void printCommandHelp(Printer &out, const Command &command)
{
    const QString syntax = command.operands().syntax;
    out.line(CommandLine::tr("Usage: weeknotes %1 %2").arg(command.name(), (syntax + u" [OPTIONS]"_s).trimmed()));
    out.line(command.summary());
    out.line({});
    printOptions(out, command.options() + QList{libraryOption(), helpOption()});
    const QStringList notes = command.notes();
    if (!notes.isEmpty())
        out.line({});
    for (const QString &note : notes)
        out.line(note);
}

/// `status`, unless what was printed to `out` did not all arrive.
ExitStatus unlessUnwritten(ExitStatus status, const Printer &out, Printer &errors)
{
    if (out.failure().isEmpty())
        return status;
    errors.line(errorText({Error::Kind::NotWritable, CommandLine::tr("standard output"), out.failure()}));
    return ExitStatus::NotWritten;
}

ExitStatus runCommand(const Command &command, const QStringList &arguments, const QString &libraryBefore,
                      const Streams &streams, const Clock &clock, const NetworkMaker &network)
{
    QCommandLineParser parser;
    parser.addOptions(command.options());
    parser.addOptions({libraryOption(), helpOption()});
    const bool parsed = parser.parse(arguments);
    const QString library = parser.isSet(u"library"_s) ? parser.value(u"library"_s) : libraryBefore;
    Invocation invocation(command, parser, libraryFolder(library), streams, clock, network);
    if (!parsed)
        return invocation.wrongUsage(wrongOptions(parser));

    const auto [syntax, least, most] = command.operands();
    const qsizetype given = parser.positionalArguments().size();
    ExitStatus status = ExitStatus::Done;
    if (parser.isSet(u"help"_s))
        printCommandHelp(invocation.out, command);
    else if (given < least)
        return invocation.wrongUsage(CommandLine::tr("“%1” needs %2").arg(command.name(), syntax));
    else if (given > most)
        return invocation.wrongUsage(CommandLine::tr("“%1” is too much").arg(parser.positionalArguments().at(most)));
    else
        status = command.run(invocation);

    return unlessUnwritten(status, invocation.out, invocation.errors);
}

ExitStatus runProgram(const QStringList &arguments, const Streams &streams, const Clock &clock,
                      const NetworkMaker &network)
{
    Printer out(streams.output, streams.columns);
    Printer errors(streams.errors);
    const auto wrongUsage = [&](const QString &sentence) {
        errors.line(CommandLine::tr("%1; see “weeknotes --help”.").arg(sentence));
        return ExitStatus::WrongUsage;
    };

    QCommandLineParser parser;
    if (!parseProgram(parser, arguments))
        return wrongUsage(wrongOptions(parser));
    if (parser.isSet(u"help"_s)) {
        printProgramHelp(out);
        return unlessUnwritten(ExitStatus::Done, out, errors);
    }
    if (parser.isSet(u"version"_s)) {
        out.line(u"weeknotes " WEEKNOTES_VERSION ""_s);
        return unlessUnwritten(ExitStatus::Done, out, errors);
    }
    const QStringList rest = parser.positionalArguments();
    if (rest.isEmpty() && hasWrongLook(parser))
        return wrongUsage(CommandLine::tr("A size is written 1280x800, a scheme light or dark"));
    if (rest.isEmpty())
        return wrongUsage(CommandLine::tr("“%1” needs %2").arg(u"weeknotes"_s, u"SUBCOMMAND"_s));
    const auto command = std::ranges::find(commands(), rest.first(), [](const auto &each) { return each->name(); });
    if (command == commands().end())
        return wrongUsage(CommandLine::tr("There is no subcommand “%1”").arg(rest.first()));
    for (const QCommandLineOption &option : windowOnlyOptions()) {
        if (parser.isSet(option))
            return wrongUsage(
                CommandLine::tr("“--%1” is for the window, not for a subcommand").arg(option.names().constFirst()));
    }
    return runCommand(**command, rest, parser.value(u"library"_s), streams, clock, network);
}

} // namespace

ProcessStreams::ProcessStreams()
{
    // `prepareProcess` saw to it that all three are open.
    (void)m_input.open(STDIN_FILENO, QIODevice::ReadOnly);
    (void)m_output.open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered);
    (void)m_errors.open(STDERR_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered);
}

Streams ProcessStreams::streams()
{
    winsize size{};
    const bool isTerminal = ::isatty(STDOUT_FILENO) && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
    const int columns = isTerminal ? (size.ws_col > 0 ? size.ws_col : 80) : 0;
    return {m_input, m_output, m_errors, columns, ::isatty(STDERR_FILENO) == 1};
}

void prepareProcess()
{
    // A file opened later must not come to stand where others print.
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) == -1)
            (void)::open("/dev/null", O_RDWR);
    }
    std::signal(SIGPIPE, SIG_IGN);
    std::setlocale(LC_ALL, "");
    // Qt would switch too, but not without a word about it on standard error.
    if (qstrcmp(::nl_langinfo(CODESET), "UTF-8") != 0) {
        qputenv("LC_ALL", "C.UTF-8");
        std::setlocale(LC_ALL, "");
    }
}

std::optional<WindowOptions> windowOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    if (!parseProgram(parser, withoutQtOptions(arguments)) || !parser.positionalArguments().isEmpty() ||
        parser.isSet(u"help"_s) || parser.isSet(u"version"_s) || hasWrongLook(parser))
        return std::nullopt;
    return WindowOptions{libraryFolder(parser.value(u"library"_s)),
                         parser.value(u"note"_s),
                         parser.value(u"screenshot"_s),
                         sizeFrom(parser.value(u"size"_s)).value_or(QSize()),
                         parser.value(u"scheme"_s),
                         !parser.value(u"library"_s).isEmpty() || !qEnvironmentVariableIsEmpty("WEEKNOTES_LIBRARY")};
}

QString usualLibrary()
{
    return libraryFolder({});
}

int runCommandLine(const QStringList &arguments, const Streams &streams, const Clock &clock,
                   const NetworkMaker &network)
{
    return int(runProgram(arguments, streams, clock, network));
}

} // namespace Weeknotes
