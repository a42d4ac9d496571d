// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/namedialog.h"

#include "style/typography.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Weeknotes {

NameDialog::NameDialog(const Words &words, const QStringList &known,
                       std::function<QString(const QString &name)> problemOf, QWidget *parent)
    : QDialog(parent), m_problemOf(std::move(problemOf)), m_field(new QLineEdit(this)), m_problem(new QLabel(this))
{
    setWindowTitle(words.title);
    setMinimumWidth(100 * Metrics::step);
    auto *completer = new QCompleter(known, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->popup()->setProperty("role", u"completion"_s);
    m_field->setCompleter(completer);
    m_field->setAccessibleName(words.field);
    layOut(words);
    connect(m_field, &QLineEdit::returnPressed, this, &NameDialog::take);
    connect(m_field, &QLineEdit::textChanged, m_problem, &QLabel::clear);
}

void NameDialog::layOut(const Words &words)
{
    auto *about = new QLabel(words.about, this);
    about->setProperty("role", u"second"_s);
    m_problem->setProperty("role", u"attention"_s);
    for (QLabel *label : {about, m_problem}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *take = new QPushButton(words.take, this);
    take->setProperty("role", u"primary"_s);
    for (QPushButton *button : {cancel, take})
        button->setAutoDefault(false); // Return is the field's
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(take, &QPushButton::clicked, this, &NameDialog::take);
    auto *end = new QHBoxLayout;
    end->setSpacing(2 * Metrics::step);
    end->addStretch(1);
    end->addWidget(cancel);
    end->addWidget(take);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6 * Metrics::step, 5 * Metrics::step, 6 * Metrics::step, 5 * Metrics::step);
    column->setSpacing(2 * Metrics::step);
    column->addWidget(about);
    column->addWidget(m_field);
    column->addWidget(m_problem); // it has its room, so that nothing jumps
    column->addLayout(end);
}

void NameDialog::propose(const QString &name)
{
    m_field->setText(name);
    m_field->selectAll();
}

void NameDialog::take()
{
    const QString name = m_field->text().simplified();
    const QString problem = m_problemOf(name);
    m_problem->setText(problem);
    m_field->setAccessibleDescription(problem);
    if (!problem.isEmpty())
        return m_field->setFocus();
    accept();
    Q_EMIT named(name);
}

} // namespace Weeknotes
