// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/web.h"

#include <QNetworkProxy>

namespace Weeknotes {
namespace {

class SystemProxy : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return systemProxyForQuery(query); }
};

} // namespace

std::unique_ptr<QNetworkAccessManager> systemNetwork()
{
    auto network = std::make_unique<QNetworkAccessManager>();
    network->setProxyFactory(new SystemProxy); // the manager's own
    return network;
}

} // namespace Weeknotes
