// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/id.h"

#include <QRandomGenerator>

#include <mutex>

namespace Weeknotes {

QUuid createUuidV7(qint64 msecsSinceEpoch)
{
    // RFC 9562, 6.2, method 1: the twelve bits after the time count within one millisecond, from a random start
    // with room above it.
    static std::mutex mutex;
    static qint64 lastTime = -1;
    static quint16 counter = 0;

    quint16 sequence = 0;
    {
        const std::scoped_lock lock(mutex);
        if (msecsSinceEpoch == lastTime) {
            ++counter;
        } else {
            lastTime = msecsSinceEpoch;
            counter = quint16(QRandomGenerator::system()->bounded(0x800));
        }
        sequence = counter & 0xfff;
    }

    QUuid::Id128Bytes bytes;
    for (int i = 0; i < 6; ++i)
        bytes.data[i] = quint8(msecsSinceEpoch >> (8 * (5 - i)));
    bytes.data[6] = quint8(0x70 | (sequence >> 8));
    bytes.data[7] = quint8(sequence);
    const quint64 random = QRandomGenerator::system()->generate64();
    for (int i = 0; i < 8; ++i)
        bytes.data[8 + i] = quint8(random >> (8 * i));
    bytes.data[8] = (bytes.data[8] & 0x3f) | 0x80;
    return QUuid(bytes);
}

} // namespace Weeknotes
