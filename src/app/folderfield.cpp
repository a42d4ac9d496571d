// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/folderfield.h"

#include "app/dialogparts.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>

namespace Weeknotes {

FolderField::FolderField(const QString &title, const QString &none, QWidget *parent)
    : QWidget(parent), m_line(new QLineEdit(this)), m_none(plainButton(tr("Use the &built-in ones"), this))
{
    m_line->setPlaceholderText(none);
    QPushButton *choose = plainButton(tr("&Choose…"), this);
    choose->setAccessibleName(title);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(2 * Metrics::step);
    row->addWidget(m_line, 1);
    row->addWidget(choose);
    row->addWidget(m_none);
    setFocusProxy(m_line);
    m_none->hide();
    connect(m_line, &QLineEdit::editingFinished, this, [this] { Q_EMIT chosen(m_line->text()); });
    connect(m_line, &QLineEdit::textChanged, m_none,
            [this](const QString &text) { m_none->setVisible(!text.isEmpty()); });
    connect(choose, &QPushButton::clicked, this, [this, title] { ask(title); });
    connect(m_none, &QPushButton::clicked, this, [this] {
        m_line->clear();
        m_line->setFocus();
        Q_EMIT chosen({});
    });
}

void FolderField::setText(const QString &folder)
{
    if (m_line->text() != folder)
        m_line->setText(folder);
}

void FolderField::ask(const QString &title)
{
    auto *dialog = new QFileDialog(this, title, m_line->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_line->setText(folder);
        Q_EMIT chosen(folder);
    });
    dialog->open();
}

} // namespace Weeknotes
