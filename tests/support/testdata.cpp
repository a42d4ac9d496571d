// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testdata.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Weeknotes {

// Here alone: with this path on its command line every test would be compiled anew in every checkout.
QString testData(const QString &name)
{
    return QStringLiteral(WEEKNOTES_TEST_DATA "/") + name;
}

void writeFile(const QString &path, const QByteArray &data)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) || file.write(data) != data.size())
        qFatal("%s can't be written", qPrintable(path));
}

} // namespace Weeknotes
