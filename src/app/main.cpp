// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appsettings.h"
#include "app/background.h"
#include "app/mainwindow.h"
#include "app/onewindow.h"
#include "app/samplelibrary.h"
#include "app/schemeswitch.h"
#include "app/screenshot.h"
#include "app/session.h"
#include "app/sessionend.h"
#include "app/sleepguard.h"
#include "app/translators.h"
#include "cli/commandline.h"
#include "core/clock.h"

#include <QApplication>
#include <QDBusConnection>
#include <QIcon>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

void nameApplication()
{
    QCoreApplication::setApplicationName(u"weeknotes"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(WEEKNOTES_VERSION));
    QCoreApplication::setOrganizationDomain(u"weeknotes.org"_s);
}

SchemeChoice schemeChoice(const WindowOptions &options, const AppSettings &settings)
{
    if (options.scheme == "light"_L1)
        return SchemeChoice::Light;
    return options.scheme == "dark"_L1 ? SchemeChoice::Dark : settings.scheme();
}

int runWindow(QApplication &application, const WindowOptions &options, const Clock &clock)
{
    QGuiApplication::setApplicationDisplayName(QCoreApplication::translate("Weeknotes::MainWindow", "Weeknotes"));
    QGuiApplication::setDesktopFileName(u"org.weeknotes.Weeknotes"_s);
    QApplication::setWindowIcon(QIcon(u":/app/org.weeknotes.Weeknotes.svg"_s));

    // A picture is of a window that nobody has moved about in, and leaves the person's own settings alone.
    const bool picture = !options.screenshot.isEmpty();
    const QTemporaryDir scratch;
    QSettings remembered(QSettings::IniFormat, QSettings::UserScope, u"org.weeknotes"_s, u"weeknotes"_s);
    QSettings forgotten(scratch.filePath(u"settings.ini"_s), QSettings::IniFormat);
    AppSettings settings(picture ? forgotten : remembered);

    // Whoever chose a library in the window finds it again; one on a drive that is away is not made anew.
    const QString chosen = options.isLibraryGiven ? QString() : settings.chosenLibrary();
    const QString library = chosen.isEmpty() ? options.library : chosen;
    const auto missing = chosen.isEmpty() ? Notebook::Missing::Make : Notebook::Missing::Refuse;

    OneWindow one;
    if (!picture && !one.claim(library) && one.callFirst(options.note))
        return 0;

    SchemeSwitch schemes(schemeChoice(options, settings));
    Session session(clock);
    session.open(library, options.note, missing); // in threads of its own; it is heard of once events are
    MainWindow window(session, settings, schemes, usualLibrary());
    const SessionEnd end(session, window);
    SampleLibrary sample(session, library, missing);
    QObject::connect(&window, &MainWindow::sampleRequested, &sample, &SampleLibrary::toggle);
    QObject::connect(&session, &Session::opened, &one, [&one, &session] { std::ignore = one.claim(session.folder()); });
    QObject::connect(&one, &OneWindow::called, &window, &MainWindow::comeForward);
    if (options.size.isValid())
        window.resize(options.size);
    window.show();
    if (picture)
        takeScreenshot(window, session, options.screenshot);
    SleepGuard sleep(session);
    if (!picture) // not here: getting on the bus may take its time
        inBackground(QDBusConnection::systemBus).then(&sleep, [&sleep](const QDBusConnection &bus) {
            sleep.listen(bus);
        });
    return application.exec();
}

/// Whether Qt has a display to draw on: without one it would abort.
bool hasDisplay(const QStringList &arguments)
{
    const auto isSet = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    return std::ranges::any_of(std::to_array({"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"}),
                               isSet) ||
           arguments.contains(u"-platform"_s) || arguments.contains(u"--platform"_s);
}

int sayNoDisplay(int argc, char *argv[])
{
    constexpr int notReadable = 3;
    QCoreApplication application(argc, argv);
    installTranslators(application);
    ProcessStreams streams;
    const QString sentence = QCoreApplication::translate(
        "Weeknotes::MainWindow",
        "There is no display for the window; the commands that “weeknotes --help” lists need none.");
    streams.streams().errors.write(sentence.toUtf8() + '\n');
    return notReadable;
}

} // namespace

int main(int argc, char *argv[])
{
    prepareProcess();
    nameApplication();
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);

    const SystemClock clock;
    if (const auto options = windowOptions(arguments)) {
        if (!hasDisplay(arguments)) {
            if (options->screenshot.isEmpty())
                return sayNoDisplay(argc, argv);
            qputenv("QT_QPA_PLATFORM", "offscreen");
        }
        QApplication application(argc, argv);
        installTranslators(application);
        return runWindow(application, *options, clock);
    }
    // Pages need fonts and colours, but no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    installTranslators(application);
    ProcessStreams streams;
    return runCommandLine(QCoreApplication::arguments(), streams.streams(), clock);
}
