// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linkcheck.h"
#include "app/publishdialog.h"
#include "app/remotepictures.h"
#include "app/translators.h"
#include "gui/lookingtest.h"
#include "remote/imagefetch.h"
#include "support/webserver.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QContextMenuEvent>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QProxyStyle>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// What is asked of the web when the person says so, and that nothing is otherwise, in the real window.
class TestAskedOfTheWeb : public TestData::LookingTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslators(*qApp); }
    void init();
    void cleanup()
    {
        end();
        m_web.reset();
    }
    void nothingIsAskedByItself();
    void checksLinks();
    void forgetsAddressesThatAreGone();
    void checkingCanBeStopped();
    void checksOnceHoweverOftenOneAsks();
    void neverStandsRunning();
    void answersPutNoLookOff();
    void knowsWhenItIsCutOff();
    void leavingEndsIt();
    void bringsAPictureIn();
    void bringsAllPicturesIn();
    void saysWhatCannotBeHad_data();
    void saysWhatCannotBeHad();
    void followsTheTextMeanwhile();
    void writesNothingIntoAnotherNote();
    void fetchingCanBeStopped();
    void bringsWhatIsAskedForMeanwhile();
    void tellsScreenReadersOnce();
    void offersAPictureInItsMenu();
    void worksInThePublishWindow();

private:
    /// A visible label of the window says that.
    [[nodiscard]] bool says(const QString &words)
    {
        return std::ranges::any_of(window().findChildren<QLabel *>(), [&words](const QLabel *label) {
            return label->isVisible() && label->text() == words;
        });
    }
    void press(const QString &words)
    {
        QTRY_VERIFY(button(words));
        QTest::mouseClick(button(words), Qt::LeftButton);
    }
    void choose(LookRule rule)
    {
        for (const LookFinding &each : look().findings()) {
            if (each.rule == rule)
                return list()->choose(each);
        }
        QFAIL("it is not there");
    }
    [[nodiscard]] Result<QByteArray> stored(const QString &name)
    {
        const auto read = session().notebook().image(session().draft()->noteId(), name);
        [&read] { QTRY_VERIFY(read.isFinished()); }();
        return read.result();
    }

    std::unique_ptr<TestData::WebServer> m_web;
};

namespace {

/// A PNG with a word that nobody is to read.
QByteArray picture(Qt::GlobalColor colour)
{
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(colour);
    image.setText(u"Author"_s, u"Robin Secret"_s);
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    image.save(&bytes, "PNG");
    return bytes.data();
}

class SingleClickStyle : public QProxyStyle
{
public:
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_ItemView_ActivateItemOnSingleClick ? 1 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

} // namespace

void TestAskedOfTheWeb::init()
{
    m_web = std::make_unique<TestData::WebServer>();
    begin();
    NoteFields fields = session().draft()->fields();
    fields.title = u"A week"_s;
    window().notePane().setFields(fields);
    actions().links().setNetwork(m_web->network());
    actions().pictures().setNetwork(m_web->network());
}

void TestAskedOfTheWeb::nothingIsAskedByItself()
{
    writeAndLook(u"[a](https://a.example/) ![b](https://a.example/b.png)\n"_s, {u"remote-image"_s});
    openList();
    QTest::keyClick(&editor(), Qt::Key_F8);
    window().actions().publish->trigger();
    PublishDialog *dialog = nullptr;
    QTRY_VERIFY(dialog = window().findChild<PublishDialog *>());
    QTRY_VERIFY(button(u"Write the page"_s) && button(u"Write the page"_s)->isEnabled());
    const QSignalSpy written(dialog, &PublishDialog::written);
    dialog->setFolder(m_desk->path(u"pages"_s));
    press(u"Write the page"_s);
    QTRY_COMPARE(written.size(), 1);
    QCOMPARE(m_web->made(), 0);
}

void TestAskedOfTheWeb::checksLinks()
{
    m_web->put("a.example/", {});
    m_web->put("b.example/old", {.status = 301, .location = "https://b.example/new"});
    m_web->put("b.example/new", {});
    const QString text = u"[one](https://a.example/) [two](https://b.example/old) [three](https://c.example/)\n"_s;
    writeAndLook(text, {});
    window().actions().checkLinks->trigger();
    QVERIFY(list()->isVisible()); // where the answers come
    QTRY_VERIFY(says(u"3 links checked."_s));
    QVERIFY(!actions().links().isRunning());
    QTRY_COMPARE(rules(), (QStringList{u"moved-link"_s, u"dead-link"_s}));
    QCOMPARE(list()->model().count(LookRule::DeadLink), 1);

    choose(LookRule::MovedLink);
    press(u"Use the new address"_s);
    QTRY_COMPARE(editor().markdown(), QString(text).replace(u"/old"_s, u"/new"_s));
    QTRY_COMPARE(rules(), QStringList{u"dead-link"_s});
    editor().undo();
    QCOMPARE(editor().markdown(), text);
    QTRY_COMPARE(rules(), (QStringList{u"moved-link"_s, u"dead-link"_s}));

    // Not here is for good, and asking again changes nothing about it.
    choose(LookRule::DeadLink);
    press(u"Not here"_s);
    QTRY_COMPARE(rules(), QStringList{u"moved-link"_s});
    const qsizetype asked = m_web->requests().size();
    press(u"Check links"_s);
    QTRY_VERIFY(m_web->requests().size() > asked && !actions().links().isRunning());
    QTRY_COMPARE(rules(), QStringList{u"moved-link"_s});
}

void TestAskedOfTheWeb::forgetsAddressesThatAreGone()
{
    m_web->put("a.example/", {});
    writeAndLook(u"[a](https://a.example/) [b](https://b.example/)\n"_s, {});
    openList();
    press(u"Check links"_s);
    QTRY_COMPARE(rules(), QStringList{u"dead-link"_s});
    writeAndLook(u"More. [a](https://a.example/) [b](https://b.example/)\n"_s, {u"dead-link"_s});
    writeAndLook(u"[a](https://a.example/) [b](https://b.example/new)\n"_s, {});
    window().actions().checkLinks->trigger();
    QTRY_COMPARE(rules(), QStringList{u"dead-link"_s});
}

void TestAskedOfTheWeb::checkingCanBeStopped()
{
    m_web->put("a.example/", {.hangs = true});
    writeAndLook(u"[a](https://a.example/) [b](https://b.example/)\n"_s, {});
    openList();
    press(u"Check links"_s);
    QTRY_VERIFY(says(u"Checking the links: 1 of 2"_s));
    QVERIFY(!button(u"Check links"_s));
    press(u"Stop"_s);
    QVERIFY(says(u"Stopped after 1 of 2 links."_s));
    QVERIFY(button(u"Check links"_s));
    QTRY_COMPARE(rules(), QStringList{u"dead-link"_s}); // what is known is known
}

void TestAskedOfTheWeb::checksOnceHoweverOftenOneAsks()
{
    m_web->put("a.example/", {});
    writeAndLook(u"[a](https://a.example/)\n"_s, {});
    openList();
    std::optional<TestData::HeldPool> held(std::in_place);
    editor().replaceAside(0, 0, u"More. "_s); // which is yet to be looked at
    actions().links().start();
    QVERIFY(says(u"Checking the links…"_s));
    actions().links().start();
    QCOMPARE(m_web->made(), 0);
    press(u"Stop"_s);
    QVERIFY(says(u"Stopped."_s));
    actions().links().start();
    actions().links().start();
    held.reset();
    QTRY_VERIFY(says(u"1 link checked."_s));
    QCOMPARE(m_web->made(), 1);
}

void TestAskedOfTheWeb::neverStandsRunning()
{
    writeAndLook(u"[a](https://a.example/) ![b](https://a.example/b.png)\n"_s, {u"remote-image"_s});
    openList();
    std::optional<TestData::HeldPool> held(std::in_place);
    editor().replaceAside(0, 0, u"More. "_s);
    actions().links().start();
    actions().pictures().bringAll();
    QVERIFY(actions().links().isRunning() && actions().pictures().isRunning());
    Q_EMIT look().failed();
    QVERIFY(!actions().links().isRunning() && !actions().pictures().isRunning());
    QVERIFY(says(u"The note can’t be looked at just now."_s));
    held.reset();
    QTRY_COMPARE(look().text(), editor().markdown());
    QCOMPARE(m_web->made(), 0);
}

void TestAskedOfTheWeb::answersPutNoLookOff()
{
    writeAndLook(u"[a](https://a.example/)\n"_s, {});
    QTimer answers;
    answers.setInterval(100);
    const QHash<QString, LinkAnswer> gone{{u"https://a.example/"_s, {LinkAnswer::Kind::Gone, {}}}};
    connect(&answers, &QTimer::timeout, this, [&] { look().setAnswers(gone); });
    answers.start();
    QTRY_COMPARE(rules(), QStringList{u"dead-link"_s});
    editor().replaceAside(0, 0, u"More. "_s);
    bool isCurrent = false;
    look().whenCurrent(this, [&isCurrent] { isCurrent = true; });
    QTRY_VERIFY(isCurrent);
}

void TestAskedOfTheWeb::knowsWhenItIsCutOff()
{
    m_web->fail(u"a.example"_s, QNetworkReply::HostNotFoundError);
    writeAndLook(u"[a](https://a.example/)\n"_s, {});
    openList();
    press(u"Check links"_s);
    QTRY_VERIFY(says(u"No link answered. Is this computer online?"_s));
    QTRY_COMPARE(rules(), QStringList());
    writeAndLook(u"Nothing to ask.\n"_s, {});
    press(u"Check links"_s);
    QTRY_VERIFY(says(u"No link of this note leads to the web."_s));
}

void TestAskedOfTheWeb::leavingEndsIt()
{
    m_web->put("a.example/", {.hangs = true});
    writeAndLook(u"[a](https://a.example/) [b](https://b.example/)\n"_s, {});
    openList();
    press(u"Check links"_s);
    QTRY_VERIFY(says(u"Checking the links: 1 of 2"_s));
    session().startNote(session().week().previous());
    QTRY_VERIFY(!actions().links().isRunning());
    QVERIFY(actions().links().words().isEmpty());
    QTRY_VERIFY(session().draft() && session().draft()->text().isEmpty());
    QVERIFY(!rules().contains(u"dead-link"_s));
}

void TestAskedOfTheWeb::bringsAPictureIn()
{
    m_web->put("a.example/max/1*Our%20plan.png", {.body = picture(Qt::red)});
    const QString text = u"![a plan](https://a.example/max/1*Our%20plan.png \"Ours\")\n"_s;
    writeAndLook(text, {u"remote-image"_s});
    openList();
    choose(LookRule::RemoteImage);
    QVERIFY(!button(u"Bring all in"_s));
    press(u"Bring it in"_s);
    const QString brought = u"![a plan](images/1-Our-plan.png \"Ours\")\n"_s;
    QTRY_COMPARE(editor().markdown(), brought);
    QVERIFY(says(u"1 picture brought in."_s));
    QTRY_COMPARE(rules(), QStringList());
    QVERIFY(list()->list().hasFocus()); // the button has gone
    const auto data = stored(u"images/1-Our-plan.png"_s);
    QVERIFY(data);
    QCOMPARE(QImage::fromData(*data).size(), QSize(40, 30));
    QVERIFY(!data->contains("Secret"));
    editor().undo();
    QCOMPARE(editor().markdown(), text);
    editor().redo();
    QCOMPARE(editor().markdown(), brought);
}

void TestAskedOfTheWeb::bringsAllPicturesIn()
{
    m_web->put("a.example/p.png", {.body = picture(Qt::red)});
    m_web->put("b.example/p.png", {.body = picture(Qt::blue)});
    const QString text = u"![a](https://a.example/p.png) ![b](https://b.example/p.png) ![c](https://c.example/p.png) "
                         "![d](https://a.example/p.png)\n"_s;
    writeAndLook(text, QStringList(4, u"remote-image"_s));
    openList();
    choose(LookRule::RemoteImage);
    press(u"Bring all in"_s);
    QTRY_COMPARE(editor().markdown(), u"![a](images/p.png) ![b](images/p-2.png) ![c](https://c.example/p.png) "
                                      "![d](images/p.png)\n"_s);
    QVERIFY(says(u"2 pictures brought in. The picture https://c.example/p.png is not there any more."_s));
    QCOMPARE(m_web->requests().size(), 3);
    editor().undo(); // of all at once
    QCOMPARE(editor().markdown(), text);
    QTRY_COMPARE(rules().size(), 4);
    window().actions().bringPictures->trigger(); // those that are there already
    QTRY_VERIFY(editor().markdown().startsWith(u"![a](images/p.png) ![b](images/p-2.png)"_s));
    writeAndLook(u"No picture.\n"_s, {});
    window().actions().bringPictures->trigger();
    QTRY_VERIFY(says(u"This note shows no picture from the web."_s));
}

void TestAskedOfTheWeb::saysWhatCannotBeHad_data()
{
    QTest::addColumn<TestData::WebServer::Page>("page");
    QTest::addColumn<QString>("words");
    const QString address = u"https://a.example/p.png"_s;
    QTest::newRow("gone") << TestData::WebServer::Page{.status = 410}
                          << u"The picture %1 is not there any more."_s.arg(address);
    QTest::newRow("page") << TestData::WebServer::Page{.body = "<html>Log in"}
                          << u"%1 is no picture that a page can show: PNG, JPEG, GIF, WebP and SVG are."_s.arg(address);
    QTest::newRow("broken") << TestData::WebServer::Page{.body = picture(Qt::red).first(60)}
                            << u"%1 is no picture that a page can show: PNG, JPEG, GIF, WebP and SVG are."_s.arg(
                                   address);
    QTest::newRow("forbidden") << TestData::WebServer::Page{.status = 403}
                               << u"The picture %1 can’t be had just now."_s.arg(address);
}

void TestAskedOfTheWeb::saysWhatCannotBeHad()
{
    QFETCH(TestData::WebServer::Page, page);
    QFETCH(QString, words);
    m_web->put("a.example/p.png", page);
    const QString text = u"![a](https://a.example/p.png)\n"_s;
    writeAndLook(text, {u"remote-image"_s});
    openList();
    choose(LookRule::RemoteImage);
    press(u"Bring it in"_s);
    QTRY_VERIFY(says(words));
    QCOMPARE(editor().markdown(), text);
    QVERIFY(button(u"Check links"_s));
}

void TestAskedOfTheWeb::followsTheTextMeanwhile()
{
    m_web->put("a.example/p.png", {.body = picture(Qt::red)});
    writeAndLook(u"![a](https://a.example/p.png)\n"_s, {u"remote-image"_s});
    m_web->setHeard([this] { editor().replaceAside(0, 0, u"More before. "_s); });
    window().actions().bringPictures->trigger();
    QTRY_COMPARE(editor().markdown(), u"More before. ![a](images/p.png)\n"_s);

    writeAndLook(u"![a](https://a.example/p.png)\n"_s, {u"remote-image"_s});
    m_web->setHeard([this] { editor().replaceAll(u"Nothing.\n"_s); });
    window().actions().bringPictures->trigger();
    QTRY_VERIFY(says(u"The text no longer names 1 of the pictures."_s));
    QCOMPARE(editor().markdown(), u"Nothing.\n"_s);
}

void TestAskedOfTheWeb::writesNothingIntoAnotherNote()
{
    m_web->put("a.example/p.png", {.body = picture(Qt::red)});
    const QString text = u"![a](https://a.example/p.png)\n"_s;
    writeAndLook(text, {u"remote-image"_s});
    const NoteId first = session().draft()->noteId();
    std::optional<TestData::HeldPool> held(std::in_place);
    window().actions().bringPictures->trigger();
    auto *fetch = actions().pictures().findChild<ImageFetch *>();
    QVERIFY(fetch);
    const QSignalSpy fetched(fetch, &ImageFetch::fetched);
    QTRY_COMPARE(fetched.size(), 1); // it is to be decoded
    session().startNote(session().week().previous());
    QTRY_VERIFY(session().draft() && session().draft()->noteId() != first);
    QVERIFY(!actions().pictures().isRunning());
    held.reset();
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    QTRY_VERIFY(!look().findings().empty()); // by then it would have been stored
    QVERIFY(actions().pictures().words().isEmpty());
    QVERIFY(editor().markdown().isEmpty());
    session().showNote(first);
    QTRY_VERIFY(session().draft() && session().draft()->noteId() == first);
    QCOMPARE(editor().markdown(), text);
    QVERIFY(!stored(u"images/p.png"_s));
}

void TestAskedOfTheWeb::fetchingCanBeStopped()
{
    m_web->put("a.example/p.png", {.body = picture(Qt::red)});
    m_web->put("b.example/p.png", {.hangs = true});
    writeAndLook(u"![a](https://a.example/p.png) ![b](https://b.example/p.png)\n"_s, QStringList(2, u"remote-image"_s));
    openList();
    window().actions().bringPictures->trigger();
    QTRY_VERIFY(says(u"Bringing pictures in: 2 of 2"_s));
    QTRY_COMPARE(m_web->requests().size(), 2);
    press(u"Stop"_s);
    QTRY_COMPARE(editor().markdown(), u"![a](images/p.png) ![b](https://b.example/p.png)\n"_s);
    QVERIFY(says(u"1 picture brought in."_s));
    window().actions().bringPictures->trigger();
    QTRY_COMPARE(m_web->requests().size(), 3);
    press(u"Stop"_s);
    QVERIFY(says(u"Stopped."_s));
    QVERIFY(!actions().pictures().isRunning());
}

void TestAskedOfTheWeb::bringsWhatIsAskedForMeanwhile()
{
    m_web->put("a.example/p.png", {.body = picture(Qt::red)});
    m_web->put("b.example/p.png", {.body = picture(Qt::blue)});
    writeAndLook(u"![a](https://a.example/p.png) ![b](https://b.example/p.png)\n"_s, QStringList(2, u"remote-image"_s));
    openList();
    actions().pictures().bring({u"https://a.example/p.png"_s});
    QVERIFY(says(u"Bringing the picture in…"_s));
    actions().pictures().bring({u"https://b.example/p.png"_s});
    actions().pictures().bringAll(); // each but once
    QTRY_VERIFY(says(u"2 pictures brought in."_s));
    QCOMPARE(editor().markdown(), u"![a](images/p.png) ![b](images/p-2.png)\n"_s);
    QCOMPARE(m_web->requests().size(), 2);
}

void TestAskedOfTheWeb::tellsScreenReadersOnce()
{
    m_web->put("a.example/p.png", {.body = picture(Qt::red)});
    m_web->put("b.example/p.png", {.body = picture(Qt::blue)});
    writeAndLook(u"![a](https://a.example/p.png) ![b](https://b.example/p.png)\n"_s, QStringList(2, u"remote-image"_s));
    openList();
    static QStringList said;
    said.clear();
    QAccessible::installUpdateHandler([](QAccessibleEvent *event) {
        if (event->type() == QAccessible::Announcement)
            said << static_cast<QAccessibleAnnouncementEvent *>(event)->message();
    });
    const auto quiet = qScopeGuard([] { QAccessible::installUpdateHandler(nullptr); });
    window().actions().bringPictures->trigger();
    QTRY_VERIFY(says(u"2 pictures brought in."_s));
    QCOMPARE(said, QStringList{u"2 pictures brought in."_s});
    said.clear();
    press(u"Check links"_s);
    QTRY_VERIFY(says(u"No link of this note leads to the web."_s));
    QCOMPARE(said, QStringList{u"No link of this note leads to the web."_s});
    window().actions().publish->trigger(); // shows what was said before
    QTRY_VERIFY(window().findChild<PublishDialog *>());
    QVERIFY(!said.contains(u"2 pictures brought in."_s));
    QCOMPARE(said.count(u"No link of this note leads to the web."_s), 1);
}

void TestAskedOfTheWeb::offersAPictureInItsMenu()
{
    m_web->put("a.example/p.png", {.body = picture(Qt::red)});
    writeAndLook(u"Before ![a](https://a.example/p.png)\n"_s, {u"remote-image"_s});
    const auto ask = [this](int offset) {
        editor().setCursorOffset(offset);
        const QPoint place = editor().cursorRect().center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, editor().viewport()->mapToGlobal(place));
        QApplication::sendEvent(editor().viewport(), &event);
        [] { QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget())); }();
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    };
    const auto offered = [](const QMenu &menu) -> QAction * {
        const QList<QAction *> actions = menu.actions();
        const auto found = std::ranges::find(actions, u"&Bring this picture in"_s, &QAction::text);
        return found == actions.end() ? nullptr : *found;
    };
    QMenu *before = ask(2);
    QVERIFY(!offered(*before));
    before->close();
    QTRY_VERIFY(!QApplication::activePopupWidget());
    QMenu *there = ask(12);
    QVERIFY(offered(*there));
    offered(*there)->trigger();
    there->close();
    QTRY_COMPARE(editor().markdown(), u"Before ![a](images/p.png)\n"_s);
}

void TestAskedOfTheWeb::worksInThePublishWindow()
{
    m_web->put("a.example/p.png", {.body = picture(Qt::red)});
    writeAndLook(u"[b](https://b.example/) ![a](https://a.example/p.png)\n"_s, {u"remote-image"_s});
    window().actions().publish->trigger();
    QTRY_VERIFY(window().findChild<PublishDialog *>());
    press(u"Check links"_s);
    QTRY_VERIFY(says(u"2 links checked."_s));
    auto *shown = window().findChild<PublishDialog *>()->findChild<LastLookList *>();
    QTRY_COMPARE(shown->model().count(LookRule::DeadLink), 1);
    const QModelIndexList found =
        shown->model().match(shown->model().index(0), Qt::DisplayRole, u"Pages show"_s, 1, Qt::MatchStartsWith);
    QCOMPARE(found.size(), 1);
    shown->list().scrollTo(found.front());
    SingleClickStyle oneClick; // as some desktops have it
    shown->list().setStyle(&oneClick);
    const auto asBefore = qScopeGuard([list = QPointer(&shown->list())] {
        if (list)
            list->setStyle(nullptr);
    });
    QTest::mouseClick(shown->list().viewport(), Qt::LeftButton, {}, shown->list().visualRect(found.front()).center());
    QVERIFY(window().findChild<PublishDialog *>()->isVisible());
    press(u"Bring it in"_s);
    QTRY_VERIFY(says(u"1 picture brought in."_s));
    QCOMPARE(editor().markdown(), u"[b](https://b.example/) ![a](images/p.png)\n"_s);
    QTRY_COMPARE(shown->model().count(LookRule::RemoteImage), 0);
    shown->list().setCurrentIndex(shown->model().index(0));
    press(u"Show in the text"_s);
    QTRY_VERIFY(!window().findChild<PublishDialog *>());
    QTRY_COMPARE(editor().textCursor().selectedText(), u"https://b.example/"_s);
}

QTEST_MAIN(TestAskedOfTheWeb)
#include "tst_askedoftheweb.moc"
