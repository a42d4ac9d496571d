// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/findfield.h"

#include "style/typography.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int leastWidth = 30 * Metrics::step;
constexpr int atTheEdge = 3 * Metrics::step;

} // namespace

FindField::FindField(const QString &words, QWidget *parent) : QLineEdit(parent), m_note(new QLabel(this))
{
    setPlaceholderText(words);
    setMinimumWidth(leastWidth);
    m_note->setProperty("role", u"small"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, atTheEdge, 0);
    row->addStretch(1);
    row->addWidget(m_note, 0, Qt::AlignVCenter);
    setNote({});
}

void FindField::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    const int taken = note.isEmpty() ? 0 : m_note->sizeHint().width() + 2 * Metrics::step;
    setTextMargins(isRightToLeft() ? QMargins(taken, 0, 0, 0) : QMargins(0, 0, taken, 0));
}

QString FindField::note() const
{
    return m_note->text();
}

void FindField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT entered(event->modifiers().testFlag(Qt::ShiftModifier));
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace Weeknotes
