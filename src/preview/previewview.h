// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/palette.h"

#include <QTextBrowser>
#include <QUrl>

#include <functional>
#include <memory>

namespace Weeknotes {

namespace Markdown {
class Document;
}

/// What stands above the text. Words for people: the window makes them.
struct PreviewHead
{
    QString kicker;
    QString title;
    QString subtitle;
    QString author;
    QString meta;               ///< under the author: "3 min read · Nov 22, 2026"
    bool replacesFirst = false; ///< the text's first block only says the title again, and is left out

    bool operator==(const PreviewHead &) const = default;
};

/// A note as its page will be, drawn by Qt's own text layout. It shows what it is given: hand it
/// Document::forReaders. Opens no link, loads no file and asks no server for anything. UI thread only.
class PreviewView final : public QTextBrowser
{
    Q_OBJECT
public:
    using ImageDone = std::function<void(QByteArray encoded)>;
    /// Asked once for each name of an image in the library; calls `done` on the UI thread, now or later, with the
    /// encoded image, or with nothing if there is none. `done` may outlive the view.
    using ImageLoader = std::function<void(const QString &name, ImageDone done)>;

    explicit PreviewView(QWidget *parent = nullptr);
    ~PreviewView() override;

    void setHead(const PreviewHead &head);
    /// Replaces only the parts that differ from the document before. What is in view stays where it is.
    void setDocument(std::shared_ptr<const Markdown::Document> document);
    /// For another note, after setHead and setDocument: from its beginning, nothing selected.
    void scrollToStart();
    void setScheme(Scheme scheme);
    /// Forgets the images loaded before.
    void setImageLoader(ImageLoader loader);

    /// Brings the block that holds that offset of the source into view, if it is not there yet.
    void showSource(int offset);
    /// How many parts (paragraphs, list items, …) the last change put in anew; for tests and measurements.
    [[nodiscard]] int replacedParts() const;

Q_SIGNALS:
    void linkActivated(const QUrl &url);
    /// A click on the block that starts at that offset of the source.
    void blockActivated(int sourceOffset);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Weeknotes
