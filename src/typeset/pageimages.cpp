// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeset/pageimages.h"

#include "style/typography.h"
#include "typeset/formatproperties.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QPainter>
#include <QPainterPath>
#include <QPointer>
#include <QTextBlock>
#include <QTextDocument>
#include <QThreadPool>

#include <algorithm>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal boxHeight = 24 * Metrics::step;
constexpr qreal captionRoom = 28 * Metrics::step;
constexpr int sharpest = 3; ///< times the column's width: more pixels than that no screen shows

/// Whether `name` can only be a file that lies with the note.
bool isOurs(const QString &name)
{
    return !name.isEmpty() && !name.startsWith(u'/') && !name.startsWith(u'\\') && !name.contains(u':') &&
           !name.contains(".."_L1);
}

qreal roomFor(QTextDocument *document, int position)
{
    const QTextBlockFormat block = document->findBlock(position).blockFormat();
    return std::max(document->textWidth() - block.leftMargin() - block.rightMargin(), qreal(1));
}

QImage decoded(const QByteArray &encoded)
{
    QBuffer buffer;
    buffer.setData(encoded);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    const int widest = sharpest * desktopPage().column;
    if (size.width() > widest)
        reader.setScaledSize({widest, std::max(1, int(qint64(size.height()) * widest / size.width()))});
    return reader.read();
}

/// As it is shown, which may be turned; empty where it can't be read.
QSize sizeOf(const QByteArray &encoded)
{
    QBuffer buffer;
    buffer.setData(encoded);
    buffer.open(QIODevice::ReadOnly);
    const QImageReader reader(&buffer);
    const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const QSize size = reader.size().isValid() ? reader.size() : QImage::fromData(encoded).size();
    return turned ? size.transposed() : size;
}

} // namespace

PageImages::PageImages(QObject *parent) : QObject(parent) {}

void PageImages::setLoader(Loader loader)
{
    m_loader = std::move(loader);
    m_entries.clear();
    ++m_generation;
    Q_EMIT changed({});
}

PageImages::Entry &PageImages::entry(const QString &name)
{
    const bool fresh = !m_entries.contains(name);
    Entry &found = m_entries[name];
    if (!fresh)
        return found;
    found.done = !m_loader || !isOurs(name);
    if (!found.done) // not at once: we are asked in the middle of a layout
        QMetaObject::invokeMethod(this, [this, name] { request(name); }, Qt::QueuedConnection);
    return found;
}

bool PageImages::isWaiting() const
{
    return std::ranges::any_of(m_entries, [](const Entry &each) { return !each.done; });
}

void PageImages::request(const QString &name)
{
    if (!m_loader)
        return;
    m_loader(name, [images = QPointer(this), name, generation = m_generation](const QByteArray &encoded) {
        if (images && images->m_generation == generation)
            images->decode(name, encoded);
    });
}

void PageImages::decode(const QString &name, const QByteArray &encoded)
{
    const auto show = [images = QPointer(this), name, generation = m_generation](const QImage &image) {
        if (!images || images->m_generation != generation)
            return;
        images->m_entries[name] = {.done = true, .size = image.size(), .image = image, .encoded = {}, .scaled = {}};
        Q_EMIT images->changed(name);
    };
    QThreadPool::globalInstance()->start([encoded, show] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [show, image = decoded(encoded)] { show(image); }, Qt::QueuedConnection);
    });
}

void PageImages::put(const QString &name, const QByteArray &encoded)
{
    m_entries[name] = {.done = true, .size = sizeOf(encoded), .image = {}, .encoded = encoded, .scaled = {}};
}

QSizeF PageImages::intrinsicSize(QTextDocument *document, int position, const QTextFormat &format)
{
    const qreal room = roomFor(document, position);
    const Entry &found = entry(format.stringProperty(FormatProperty::imageName));
    if (!found.done)
        return {room, room * 9 / 16};
    if (found.size.isEmpty())
        return {room, boxHeight};
    QSizeF size = found.size;
    size *= std::min(room / size.width(), 1.0);
    const qreal sheet = document->pageSize().height(); // on paper, an image stands on one, with its caption
    const qreal most = sheet - captionRoom;
    return sheet > 0 && size.height() > most ? size * (most / size.height()) : size;
}

void PageImages::drawObject(QPainter *painter, const QRectF &rect, QTextDocument *, int, const QTextFormat &format)
{
    const QString name = format.stringProperty(FormatProperty::imageName);
    const QString alt = format.stringProperty(FormatProperty::imageAlt);
    Entry &found = entry(name);
    if (found.size.isEmpty()) {
        drawBox(painter, rect, found.done ? m_missing : QString(), found.done ? alt : QString());
        return;
    }
    if (m_onPaper) { // every dot that there is
        painter->drawImage(rect, found.image.isNull() ? decoded(found.encoded) : found.image);
        return;
    }
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QSize pixels = (rect.size() * ratio).toSize();
    if (found.scaled.size() != pixels)
        found.scaled = QPixmap::fromImage(found.image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter->drawPixmap(rect, found.scaled, found.scaled.rect());
}

void PageImages::drawBox(QPainter *painter, const QRectF &rect, const QString &heading, const QString &words) const
{
    const Palette &colours = palette(m_scheme);
    const PageType &type = desktopPage();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(colours.code);
    painter->setPen(colours.pageEdge);
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), type.codeRadius, type.codeRadius);
    const QRectF inside = rect.adjusted(16, 12, -16, -12);
    painter->setFont(font(type.caption, pageSansFamilies()));
    painter->setPen(colours.secondInk);
    const QString both = heading.isEmpty() || words.isEmpty() ? heading + words : heading + u'\n' + words;
    painter->drawText(inside, int(Qt::AlignCenter) | int(Qt::TextWordWrap), both);
    painter->restore();
}

} // namespace Weeknotes
