// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weeknotes {

/// What a web address answered when it was asked.
struct LinkAnswer
{
    enum class Kind
    {
        Answers,
        Moved, ///< for good, to `movedTo`, which answers
        Gone,  ///< there is nothing at that address, as its server says
        NoSuchHost,
        Refused,
        TimedOut,
        Untrusted, ///< the connection can't be made safe
        Unclear,   ///< it could not be told: whoever asks must log in, be no program, or come back later
        Unreached  ///< likewise, by some other trouble on the way
    };

    Kind kind = Kind::Unreached;
    QString movedTo = {};

    /// Whether a server was reached for certain; of one that is not trusted this computer may be the cause.
    [[nodiscard]] bool isReached() const
    {
        return kind == Kind::Answers || kind == Kind::Moved || kind == Kind::Gone || kind == Kind::Unclear;
    }
    bool operator==(const LinkAnswer &) const = default;
};

} // namespace Weeknotes
