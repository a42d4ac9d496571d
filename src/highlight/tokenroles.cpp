// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/tokenroles.h"

namespace Weeknotes {

TokenRole roleOf(KSyntaxHighlighting::Theme::TextStyle style)
{
    using Theme = KSyntaxHighlighting::Theme;
    switch (style) {
    case Theme::Keyword:
    case Theme::ControlFlow:
    case Theme::Import:
        return TokenRole::Keyword;
    case Theme::Function:
    case Theme::BuiltIn:
    case Theme::Extension:
        return TokenRole::Function;
    case Theme::Variable:
        return TokenRole::Variable;
    case Theme::Operator:
        return TokenRole::Operator;
    case Theme::Preprocessor:
        return TokenRole::Preprocessor;
    case Theme::Attribute:
    case Theme::Annotation:
        return TokenRole::Attribute;
    case Theme::Char:
    case Theme::SpecialChar:
    case Theme::String:
    case Theme::VerbatimString:
    case Theme::SpecialString:
        return TokenRole::String;
    case Theme::DataType:
        return TokenRole::Type;
    case Theme::DecVal:
    case Theme::BaseN:
    case Theme::Float:
    case Theme::Constant:
        return TokenRole::Number;
    case Theme::Comment:
    case Theme::Documentation:
    case Theme::CommentVar:
    case Theme::RegionMarker:
    case Theme::Information:
        return TokenRole::Comment;
    case Theme::Error:
    case Theme::Alert:
    case Theme::Warning:
        return TokenRole::Error;
    case Theme::Normal:
    case Theme::Others:
        break;
    }
    return TokenRole::Normal;
}

} // namespace Weeknotes
