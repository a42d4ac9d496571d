// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/textfinder.h"
#include "insight/notepassage.h"
#include "preview/previewview.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Weeknotes {

class AppSettings;
class Links;
class SchemeSwitch;
class Session;

/// Passages of many notes to read as one page, each below a quiet line that opens its note: newest or oldest first, all
/// or those with some words, to be copied and exported. UI thread only.
class PassageReader : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive it.
    PassageReader(Session &session, AppSettings &settings, SchemeSwitch &schemes, Links &links,
                  QWidget *parent = nullptr);

    /// `passages` oldest first. Shows the page from its beginning where `title` is another one than before.
    void setPassages(const QString &title, const QString &subtitle, std::vector<NotePassage> passages);
    /// Whatever this finds in the page's text is marked; null for nothing.
    using Finder = std::function<std::vector<TextRange>(const QString &text)>;
    void setFinder(Finder finder);
    /// Writes the page as it is shown to a folder in `folder`; `exported` or words below the bar tell.
    void exportTo(const QString &folder);
    /// Words below the bar, until another page is shown.
    void say(const QString &words, bool problem = false);

    [[nodiscard]] PreviewView &view() const { return *m_view; }
    [[nodiscard]] QLineEdit &filter() const { return *m_filter; }
    [[nodiscard]] QComboBox &order() const { return *m_order; }
    /// The page that is shown.
    [[nodiscard]] const std::shared_ptr<const Markdown::Document> &document() const { return m_document; }

Q_SIGNALS:
    /// The line above one of its passages.
    void noteActivated(const Weeknotes::NoteId &id);
    void exported(const QString &path);

private:
    void layOut();
    void showPassages();
    void mark();
    void copy();
    void chooseFolder();
    [[nodiscard]] NoteHeader head() const;

    Session &m_session;
    AppSettings &m_settings;
    QLineEdit *m_filter;
    QComboBox *m_order;
    QPushButton *m_copy;
    QPushButton *m_export;
    QLabel *m_words;
    PreviewView *m_view;
    QTimer m_soon;
    QString m_title;
    QString m_subtitle;
    QString m_shownSubtitle; // how many passages hold the filter's words, if there are any
    std::vector<NotePassage> m_passages;
    std::shared_ptr<const Markdown::Document> m_document;
    Finder m_finder;
};

} // namespace Weeknotes
