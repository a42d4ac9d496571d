// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QWidget>

class QPushButton;

namespace Weeknotes {

/// The author's picture, round as it is on pages; without one their initials stand there.
class PictureField : public QWidget
{
    Q_OBJECT

public:
    explicit PictureField(QWidget *parent = nullptr);

    /// `picture` is a file's bytes, or empty.
    void setPicture(const QByteArray &picture);
    void setAuthor(const QString &author);
    /// Makes a portrait of the file and chooses that. The file is read on another thread.
    void read(const QString &path);

Q_SIGNALS:
    /// The person chose it; empty: none.
    void chosen(const QByteArray &picture);
    void failed(const Weeknotes::Error &error);

private:
    void ask();

    QWidget *m_disc;
    QPushButton *m_remove;
    quint64 m_reads = 0; ///< only the newest counts
};

} // namespace Weeknotes
