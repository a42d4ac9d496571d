// SPDX-License-Identifier: GPL-3.0-or-later
// Where links of text and page lead.
#include "app/previewpane.h"
#include "app/statusstrip.h"
#include "gui/writingtest.h"
#include "preview/previewview.h"

#include <QDesktopServices>
#include <QLabel>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestLinks : public TestData::WritingTest
{
    Q_OBJECT

public:
    /// As the program for web addresses, where a test wants one: this platform has none.
    Q_INVOKABLE void open(const QUrl &target) { m_opened << target; }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup()
    {
        QDesktopServices::unsetUrlHandler(u"https"_s);
        m_opened.clear();
        end();
    }

    void aClickWithCtrlOpensALink();
    void saysWhyNothingOpens_data();
    void saysWhyNothingOpens();
    void aWeekIsShown();

private:
    void click(int offset, Qt::KeyboardModifiers keys)
    {
        QTextCursor at(editor().document());
        at.setPosition(offset);
        QTest::mouseClick(editor().viewport(), Qt::LeftButton, keys, editor().cursorRect(at).center() + QPoint(3, 0));
    }
    [[nodiscard]] bool says(const QString &beginning)
    {
        const auto labels = window().findChild<StatusStrip *>()->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(beginning) &&
                   label->width() >= label->sizeHint().width();
        });
    }

    QList<QUrl> m_opened;
};

void TestLinks::aClickWithCtrlOpensALink()
{
    QDesktopServices::setUrlHandler(u"https"_s, this, "open");
    editor().replaceAll(u"See [there](https://example.org)"_s);
    QCoreApplication::processEvents();
    click(6, Qt::NoModifier);
    click(1, Qt::ControlModifier);
    QTextCursor end(editor().document());
    end.movePosition(QTextCursor::End);
    QTest::mouseClick(editor().viewport(), Qt::LeftButton, Qt::ControlModifier,
                      editor().cursorRect(end).center() + QPoint(80, 0));
    QVERIFY(m_opened.isEmpty());
    click(6, Qt::ControlModifier);
    QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://example.org"_s)});
}

void TestLinks::saysWhyNothingOpens_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("why");
    QTest::newRow("no browser") << u"https://example.org/a"_s
                                << u"No web browser opened this. Copy the address from the link’s menu."_s;
    QTest::newRow("no mail") << u"mailto:a@example.org"_s
                             << u"No mail program opened this. Copy the address from the link’s menu."_s;
    QTest::newRow("a file") << u"file:///home/a/plan.pdf"_s
                            << u"Readers can’t reach a file on this computer. Link to the web instead."_s;
    QTest::newRow("a part") << u"plan.pdf"_s << u"This link is only part of an address. Begin it with https://."_s;
    QTest::newRow("another kind") << u"javascript:alert"_s
                                  << u"Links lead to the web, to mail or to a week; pages leave this one out."_s;
    QTest::newRow("no such week") << u"week:neverland"_s << u"“neverland” means nothing here"_s;
}

void TestLinks::saysWhyNothingOpens()
{
    QFETCH(QString, target);
    QFETCH(QString, why);
    editor().replaceAll(u"See [there](%1)"_s.arg(target));
    QCoreApplication::processEvents();
    click(6, Qt::ControlModifier);
    QVERIFY(says(why));
    if (QUrl(target).scheme() == "https"_L1) { // the page has the same link
        const QTextCursor found = window().previewPane().view().document()->find(u"there"_s);
        QTextCursor at(found);
        at.setPosition(found.selectionStart() + 1);
        window().findChild<StatusStrip *>()->clear();
        const PreviewView &page = window().previewPane().view();
        QTest::mouseClick(page.viewport(), Qt::LeftButton, {}, page.cursorRect(at).center());
        QVERIFY(says(why));
    }
    window().resize(window().minimumSize());
    window().findChild<StatusStrip *>()->clear();
    QCoreApplication::processEvents();
    click(6, Qt::ControlModifier);
    QTRY_VERIFY(says(why)); // there is room for all of it
}

void TestLinks::aWeekIsShown()
{
    editor().replaceAll(u"See [then](week:2026-W40)"_s);
    QTRY_VERIFY(isSaved());
    click(6, Qt::ControlModifier);
    QTRY_COMPARE(session().week(), *Week::parse(u"2026-W40"_s));
}

QTEST_MAIN(TestLinks)
#include "tst_links.moc"
