// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QPrinter;

namespace Weeknotes {

class Banner;
class PreviewPane;
struct PageReferences;
struct PostHead;
class Session;

/// Puts the note that is open on paper, as the preview shows it, or into a PDF. UI thread only.
class Paper : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    Paper(Session &session, const PreviewPane &preview, Banner &banner, QWidget *window);
    ~Paper() override;

    /// Asks the system's print dialog how.
    void print();
    /// Asks where to.
    void savePdf();

Q_SIGNALS:
    /// The PDF is there.
    void saved(const QString &path);

private:
    [[nodiscard]] PostHead head() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] PageReferences references() const;
    /// That are in the note, and on no paper.
    [[nodiscard]] int hiddenPassages() const;
    /// Calls `ready` when all images are there, unless another note is open by then.
    void whenReady(const std::function<void()> &ready) const;
    void paint();
    void writePdf(const QString &path);

    Session &m_session;
    const PreviewPane &m_preview;
    Banner &m_banner;
    QWidget *m_window;
    std::unique_ptr<QPrinter> m_printer;
};

} // namespace Weeknotes
