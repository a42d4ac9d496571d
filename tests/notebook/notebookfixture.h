// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notebook/draftsession.h"
#include "notebook/notebook.h"
#include "notebook/storedtextof.h"
#include "storage/libraryfixture.h"

#include <QSignalSpy>

namespace Weeknotes::Test {

/// What a future brings, once it is there; the event loop goes round meanwhile.
template <typename T> T await(QFuture<T> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
        QTest::qFail("the future does not finish", __FILE__, __LINE__);
    return future.isResultReadyAt(0) ? future.result() : T(std::unexpected(Error()));
}

template <typename T> T outcomeOf(QFuture<Result<T>> future)
{
    return valueOf(await(std::move(future)));
}

/// A notebook on a library of its own.
struct NotebookFixture : LibraryFixture
{
    std::unique_ptr<Notebook> notebook = std::make_unique<Notebook>(clock);

    NotebookFixture() { outcomeOf(notebook->open(path())); }
    /// A note with `markdown`, and its title.
    [[nodiscard]] Note add(const QString &title, const QString &markdown)
    {
        return {outcomeOf(notebook->addNote(titled(title), markdown)), markdown};
    }
    /// Somebody else's view of the same library.
    [[nodiscard]] std::unique_ptr<Library> elsewhere() const { return open(); }
    void addElsewhere(int count) const
    {
        const auto library = elsewhere();
        for (int i = 0; i < count; ++i)
            valueOf(library->addNote(titled(QString::number(i)), text(u"words"_s)));
    }
};

} // namespace Weeknotes::Test
