// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/repository.h"

#include <KSyntaxHighlighting/Repository>

#include <memory>

static void loadResources()
{
    Q_INIT_RESOURCE(highlight); // of a static library: nobody else does it
}

namespace Weeknotes {

using namespace Qt::StringLiterals;

KSyntaxHighlighting::Repository &syntaxRepository()
{
    thread_local const auto repository = [] {
        loadResources();
        auto made = std::make_unique<KSyntaxHighlighting::Repository>();
        made->addCustomSearchPath(u":/weeknotes/highlight"_s);
        return made;
    }();
    return *repository;
}

} // namespace Weeknotes
