// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "style/palette.h"

#include <QDialog>

namespace Weeknotes {

/// How a note of the library and what an archive has for it differ, fields and text, to read.
class ImportDifference : public QDialog
{
    Q_OBJECT

public:
    ImportDifference(const Note &mine, const NoteDraft &theirs, Scheme scheme, QWidget *parent);
};

} // namespace Weeknotes
