// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportplace.h"

#include "app/background.h"
#include "app/dialogparts.h"
#include "app/flowlayout.h"
#include "app/pagesfolder.h"
#include "core/settings.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QGuiApplication>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace Weeknotes {

QString siteLacks(const LibrarySettings &settings)
{
    return settings.baseUrl.isEmpty()
               ? ExportPlace::tr("It has no feeds and no site map until the settings say what its address is.")
               : QString();
}

ExportPlace::ExportPlace(QWidget *parent)
    : QWidget(parent)
    , m_words(wrappedLabel({}, u"second"_s, this))
    , m_remarks(wrappedLabel({}, u"attention"_s, this))
    , m_result(new QWidget(this))
    , m_open(plainButton(tr("&Open it"), m_result))
    , m_copy(plainButton(tr("Copy lin&k"), m_result))
{
    QPushButton *change = plainButton(tr("&Change…"), this);
    change->setAccessibleDescription(tr("Chooses the folder"));
    auto *place = new QHBoxLayout;
    place->setSpacing(2 * Metrics::step);
    place->addWidget(m_words, 1);
    place->addWidget(change, 0, Qt::AlignTop);
    QPushButton *show = plainButton(tr("&Show the folder"), m_result);
    auto *row = new FlowLayout(m_result);
    row->setContentsMargins({});
    row->setSpacing(2 * Metrics::step);
    for (QPushButton *button : {m_open, show, m_copy})
        row->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2 * Metrics::step);
    column->addWidget(m_remarks);
    column->addLayout(place);
    column->addWidget(m_result);
    setTabOrder({change, m_open, show, m_copy});
    m_remarks->hide();
    m_copy->hide();
    connect(change, &QPushButton::clicked, this, [this] {
        askForPagesFolder(this, m_folder, [this](const QString &folder) { Q_EMIT folderChosen(folder); });
    });
    connect(m_open, &QPushButton::clicked, this, &ExportPlace::open);
    connect(show, &QPushButton::clicked, this, [this] {
        const QString folder = m_file.isEmpty() ? m_folder : QFileInfo(m_file).path();
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_address.toString(QUrl::FullyEncoded));
        Q_EMIT said(tr("The link is on the clipboard."), false);
    });
}

void ExportPlace::setPlace(const QString &folder, const QString &file)
{
    m_folder = folder;
    m_file = file;
    m_words->setText(tr("It goes to %1").arg(QDir::toNativeSeparators(file.isEmpty() ? folder : file)));
    m_open->setVisible(!file.isEmpty());
    look();
}

void ExportPlace::setAddress(const QUrl &address)
{
    m_address = address;
    m_copy->setVisible(!address.isEmpty());
    m_copy->setToolTip(address.toDisplayString());
}

void ExportPlace::setRemarks(QStringList remarks)
{
    remarks.removeAll(QString());
    m_remarks->setText(remarks.join(u' '));
    m_remarks->setVisible(!remarks.isEmpty());
}

void ExportPlace::look()
{
    m_result->setEnabled(false);
    inBackground([path = m_file.isEmpty() ? m_folder : m_file] {
        return QFileInfo::exists(path);
    }).then(this, [this, look = ++m_looks](bool there) {
        if (look == m_looks)
            m_result->setEnabled(there);
    });
}

void ExportPlace::open()
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_file)))
        Q_EMIT said(tr("Nothing here could open it. It is at %1").arg(m_file), true);
}

} // namespace Weeknotes
