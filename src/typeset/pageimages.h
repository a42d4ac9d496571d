// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/palette.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QPixmap>
#include <QTextObjectInterface>

#include <functional>

namespace Weeknotes {

/// The images of a page: asks for them, decodes them off the UI thread, and draws them in the text. Until one is there
/// its place is held; one that can't be had is a box with its words.
class PageImages final : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    using Done = std::function<void(QByteArray encoded)>;
    /// Asked once for each name of an image in the library; calls `done` on the UI thread, now or later, with the
    /// encoded image, or with nothing if there is none. `done` may outlive this.
    using Loader = std::function<void(const QString &name, Done done)>;

    explicit PageImages(QObject *parent);

    /// Forgets the images loaded before.
    void setLoader(Loader loader);
    void setScheme(Scheme scheme) { m_scheme = scheme; }
    void setMissingWords(const QString &words) { m_missing = words; }
    void setOnPaper(bool onPaper) { m_onPaper = onPaper; }
    /// The image of that name, for whoever has it at hand and no event loop. It is decoded only to be drawn, each time
    /// anew: for paper, which draws each once.
    void put(const QString &name, const QByteArray &encoded);
    /// As if it were to be drawn.
    void ask(const QString &name) { (void)entry(name); }
    /// Whether one of those that were asked for is not there yet.
    [[nodiscard]] bool isWaiting() const;

    [[nodiscard]] QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
                    const QTextFormat &format) override;

Q_SIGNALS:
    /// What stands at `name` has another size now.
    void changed(const QString &name);

private:
    struct Entry
    {
        bool done = false;
        QSize size;   ///< in px; empty: broken, once done
        QImage image; ///< null if it was put()
        QByteArray encoded;
        QPixmap scaled;
    };
    [[nodiscard]] Entry &entry(const QString &name);
    void request(const QString &name);
    void decode(const QString &name, const QByteArray &encoded);
    void drawBox(QPainter *painter, const QRectF &rect, const QString &heading, const QString &words) const;

    Loader m_loader;
    QString m_missing;
    QHash<QString, Entry> m_entries;
    Scheme m_scheme = Scheme::Light;
    bool m_onPaper = false;
    int m_generation = 0; ///< of the loader: answers of one before are dropped
};

} // namespace Weeknotes
