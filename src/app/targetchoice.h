// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/publishtargets.h"

#include <QWidget>

class QButtonGroup;
class QLabel;

namespace Weeknotes {

/// What notes can become, as chips in their groups; below them what the chosen one is, and what does not survive there.
class TargetChoice : public QWidget
{
    Q_OBJECT

public:
    /// One of `targets` at least; the first is chosen.
    explicit TargetChoice(std::vector<PublishTarget> targets, QWidget *parent = nullptr);

    [[nodiscard]] const PublishTarget &target() const { return m_targets[m_target]; }
    /// The first one where `key` is none.
    void setTarget(const QString &key);
    /// `none` is said where there are no losses.
    void showLosses(const std::vector<Loss> &losses, const QString &none);
    /// In their place.
    void showWords(const QString &words);

Q_SIGNALS:
    /// Another one is the target now.
    void targetChanged();

private:
    std::vector<PublishTarget> m_targets;
    size_t m_target = 0;
    QButtonGroup *m_chips;
    QLabel *m_what;
    QLabel *m_losses;
};

} // namespace Weeknotes
