// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Weeknotes {

/// What a run of code is, whatever the language.
enum class TokenRole
{
    Normal,
    Keyword,
    Type,
    Function,
    Variable,
    Operator,
    Preprocessor,
    Attribute,
    String,
    Number,
    Comment, ///< set in italics
    Error
};
inline constexpr int tokenRoleCount = int(TokenRole::Error) + 1;

} // namespace Weeknotes
