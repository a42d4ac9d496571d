// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/smartmarks.h"
#include "editor/typewriter.h"
#include "find/matchesinview.h"
#include "style/palette.h"

#include <QBasicTimer>
#include <QImage>
#include <QList>
#include <QTextEdit>

#include <functional>
#include <utility>

namespace Weeknotes {

class ColumnLayout;
class TextCopy;
class MarkdownHighlighter;
class Spelling;

/// A picture that was pasted or dropped; one of the three is set.
struct OfferedPicture
{
    QString path;       ///< of a local file
    QByteArray encoded; ///< as another program encoded it
    QImage image;
};

/// Where a note is written: Markdown as plain text in a column of 60 to 70 characters, with the habits people expect
/// (Enter continues a list, a typed mark wraps the selection, …). Each habit is one step of undo. UI thread only.
/// Its invitation and accessible name are words, so that the window sets them.
class MarkdownEdit final : public QTextEdit
{
    Q_OBJECT
public:
    static constexpr int smallestText = 11; ///< pixels
    static constexpr int largestText = 32;

    explicit MarkdownEdit(QWidget *parent = nullptr);
    ~MarkdownEdit() override;

    /// Shows another text: the cursor at its start, no undo history. Says nothing.
    void setMarkdown(const QString &markdown);
    /// The text as it stands, every character kept; lines end in U+000A.
    [[nodiscard]] QString markdown() const;

    /// Offsets into markdown() (UTF-16), for following the preview.
    [[nodiscard]] int cursorOffset() const { return textCursor().position(); }
    void setCursorOffset(int offset);
    /// What is looked at: the cursor, where it is in sight, else the first line in view.
    struct Eye
    {
        int offset = -1; ///< none: the text is at its top, and stays there
        int y = 0;       ///< of its line, in the viewport
    };
    /// Where the person is in the text, to come back to later.
    struct Place
    {
        int cursor = 0;
        Eye eye;
    };
    [[nodiscard]] Place place() const;
    void setPlace(const Place &place);
    /// The cursor behind the last character, in sight.
    void goToEnd();

    /// Whether all of the text is coloured and laid out; until then what lies out of view has its height by guess.
    [[nodiscard]] bool isSettled() const;
    /// While it works towards that: the scroll bar may move, so that the words in view stay where they are.
    [[nodiscard]] bool isTakingTurn() const { return m_takesTurn; }

    // For scrolling in step with the preview; px from the top of the text.
    [[nodiscard]] qreal topOfLine(int offset) const;
    [[nodiscard]] qreal bottomOfLine(int offset) const;
    /// The last offset of the line at `y`.
    [[nodiscard]] int lineEndAt(qreal y) const;
    void scrollTo(qreal y);
    /// The cursor there, with its line as near to `y` of the viewport as the text allows.
    void showOffset(int offset, int y);

    /// Puts `text` in the place of `length` characters from `begin` on, as one step of undo and as if typed.
    void replace(int begin, int length, const QString &text);
    /// Likewise for the whole text; what is the same at its two ends is left alone.
    void replaceAll(const QString &markdown);
    /// Likewise for many stretches at once, in order and without overlap.
    void replaceEach(const std::vector<TextReplacement> &replacements);

    /// Where the link at `offset` leads, as written; invalid where there is none.
    [[nodiscard]] QUrl linkAt(int offset) const;

    /// The selection, else the cursor's place.
    [[nodiscard]] TextRange selection() const { return m_found.selection(); }
    /// Whether the whole text is selected: then the cursor stands at its end without anybody having gone there.
    [[nodiscard]] bool isAllSelected() const;
    /// Selects `range`, an empty one is a place for the cursor, and brings it in sight.
    void select(TextRange range) { m_found.select(range); }
    /// What is looked for in the text.
    [[nodiscard]] MatchesInView &found() { return m_found; }
    [[nodiscard]] const MatchList &matches() const { return m_found.list(); }
    /// As replace(), but cursor and view stay where they are: for what is changed from elsewhere.
    void replaceAside(int begin, int length, const QString &text);

    /// What stands where the first letter of an empty text will. Qt's own placeholder knows neither our margins nor the
    /// height of a line.
    void setInvitation(const QString &words);
    void setScheme(Scheme scheme);
    /// Lets all but the paragraph that is being written, or those that are selected, step back.
    void setDimsOthers(bool dims);
    /// Holds the line that is being written at one height of the view.
    void setTypewriter(bool on) { m_typewriter.setOn(on); }
    /// Pixels, held between smallestText and largestText.
    void setTextSize(int pixels);
    /// Likewise, as the person does: says so.
    void zoomTo(int pixels);
    [[nodiscard]] static int usualText();
    [[nodiscard]] int textSize() const { return m_textSize; }

    /// While on, the marks of print come in place of those typed: “ ” ‘ ’ – — … in prose. Undo, or Backspace right
    /// after, brings back what was typed. Off at first.
    void setSmartMarks(bool on) { m_smartMarks = on; }
    /// Tells the language of the text (BCP 47) whenever it matters; English without it.
    void setLanguageSource(std::function<QString()> language) { m_language = std::move(language); }
    [[nodiscard]] QString language() const { return m_language ? m_language() : QString(); }

    /// Changes the text by `habit(QTextCursor &)`, such as those of WritingHabits, at the cursor, which stays in sight.
    /// Nothing while the editor is read-only.
    template <typename Habit> void edit(const Habit &habit)
    {
        if (isReadOnly())
            return;
        QTextCursor cursor = textCursor();
        habit(cursor);
        setTextCursor(cursor);
        ensureCursorVisible();
    }

    // Each works on the selection, else on the word at the cursor, and takes its own marks away again.
    void toggleStrong();
    void toggleEmphasis();
    void toggleCode();
    /// What the clipboard holds as text, without making Markdown of it.
    void pastePlain();
    /// Whether pictures are taken; then `picturesOffered` tells of them.
    void setTakesPictures(bool takes) { m_takesPictures = takes; }
    /// Makes the selection the words of a link and leaves the cursor where the address goes.
    void insertLink();

    [[nodiscard]] Spelling &spelling() const { return *m_spelling; }
    /// As the key for it does: says where a menu for the cursor's place goes.
    void requestMenu();

Q_SIGNALS:
    /// The person changed the text, once per edit; undo and redo count too.
    void textEdited();
    /// Pictures were pasted or dropped, to go where the cursor is.
    void picturesOffered(const QList<Weeknotes::OfferedPicture> &pictures);
    /// A click with Ctrl on a link.
    void linkActivated(const QUrl &target);
    /// The person zoomed.
    void textSizeChanged(int pixels);
    /// The person moved the text by wheel, keys or scroll bar; not what moved because of the cursor, or by itself.
    void scrolledByHand();
    /// A menu is wanted at `place` of the screen, for what stands at `offset`.
    void menuRequested(const QPoint &place, int offset);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    /// Text, what of other programs becomes Markdown, and pictures. Other files that are dropped are the window's: it
    /// reads them as an archive.
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void applyLook();
    void centreColumn();
    void keepRoomBelow();
    void takeKey(QKeyEvent *event);
    [[nodiscard]] bool beginsWord(const QKeyEvent *event) const;
    [[nodiscard]] bool zoomKey(const QKeyEvent *event);
    [[nodiscard]] bool markKey(const QKeyEvent *event);
    [[nodiscard]] bool lineKey(const QKeyEvent *event);
    /// Makes of the character just typed, or of the last ones, what print has for them.
    void smarten(QChar typed);
    [[nodiscard]] bool takesBackSmartMark(const QKeyEvent *event);
    [[nodiscard]] SmartMarks::Quotes quotes() const;
    void watchScrolling();
    void watchTurns();
    [[nodiscard]] int offsetAt(qreal y) const;
    [[nodiscard]] int topMargin() const;
    [[nodiscard]] Eye eye(const QSize &view) const;
    void restoreEye(const Eye &eye);
    void paintGround(const QRect &exposed);
    void paintSpelling(const QRect &exposed);
    void paintInvitation();
    void paintDimness();
    void paintCaret();
    void showCaret();

    Scheme m_scheme = Scheme::Light;
    TextCopy *m_copy;                             ///< hears of an edit before all others
    ColumnLayout *m_layout = nullptr;             ///< the document's
    MarkdownHighlighter *m_highlighter = nullptr; ///< the document's
    Spelling *m_spelling = nullptr;
    QBasicTimer m_blink;
    QRect m_caret;
    QString m_invitation;
    Typewriter m_typewriter;
    MatchesInView m_found;
    Eye m_eye;        ///< while highlighter or layout take a turn
    Eye m_kept;       ///< the last that was restored, and is looked at until somebody does something
    int m_keptAt = 0; ///< where the scroll bar was then
    std::function<QString()> m_language;
    int m_smartened = -1; ///< the document's revision when a mark of print had just come
    int m_textSize;
    bool m_smartMarks = false;
    bool m_dimsOthers = false;
    bool m_takesPictures = false;
    bool m_caretShown = false;
    bool m_silent = false;
    bool m_edited = false;
    bool m_takesTurn = false;
    bool m_byHand = false; ///< the scroll bar's next value is the person's
};

} // namespace Weeknotes
