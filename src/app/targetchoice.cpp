// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/targetchoice.h"

#include "app/dialogparts.h"
#include "app/flowlayout.h"
#include "cli/losstext.h"

#include <QButtonGroup>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

TargetChoice::TargetChoice(std::vector<PublishTarget> targets, QWidget *parent)
    : QWidget(parent)
    , m_targets(std::move(targets))
    , m_chips(new QButtonGroup(this))
    , m_what(wrappedLabel({}, u"second"_s, this))
    , m_losses(wrappedLabel({}, u"second"_s, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2 * Metrics::step);
    FlowLayout *flow = nullptr;
    for (size_t target = 0; target < m_targets.size(); ++target) {
        if (target == 0 || m_targets[target].group != m_targets[target - 1].group) {
            column->addWidget(wrappedLabel(groupName(m_targets[target].group), u"small"_s, this));
            auto *row = new QWidget(this);
            flow = new FlowLayout(row);
            flow->setContentsMargins({});
            flow->setSpacing(Metrics::step);
            column->addWidget(row);
        }
        QPushButton *chip = chipButton(m_targets[target].name, this);
        m_chips->addButton(chip, int(target));
        flow->addWidget(chip);
    }
    column->addSpacing(Metrics::step);
    column->addWidget(m_what);
    column->addWidget(m_losses);
    m_chips->button(0)->setChecked(true);
    m_what->setText(target().what);
    connect(m_chips, &QButtonGroup::idToggled, this, [this](int target, bool on) {
        if (!on)
            return;
        m_target = size_t(target);
        m_what->setText(m_targets[m_target].what);
        Q_EMIT targetChanged();
    });
}

void TargetChoice::setTarget(const QString &key)
{
    const auto found = std::ranges::find(m_targets, key, &PublishTarget::key);
    m_chips->button(found == m_targets.end() ? 0 : int(found - m_targets.begin()))->setChecked(true);
}

void TargetChoice::showLosses(const std::vector<Loss> &losses, const QString &none)
{
    QStringList words;
    for (const Loss &loss : losses)
        words << u"• "_s + lossText(loss);
    showWords(words.isEmpty() ? none : words.join(u'\n'));
}

void TargetChoice::showWords(const QString &words)
{
    m_losses->setText(words);
    m_losses->setVisible(!words.isEmpty());
}

} // namespace Weeknotes
