// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/namedialog.h"

#include "app/announce.h"
#include "app/closingrow.h"
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
    : QDialog(parent)
    , m_words(words)
    , m_known(known)
    , m_problemOf(std::move(problemOf))
    , m_field(new QLineEdit(this))
    , m_sentence(new QLabel(this))
    , m_take(new QPushButton(words.take, this))
{
    setWindowTitle(words.title);
    setMinimumWidth(100 * Metrics::step);
    auto *completer = new QCompleter(known, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->popup()->setProperty("role", u"completion"_s);
    m_field->setCompleter(completer);
    m_field->setAccessibleName(words.field);
    layOut();
    connect(m_field, &QLineEdit::returnPressed, this, &NameDialog::take);
    connect(m_field, &QLineEdit::textChanged, this, &NameDialog::tellWhatIsReplaced);
}

void NameDialog::layOut()
{
    auto *about = new QLabel(m_words.about, this);
    about->setProperty("role", u"second"_s);
    m_sentence->setProperty("role", u"attention"_s);
    for (QLabel *label : {about, m_sentence}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_take->setProperty("role", u"primary"_s);
    for (QPushButton *button : {cancel, m_take})
        button->setAutoDefault(false); // Return is the field's
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, &NameDialog::take);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6 * Metrics::step, 5 * Metrics::step, 6 * Metrics::step, 5 * Metrics::step);
    column->setSpacing(2 * Metrics::step);
    column->addWidget(about);
    column->addWidget(m_field);
    column->addWidget(m_sentence); // it has its room, so that nothing jumps
    column->addLayout(closingRow(cancel, m_take));
}

void NameDialog::propose(const QString &name)
{
    m_field->setText(name);
    m_field->selectAll();
}

void NameDialog::tellWhatIsReplaced()
{
    const qsizetype place =
        m_words.replaces.isEmpty() ? -1 : m_known.indexOf(m_field->text().simplified(), 0, Qt::CaseInsensitive);
    say(place < 0 ? QString() : m_words.replaces.arg(m_known[place]));
    m_take->setText(place < 0 ? m_words.take : m_words.replace);
}

void NameDialog::say(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_field->setAccessibleDescription(sentence);
    if (!sentence.isEmpty())
        announce(m_field, sentence);
}

void NameDialog::take()
{
    const QString name = m_field->text().simplified();
    const QString problem = m_problemOf(name);
    if (!problem.isEmpty()) {
        say(problem);
        return m_field->setFocus();
    }
    accept();
    Q_EMIT named(name);
}

} // namespace Weeknotes
