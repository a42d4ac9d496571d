// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/findbar.h"

#include "app/announce.h"
#include "app/findfield.h"
#include "app/role.h"
#include "style/typography.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int widestFields = 180 * Metrics::step;

} // namespace

FindBar::FindBar(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_sought(new FindField(tr("Find"), this))
    , m_replacement(new FindField(tr("Replace with"), this))
    , m_matchCase(addOption(u"Aa"_s, tr("Match case"), tr("Match case: “Week” is not “week”")))
    , m_wholeWords(addOption(u"ab"_s, tr("Whole words"), tr("Whole words: “note” is not in “notes”")))
    , m_expression(addOption(
          u".*"_s, tr("Regular expression"),
          tr("Regular expression: \\d+ is any number; in the replacement, \\1 or $1 is what the first group took")))
    , m_previous(addTool(u"↑"_s, tr("Previous match"), tr("Shift+F3")))
    , m_next(addTool(u"↓"_s, tr("Next match"), tr("F3")))
    , m_replace(new QPushButton(tr("Replace"), this))
    , m_replaceAll(new QPushButton(tr("Replace all"), this))
    , m_close(addTool(u"×"_s, tr("Close"), tr("Esc")))
    , m_sentence(new QLabel(this))
{
    setProperty("role", u"tools"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_sought->setAccessibleName(name);
    m_replacement->setAccessibleName(tr("Replace with"));
    m_wholeWords->setObjectName(u"wholeWords"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    layOut();
    hide();
    connectParts();
}

void FindBar::connectParts()
{
    connect(m_sought, &QLineEdit::textChanged, this, &FindBar::soughtChanged);
    for (const QToolButton *option : {m_matchCase, m_wholeWords, m_expression})
        connect(option, &QToolButton::toggled, this, &FindBar::soughtChanged);
    connect(m_sought, &FindField::entered, this, [this](bool backwards) { Q_EMIT stepRequested(backwards ? -1 : 1); });
    connect(m_previous, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(1); });
    connect(m_replacement, &FindField::entered, this, &FindBar::replaceRequested);
    connect(m_replace, &QPushButton::clicked, this, &FindBar::replaceRequested);
    connect(m_replaceAll, &QPushButton::clicked, this, &FindBar::replaceAllRequested);
    connect(m_close, &QToolButton::clicked, this, &FindBar::closeRequested);
}

void FindBar::layOut()
{
    auto *fields = new QWidget(this); // they do not grow with the window for ever
    fields->setMaximumWidth(widestFields);
    auto *grid = new QGridLayout(fields);
    grid->setContentsMargins({});
    grid->setSpacing(2 * Metrics::step);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_sought, 0, 0);
    grid->addLayout(optionsAndSteps(), 0, 1);
    grid->addWidget(m_replacement, 1, 0);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * Metrics::step);
    buttons->addWidget(m_replace);
    buttons->addWidget(m_replaceAll);
    buttons->addStretch(1);
    grid->addLayout(buttons, 1, 1);
    grid->addWidget(m_sentence, 2, 0, 1, 2);
    m_sentence->hide();

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(3 * Metrics::step, 2 * Metrics::step, 3 * Metrics::step, 2 * Metrics::step);
    row->setSpacing(2 * Metrics::step);
    row->addWidget(fields, 1);
    row->addStretch(0);
    row->addWidget(m_close, 0, Qt::AlignTop);
    // The fields follow each other, as they are filled in.
    const QList<QWidget *> order{m_sought,   m_replacement, m_matchCase, m_wholeWords, m_expression,
                                 m_previous, m_next,        m_replace,   m_replaceAll, m_close};
    for (qsizetype at = 1; at < order.size(); ++at)
        setTabOrder(order[at - 1], order[at]);
}

QHBoxLayout *FindBar::optionsAndSteps()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::step);
    for (QToolButton *option : {m_matchCase, m_wholeWords, m_expression})
        row->addWidget(option);
    row->addSpacing(Metrics::step);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addStretch(1);
    return row;
}

QToolButton *FindBar::addOption(const QString &sign, const QString &name, const QString &explanation)
{
    QToolButton *option = addTool(sign, name, {});
    option->setProperty("role", u"chip"_s);
    option->setCheckable(true);
    option->setToolTip(explanation);
    return option;
}

QToolButton *FindBar::addTool(const QString &sign, const QString &name, const QString &keys)
{
    auto *tool = new QToolButton(this);
    tool->setText(sign);
    tool->setProperty("role", u"quiet"_s);
    tool->setAccessibleName(name);
    tool->setToolTip(tr("%1 (%2)").arg(name, keys));
    tool->setFocusPolicy(Qt::StrongFocus);
    return tool;
}

void FindBar::open(bool withReplacement)
{
    const bool filled = isVisible() && m_sought->hasFocus() && !m_sought->text().isEmpty();
    m_withReplacement = withReplacement;
    showReplacement(withReplacement && m_writable);
    show();
    FindField *first = withReplacement && m_writable && filled ? m_replacement : m_sought;
    first->setFocus(Qt::ShortcutFocusReason);
    first->selectAll();
}

void FindBar::close()
{
    say({});
    hide();
}

void FindBar::setWritable(bool writable)
{
    m_writable = writable;
    showReplacement(m_withReplacement && writable);
}

void FindBar::showReplacement(bool shown)
{
    for (QWidget *part : {static_cast<QWidget *>(m_replacement), static_cast<QWidget *>(m_replace),
                          static_cast<QWidget *>(m_replaceAll)})
        part->setVisible(shown);
}

void FindBar::setSought(const QString &words)
{
    m_sought->setText(m_expression->isChecked() ? TextFinder::escaped(words) : words);
}

TextFinder FindBar::finder() const
{
    return {m_sought->text(),
            {.matchCase = m_matchCase->isChecked(),
             .wholeWords = m_wholeWords->isChecked(),
             .regularExpression = m_expression->isChecked()}};
}

QString FindBar::replacement() const
{
    return m_replacement->text();
}

void FindBar::showCount(int current, int count)
{
    const QLocale locale;
    QString words = tr("No matches");
    if (current > 0)
        words = tr("%1 of %2").arg(locale.toString(current), locale.toString(count));
    else if (count > 0)
        words = tr("%Ln match(es)", nullptr, count);
    if (m_sought->note() == words)
        return;
    m_sought->setNote(words);
    announce(m_sought, words);
}

void FindBar::showNoCount()
{
    m_sought->setNote({});
}

void FindBar::say(const QString &sentence)
{
    tell(sentence, u"second"_s);
}

void FindBar::complain(const QString &sentence)
{
    tell(sentence, u"attention"_s);
}

void FindBar::tell(const QString &sentence, const QString &role)
{
    if (m_sentence->text() == sentence)
        return;
    setRole(m_sentence, role);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    if (sentence.isEmpty())
        return;
    announce(m_sought, sentence);
}

QString FindBar::count() const
{
    return m_sought->note();
}

QString FindBar::sentence() const
{
    return m_sentence->text();
}

} // namespace Weeknotes
