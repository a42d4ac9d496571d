// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshot.h"

#include "app/mainwindow.h"
#include "app/session.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr auto imagesTime = 400ms; // for the images of a note to be read and laid out
constexpr int notWritten = 4;

} // namespace

void takeScreenshot(MainWindow &window, Session &session, const QString &path)
{
    auto *soon = new QTimer(&window);
    soon->setSingleShot(true);
    soon->setInterval(imagesTime);
    QObject::connect(soon, &QTimer::timeout, &window,
                     [&window, path] { QCoreApplication::exit(window.grab().save(path, "PNG") ? 0 : notWritten); });
    const auto begin = [soon] { soon->start(); };
    QObject::connect(&session, &Session::weekShown, soon, begin);
    QObject::connect(&session, &Session::draftOpened, soon, begin);
    QObject::connect(&session, &Session::openFailed, soon, begin);
}

} // namespace Weeknotes
