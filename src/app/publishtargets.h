// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporter/exporter.h"

#include <QCoreApplication>

namespace Weeknotes {

/// Something that publishing can make of a note.
struct PublishTarget
{
    QString key;    ///< as settings keep it
    QString name;   ///< "Page"
    QString what;   ///< a sentence: what comes of it, and what to do with that
    QString action; ///< of the button, with its mnemonic
    ExportForm form = ExportForm::Page;
};

/// All there are, the plainest first.
[[nodiscard]] std::vector<PublishTarget> publishTargets();

} // namespace Weeknotes
