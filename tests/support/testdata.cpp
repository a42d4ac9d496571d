// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testdata.h"

namespace Weeknotes {

// Here alone: with this path on its command line every test would be compiled anew in every checkout.
QString testData(const QString &name)
{
    return QStringLiteral(WEEKNOTES_TEST_DATA "/") + name;
}

} // namespace Weeknotes
