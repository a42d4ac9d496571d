// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/seasonnumber.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Weeknotes {

QString SeasonNumber::toString() const
{
    const QString episodes = !episode      ? QString()
                             : lastEpisode ? u"%1–%2"_s.arg(*episode).arg(*lastEpisode)
                                           : QString::number(*episode);
    if (!season)
        return episode ? u'#' + episodes : QString();
    return episode ? u"%1.%2"_s.arg(*season).arg(episodes) : QString::number(*season);
}

std::optional<SeasonNumber> SeasonNumber::parse(QStringView text)
{
    static const QRegularExpression withSeason(
        u"^\\s*(?:s|season)?\\s*(\\d{1,6})\\s*[-.,:/ ]?\\s*(?:(?<=[-.,:/ ])|e|ep|episode)\\.?\\s*(\\d{1,6})\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression alone(u"^\\s*#?\\s*(\\d{1,6})\\s*$"_s);
    if (const auto match = withSeason.matchView(text); match.hasMatch())
        return SeasonNumber{match.capturedView(1).toInt(), match.capturedView(2).toInt()};
    if (const auto match = alone.matchView(text); match.hasMatch())
        return SeasonNumber{{}, match.capturedView(1).toInt()};
    return std::nullopt;
}

bool SeasonNumber::covers(const SeasonNumber &wanted) const
{
    if (wanted.isEmpty() || (wanted.season && wanted.season != season))
        return false;
    if (!wanted.episode)
        return true;
    return episode && *episode <= *wanted.episode && *wanted.episode <= lastEpisode.value_or(*episode);
}

} // namespace Weeknotes
