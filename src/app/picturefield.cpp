// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picturefield.h"

#include "app/background.h"
#include "app/dialogparts.h"
#include "app/pictures.h"
#include "core/initials.h"
#include "publisher/portrait.h"
#include "style/palette.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int shownSide = 14 * Metrics::step;

class Portrait : public QWidget
{
public:
    explicit Portrait(QWidget *parent) : QWidget(parent) { setFixedSize(shownSide, shownSide); }

    void setPicture(const QImage &picture)
    {
        m_picture = picture;
        update();
    }
    void setAuthor(const QString &author)
    {
        m_author = author;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        QPainterPath circle;
        circle.addEllipse(rect());
        if (!m_picture.isNull()) {
            painter.setClipPath(circle);
            return painter.drawImage(rect(), m_picture);
        }
        const Palette &colours = Weeknotes::palette(Scheme::Light); // of the page that most see
        painter.fillPath(circle, colours.green);
        painter.setFont(Weeknotes::font({.size = 0.4 * shownSide, .weight = QFont::DemiBold}, pageSansFamilies()));
        painter.setPen(colours.onGreen);
        painter.drawText(rect(), Qt::AlignCenter, initialsOf(m_author));
    }

private:
    QImage m_picture;
    QString m_author;
};

Result<QByteArray> portraitIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Error{.kind = Error::Kind::NotReadable, .subject = path, .detail = file.errorString()});
    if (file.size() > Pictures::largest)
        return std::unexpected(Error{Error::Kind::TooLarge, path, QString::number(Pictures::largest)});
    return portraitOf(file.read(Pictures::largest)).transform_error([&path](Error error) {
        error.subject = path;
        return error;
    });
}

} // namespace

PictureField::PictureField(QWidget *parent)
    : QWidget(parent), m_disc(new Portrait(this)), m_remove(plainButton(tr("&Remove"), this))
{
    QPushButton *choose = plainButton(tr("Choose a &picture…"), this);
    m_remove->setAccessibleName(tr("Remove the picture"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(2 * Metrics::step);
    row->addWidget(m_disc);
    row->addSpacing(Metrics::step);
    row->addWidget(choose);
    row->addWidget(m_remove);
    row->addStretch(1);
    setFocusProxy(choose);
    connect(choose, &QPushButton::clicked, this, &PictureField::ask);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        setPicture({});
        focusProxy()->setFocus();
        Q_EMIT chosen({});
    });
}

void PictureField::setPicture(const QByteArray &picture)
{
    static_cast<Portrait *>(m_disc)->setPicture(QImage::fromData(picture));
    m_remove->setVisible(!picture.isEmpty());
}

void PictureField::setAuthor(const QString &author)
{
    static_cast<Portrait *>(m_disc)->setAuthor(author);
}

void PictureField::ask()
{
    auto *dialog = new QFileDialog(this, tr("Choose a picture of you"),
                                   QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(QStringList{tr("Pictures") + u" (*.jpg *.jpeg *.png *.webp *.gif)"_s});
    connect(dialog, &QFileDialog::fileSelected, this, &PictureField::read);
    dialog->open();
}

void PictureField::read(const QString &path)
{
    inBackground([path] {
        return portraitIn(path);
    }).then(this, [this, read = ++m_reads](const Result<QByteArray> &picture) {
        if (read != m_reads)
            return;
        if (!picture)
            return Q_EMIT failed(picture.error());
        setPicture(*picture);
        Q_EMIT chosen(*picture);
    });
}

} // namespace Weeknotes
