// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/searchfield.h"

#include "style/typography.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int widest = 80 * Metrics::step;
constexpr int narrowest = 25 * Metrics::step;

} // namespace

SearchField::SearchField(QWidget *parent) : QLineEdit(parent), m_keys(new QLabel(tr("Ctrl K"), this))
{
    setProperty("role", u"search"_s);
    setAccessibleName(tr("Search notes, weeks and commands"));
    setMaximumWidth(widest);
    setMinimumWidth(narrowest);
    setClearButtonEnabled(false);

    m_keys->setProperty("role", u"keys"_s);
    m_keys->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * Metrics::step, 0, 2 * Metrics::step, 0);
    row->addStretch(1);
    row->addWidget(m_keys, 0, Qt::AlignVCenter);
    connect(this, &QLineEdit::textChanged, this, &SearchField::showKeys);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        Q_EMIT moveRequested(1);
        break;
    case Qt::Key_Up:
        Q_EMIT moveRequested(-1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT chooseRequested();
        break;
    case Qt::Key_Escape:
        reset();
        Q_EMIT left();
        break;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::reset()
{
    {
        const QSignalBlocker quiet(this);
        clear();
    }
    showKeys();
}

void SearchField::mousePressEvent(QMouseEvent *event)
{
    QLineEdit::mousePressEvent(event);
    Q_EMIT entered();
}

void SearchField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::ShortcutFocusReason)
        Q_EMIT entered();
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT left();
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        showKeys();
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const QString words = accessibleName();
    const int room = width() - 8 * Metrics::step;
    setPlaceholderText(fontMetrics().horizontalAdvance(words) <= room ? words : tr("Search"));
    showKeys();
}

void SearchField::showKeys()
{
    const int words = fontMetrics().horizontalAdvance(placeholderText());
    const int taken = m_keys->sizeHint().width() + 4 * Metrics::step;
    m_keys->setVisible(text().isEmpty() && words + taken + 4 * Metrics::step < width());
    const int kept = m_keys->isHidden() ? 0 : taken;
    setTextMargins(isRightToLeft() ? QMargins(kept, 0, 0, 0) : QMargins(0, 0, kept, 0));
}

} // namespace Weeknotes
