// SPDX-License-Identifier: GPL-3.0-or-later
// What MarkdownEdit takes from the clipboard and from what is dropped, and gives to it.
#include "editor/listitems.h"
#include "editor/markdownedit.h"
#include "editor/writinghabits.h"
#include "html/pastedhtml.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QRegularExpression>
#include <QTextDocumentFragment>
#include <QUrl>

#include <algorithm>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

bool isPictureFile(const QUrl &url)
{
    static const QStringList suffixes{u"png"_s, u"jpg"_s, u"jpeg"_s, u"gif"_s, u"webp"_s};
    return url.isLocalFile() && suffixes.contains(QFileInfo(url.path()).suffix().toLower());
}

bool holdsFiles(const QMimeData &source)
{
    return std::ranges::any_of(source.urls(), &QUrl::isLocalFile);
}

QList<OfferedPicture> picturesIn(const QMimeData &source)
{
    QList<OfferedPicture> pictures;
    const QList<QUrl> urls = source.urls();
    if (!urls.isEmpty() && std::ranges::all_of(urls, isPictureFile)) {
        for (const QUrl &url : urls)
            pictures += OfferedPicture{.path = url.toLocalFile(), .encoded = {}, .image = {}};
        return pictures;
    }
    if (!source.text().trimmed().isEmpty()) // of a spreadsheet, say, whose picture is the lesser part
        return {};
    for (const QString &format : {u"image/png"_s, u"image/jpeg"_s, u"image/gif"_s, u"image/webp"_s}) {
        if (const QByteArray encoded = source.data(format); !encoded.isEmpty())
            return {OfferedPicture{.path = {}, .encoded = encoded, .image = {}}};
    }
    if (const auto image = qvariant_cast<QImage>(source.imageData()); !image.isNull())
        return {OfferedPicture{.path = {}, .encoded = {}, .image = image}};
    return {};
}

bool mayHoldPicture(const QMimeData &source)
{
    return source.hasImage() ||
           std::ranges::any_of(source.formats(), [](const QString &format) { return format.startsWith("image/"_L1); });
}

} // namespace

QMimeData *MarkdownEdit::createMimeDataFromSelection() const
{
    auto *plain = new QMimeData; // whoever asked owns it
    plain->setText(textCursor().selection().toRawText().replace(QChar::ParagraphSeparator, u'\n'));
    return plain;
}

bool MarkdownEdit::canInsertFromMimeData(const QMimeData *source) const
{
    if (holdsFiles(*source))
        return m_takesPictures && std::ranges::all_of(source->urls(), isPictureFile);
    return source->hasText() || source->hasHtml() || (m_takesPictures && mayHoldPicture(*source));
}

void MarkdownEdit::insertFromMimeData(const QMimeData *source)
{
    static const QRegularExpression address(u"^https?://\\S+$"_s);
    if (isReadOnly() || !canInsertFromMimeData(source))
        return;
    const bool code = ListItems::isCode(textCursor().block());
    if (const auto pictures = m_takesPictures && !code ? picturesIn(*source) : QList<OfferedPicture>();
        !pictures.isEmpty()) {
        Q_EMIT picturesOffered(pictures);
        return;
    }
    const QString text = source->text();
    const QString selected = textCursor().selectedText();
    const bool oneLine = !selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator);
    if (oneLine && !code && address.match(text.trimmed()).hasMatch()) {
        edit([&](QTextCursor &at) { WritingHabits::makeLink(at, text.trimmed()); });
        return;
    }
    const auto markdown = source->hasHtml() && !code ? markdownOfPasted(source->html()) : std::nullopt;
    if (markdown && !markdown->isEmpty())
        edit([&](QTextCursor &at) { WritingHabits::insertPassage(at, *markdown); });
    else if (!text.isEmpty())
        edit([&](QTextCursor &at) { at.insertText(text); });
}

void MarkdownEdit::pastePlain()
{
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    if (copied && !copied->text().isEmpty())
        edit([&](QTextCursor &at) { at.insertText(copied->text()); });
}

} // namespace Weeknotes
