// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

void install(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(locale, name, u"_"_s, folder))
        return;
    translator->setParent(&application);
    QCoreApplication::installTranslator(translator.release());
}

} // namespace

void installTranslators(QCoreApplication &application)
{
    const QString ours = u":/i18n"_s;
    install(application, QLocale(), u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // "%n note(s)" needs a translation even in the language it is written in. The one installed last is asked first.
    install(application, QLocale(QLocale::English), u"weeknotes"_s, ours);
    if (QLocale().language() != QLocale::English)
        install(application, QLocale(), u"weeknotes"_s, ours);
}

} // namespace Weeknotes
