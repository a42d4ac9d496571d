// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/patternfield.h"

#include "app/menutext.h"
#include "core/titlepattern.h"
#include "style/typography.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Weeknotes {

PatternField::PatternField(QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_insert(new QPushButton(tr("&Insert"), this))
    , m_choose(new QPushButton(tr("&Choose"), this))
    , m_fields(new QMenu(this))
    , m_patterns(new QMenu(this))
{
    m_line->setAccessibleName(tr("Title pattern"));
    m_line->setPlaceholderText(tr("none"));
    m_insert->setAccessibleName(tr("Insert a field"));
    m_choose->setAccessibleName(tr("Choose a pattern"));
    m_insert->setMenu(m_fields);
    m_choose->setMenu(m_patterns);
    for (QPushButton *button : {m_insert, m_choose})
        button->setAutoDefault(false);
    fillFields();
    setFocusProxy(m_line);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(2 * Metrics::step);
    row->addWidget(m_line, 1);
    row->addWidget(m_insert);
    row->addWidget(m_choose);
    connect(m_line, &QLineEdit::textEdited, this, &PatternField::textEdited);
    connect(m_line, &QLineEdit::editingFinished, this, &PatternField::editingFinished);
}

QString PatternField::text() const
{
    return m_line->text();
}

void PatternField::setText(const QString &pattern)
{
    if (m_line->text() != pattern)
        m_line->setText(pattern);
}

QString PatternField::problem() const
{
    QString rest = text();
    if (rest.trimmed().isEmpty() || TitlePattern::parse(rest))
        return {};
    static const QRegularExpression field(u"\\{([^{}:]*)[^{}]*\\}"_s);
    QStringList seen;
    for (const auto &match : field.globalMatch(rest)) {
        if (!TitlePattern::parse(match.captured()))
            return tr("The title pattern has “%1”, which is no field: Insert lists them.").arg(match.captured());
        if (seen.contains(match.captured(1)))
            return tr("The title pattern has “{%1}” twice.").arg(match.captured(1));
        seen << match.captured(1);
    }
    if (rest.remove(field).contains(u'{') || rest.contains(u'}'))
        return tr("The title pattern has a single brace: a field looks like {title}.");
    return seen.isEmpty() ? tr("The title pattern has no field: Insert puts one in.")
                          : tr("The title pattern has two fields side by side: put a space or a sign between them.");
}

void PatternField::fillFields()
{
    const auto add = [this](const QString &field, const QString &words) {
        connect(m_fields->addAction(words + u'\t' + field), &QAction::triggered, this, [this, field] {
            m_line->insert(field);
            Q_EMIT textEdited(m_line->text());
        });
    };
    add(u"{season}"_s, tr("Season"));
    add(u"{episode}"_s, tr("Episode"));
    add(u"{episode:02}"_s, tr("Episode, two digits"));
    m_fields->addSeparator();
    add(u"{start:d MMMM}"_s, tr("First day"));
    add(u"{end:d MMMM}"_s, tr("Last day"));
    add(u"{written:yyyy-MM-dd}"_s, tr("Day it is written"));
    m_fields->addSeparator();
    add(u"{title}"_s, tr("The note’s own words"));
}

void PatternField::setChoices(const std::vector<Choice> &found, const std::vector<Choice> &common)
{
    m_patterns->clear();
    addChoices(tr("Found in your notes"), found);
    addChoices(tr("Often used"), common);
    connect(m_patterns->addAction(tr("No pattern")), &QAction::triggered, this, [this] { put({}); });
}

void PatternField::addChoices(const QString &heading, const std::vector<Choice> &choices)
{
    if (choices.empty())
        return;
    m_patterns->addAction(heading)->setEnabled(false);
    for (const Choice &choice : choices) {
        const QString words = menuText(choice.example).replace(u'\t', u' ');
        auto *action = m_patterns->addAction(choice.remark.isEmpty() ? words : words + u'\t' + choice.remark);
        action->setCheckable(true);
        action->setChecked(choice.pattern == text());
        connect(action, &QAction::triggered, this, [this, pattern = choice.pattern] { put(pattern); });
        connect(m_patterns, &QMenu::aboutToShow, action,
                [this, action, pattern = choice.pattern] { action->setChecked(pattern == text()); });
    }
    m_patterns->addSeparator();
}

void PatternField::put(const QString &pattern)
{
    m_line->setText(pattern);
    Q_EMIT textEdited(pattern);
    Q_EMIT editingFinished();
}

} // namespace Weeknotes
