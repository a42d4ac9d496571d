// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/repository.h"

#include <KSyntaxHighlighting/Repository>

namespace Weeknotes {

KSyntaxHighlighting::Repository &syntaxRepository()
{
    thread_local KSyntaxHighlighting::Repository repository;
    return repository;
}

} // namespace Weeknotes
