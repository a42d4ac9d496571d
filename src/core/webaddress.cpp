// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webaddress.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

bool isHttp(const QUrl &url)
{
    return url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
}

} // namespace

bool isLocalAddress(const QUrl &url)
{
    static const QRegularExpression address(
        uR"(^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)\d[\d.]*$|^0\.0\.0\.0$)"
        uR"(|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d[\d.]*$|^64:ff9b:)"
        uR"(|^::1?$|^::ffff:|^f[cd][\da-f]{2}:|^fe[89ab][\da-f]:)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static constexpr std::array domains{"localhost"_L1, "local"_L1, "lan"_L1,      "localdomain"_L1,
                                        "internal"_L1,  "corp"_L1,  "intranet"_L1, "home.arpa"_L1};
    if (url.scheme() == "file"_L1)
        return true;
    QString host = url.host().toLower();
    if (host.endsWith(u'.')) // the same name
        host.chop(1);
    if (host.isEmpty() || !isHttp(url))
        return false;
    const auto isOf = [&host](QLatin1StringView domain) {
        return host == domain || (host.endsWith(domain) && host[host.size() - domain.size() - 1] == u'.');
    };
    return std::ranges::any_of(domains, isOf) || (!host.contains(u'.') && !host.contains(u':')) ||
           address.match(host).hasMatch();
}

bool isPageAddress(const QUrl &url)
{
    return url.isValid() && isHttp(url) && !url.host().isEmpty() && url.userInfo().isEmpty();
}

bool isWebAddress(const QUrl &url)
{
    return isPageAddress(url) && !isLocalAddress(url);
}

} // namespace Weeknotes
