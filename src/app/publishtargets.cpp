// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publishtargets.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

/// The translation context of what stands here.
struct TargetWords
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::PublishTargets)
};

} // namespace

QString groupName(PublishTarget::Group group)
{
    switch (group) {
    case PublishTarget::Group::Web:
        return TargetWords::tr("On the web");
    case PublishTarget::Group::Paste:
        return TargetWords::tr("To paste");
    case PublishTarget::Group::File:
        break;
    }
    return TargetWords::tr("Files");
}

std::vector<PublishTarget> publishTargets()
{
    using W = TargetWords;
    using enum PublishTarget::Group;
    const QString copy = W::tr("&Copy");
    const QString write = W::tr("&Write the file");
    const QString generator =
        W::tr("A Markdown file with the fields that %1 reads, in the folder where it looks, and the "
              "pictures beside it.");
    return {
        {u"page"_s, W::tr("Page"), W::tr("A web page of its own, with its pictures beside it, for any server."),
         W::tr("&Write the page"), Web, ExportForm::Page, PostForm::Page},
        {u"site"_s, W::tr("Site"),
         W::tr("A whole site of the notes that are published or ready, and of this one: front page, archive, feeds. "
               "Only what changed is written again."),
         W::tr("&Update the site"), Web, ExportForm::Site, PostForm::Site},
        {u"hugo"_s, u"Hugo"_s, generator.arg("Hugo"_L1), write, Web, ExportForm::Hugo, PostForm::Generator},
        {u"jekyll"_s, u"Jekyll"_s, generator.arg("Jekyll"_L1), write, Web, ExportForm::Jekyll, PostForm::Generator},
        {u"eleventy"_s, u"Eleventy"_s, generator.arg("Eleventy"_L1), write, Web, ExportForm::Eleventy,
         PostForm::Generator},
        {u"clip-medium"_s, u"Medium"_s, W::tr("Paste it into a new story; its first line becomes the title."), copy,
         Paste, ClipTarget::Medium, PostForm::MediumClip},
        {u"clip-wordpress"_s, u"WordPress"_s, W::tr("Paste it into the block editor, or into its code view."), copy,
         Paste, ClipTarget::WordPress, PostForm::WordPressClip},
        {u"clip-document"_s, W::tr("Document"), W::tr("Paste it into Google Docs, Word, LibreOffice or a mail."), copy,
         Paste, ClipTarget::Documents, PostForm::DocumentsClip},
        {u"clip-markdown"_s, u"Markdown"_s, W::tr("The Markdown of the note, without what readers must not see."), copy,
         Paste, PublishTarget::MarkdownClip{}, PostForm::Markdown},
        {u"clip-text"_s, W::tr("Plain text"), W::tr("Its words, without any form."), copy, Paste, ClipTarget::PlainText,
         PostForm::PlainTextClip},
        {u"pdf"_s, u"PDF"_s, W::tr("A PDF to send or to print."), W::tr("&Write the PDF"), File, ExportForm::Pdf,
         PostForm::Pdf},
        {u"markdown"_s, W::tr("Markdown file"),
         W::tr("A Markdown file with all its fields, which Weeknotes reads back."), write, File, ExportForm::Markdown,
         PostForm::Markdown},
        {u"medium-archive"_s, W::tr("Medium archive"),
         W::tr("The form of Medium’s own export, with its zip, which WordPress, Ghost and others import."), write, File,
         ExportForm::MediumArchive, PostForm::MediumArchive},
    };
}

std::vector<PublishTarget> exportTargets()
{
    using W = TargetWords;
    using enum PublishTarget::Group;
    const QString write = W::tr("&Write the files");
    const QString generator =
        W::tr("A Markdown file a note with the fields that %1 reads, in the folder where it looks, and the "
              "pictures beside them.");
    return {
        {u"site"_s, W::tr("Site"),
         W::tr("A whole site that any web server shows: front page, archive, seasons, tags, feeds. Only what changed "
               "is written again."),
         W::tr("&Update the site"), Web, ExportForm::Site, PostForm::Site},
        {u"page"_s, W::tr("A page each"),
         W::tr("A folder a note, with its web page and its pictures, each for itself."), W::tr("&Write the pages"), Web,
         ExportForm::Page, PostForm::Page},
        {u"hugo"_s, u"Hugo"_s, generator.arg("Hugo"_L1), write, Web, ExportForm::Hugo, PostForm::Generator},
        {u"jekyll"_s, u"Jekyll"_s, generator.arg("Jekyll"_L1), write, Web, ExportForm::Jekyll, PostForm::Generator},
        {u"eleventy"_s, u"Eleventy"_s, generator.arg("Eleventy"_L1), write, Web, ExportForm::Eleventy,
         PostForm::Generator},
        {u"book"_s, W::tr("Book"), W::tr("One PDF of all of them, oldest first, with a title page and contents."),
         W::tr("&Write the book"), File, ExportForm::Book, PostForm::Pdf},
        {u"pdf"_s, W::tr("A PDF each"), W::tr("A PDF a note, to send or to print."), W::tr("&Write the PDFs"), File,
         ExportForm::Pdf, PostForm::Pdf},
        {u"markdown"_s, W::tr("Markdown files"),
         W::tr("A Markdown file a note with all its fields, which Weeknotes reads back."), write, File,
         ExportForm::Markdown, PostForm::Markdown},
        {u"medium-archive"_s, W::tr("Medium archive"),
         W::tr("The form of Medium’s own export, with its zip, which WordPress, Ghost and others import."), write, File,
         ExportForm::MediumArchive, PostForm::MediumArchive},
    };
}

} // namespace Weeknotes
