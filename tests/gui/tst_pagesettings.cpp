// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/colourfield.h"
#include "app/folderfield.h"
#include "app/picturefield.h"
#include "app/pictures.h"
#include "app/settingsdialog.h"
#include "gui/writingtest.h"

#include <QAbstractButton>
#include <QBuffer>
#include <QCheckBox>
#include <QColorDialog>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// What the Settings window has of pages and sites.
class TestPageSettings : public TestData::WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        QTest::keyClick(&window(), Qt::Key_Comma, Qt::ControlModifier);
        m_dialog = window().findChild<SettingsDialog *>();
        QVERIFY(m_dialog);
        QTRY_VERIFY(m_dialog->isActiveWindow());
    }
    void cleanup() { end(); }

    void theKeyboardReachesEverySection()
    {
        auto *sections = m_dialog->findChild<QListWidget *>();
        sections->setFocus();
        QTRY_VERIFY(sections->hasFocus());
        const auto isShown = [this](const QString &key) { return m_dialog->findChild<QWidget *>(key)->isVisible(); };
        QVERIFY(isShown(u"week-start"_s));
        QTest::keyClick(sections, Qt::Key_End);
        QVERIFY(isShown(u"site-about"_s) && !isShown(u"week-start"_s));
        QTest::keyClick(sections, Qt::Key_Tab);
        QVERIFY(m_dialog->findChild<QWidget *>(u"base-url"_s)->hasFocus());
        for (const QString &key : settingKeys()) {
            if (const auto *control = m_dialog->findChild<QWidget *>(key);
                control && !qobject_cast<const QCheckBox *>(control))
                QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(key));
        }
    }

    void everySettingOfPagesIsHere()
    {
        for (const QString &key : settingKeys()) {
            if (key.startsWith(u"page-") || key.startsWith(u"site-") || key == u"base-url" || key == u"author")
                QVERIFY2(m_dialog->findChild<QWidget *>(key), qPrintable(key));
        }
    }

    void aColourIsChosen()
    {
        auto *field = part<ColourField>(u"page-colour"_s);
        QVERIFY(swatch(u"Green, as in Weeknotes"_s)->isChecked());
        QTest::mouseClick(swatch(u"Blue"_s), Qt::LeftButton);
        QTRY_COMPARE(now().colour, u"#1b5fa8"_s);
        QVERIFY(example(u"page-colour"_s).contains(u"the dark page, which has"_s));
        QTest::keyClick(swatch(u"Blue"_s), Qt::Key_Right);
        QTRY_VERIFY(swatch(u"Indigo"_s)->hasFocus());
        // Any other; one that is too pale is said, and what is in its place.
        button(u"Another…"_s)->click();
        auto *dialog = m_dialog->findChild<QColorDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->colorSelected(QColor(u"#ffd400"_s));
        dialog->reject();
        QTRY_COMPARE(now().colour, u"#ffd400"_s);
        QVERIFY(swatch(u"Your own, #ffd400"_s)->isChecked());
        QVERIFY(example(u"page-colour"_s).contains(u"too pale to be read on the light page"_s));
        std::ignore =
            session().notebook().changeSettings([](LibrarySettings &settings) { settings.page.colour.clear(); });
        QTRY_VERIFY(swatch(u"Green, as in Weeknotes"_s)->isChecked());
        QVERIFY(field->focusProxy() == swatch(u"Green, as in Weeknotes"_s));
    }

    void aPictureComesAndGoes()
    {
        auto *field = part<PictureField>(u"page-picture"_s);
        QVERIFY(!button(u"Remove"_s));
        QImage image(400, 300, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        QVERIFY(image.save(m_desk->path(u"me.png"_s)));
        field->read(m_desk->path(u"me.png"_s));
        QTRY_VERIFY(!now().picture.isEmpty());
        QCOMPARE(example(u"page-picture"_s), u"Pages show it beside your name."_s);
        QTest::mouseClick(button(u"Remove"_s), Qt::LeftButton);
        QTRY_VERIFY(now().picture.isEmpty());
        QFile other(m_desk->path(u"me.txt"_s));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("no picture") > 0);
        other.close();
        field->read(other.fileName());
        QTRY_VERIFY(problem(u"page-picture"_s).startsWith(u"No picture could be read there"_s));
        field->read(m_desk->path(u"none.png"_s));
        QTRY_VERIFY(problem(u"page-picture"_s).contains(u"none.png"_s));
        QFile large(m_desk->path(u"large.png"_s));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(Pictures::largest + 1));
        field->read(large.fileName());
        QTRY_VERIFY(problem(u"page-picture"_s).startsWith(u"That picture is larger than"_s));
    }

    void templatesSayWhatTheyTakeThePlaceOf()
    {
        auto *field = part<FolderField>(u"page-templates"_s);
        QCOMPARE(example(u"page-templates"_s), u"Pages are made by the templates that come with Weeknotes."_s);
        const auto enter = [&](const QString &folder) {
            field->line().selectAll();
            QTest::keyClicks(&field->line(), folder);
            QTest::keyClick(&field->line(), Qt::Key_Return);
        };
        enter(u"templates"_s);
        QVERIFY(problem(u"page-templates"_s).startsWith(u"The folder is a whole path"_s));
        enter(m_desk->path(u"none"_s));
        QTRY_VERIFY(problem(u"page-templates"_s).startsWith(u"There is no such folder"_s));
        const QString folder = m_desk->path(u"templates"_s);
        QVERIFY(QDir().mkpath(folder));
        enter(folder);
        QTRY_VERIFY(example(u"page-templates"_s).startsWith(u"It has none yet"_s));
        QVERIFY(problem(u"page-templates"_s).isEmpty());
        QFile note(folder + u"/note.html"_s);
        QVERIFY(note.open(QIODevice::WriteOnly));
        note.close();
        enter(folder);
        QTRY_COMPARE(example(u"page-templates"_s), u"In the place of those built in: note.html."_s);
        QTRY_COMPARE(now().templates, folder);
        QTest::mouseClick(button(u"Use the built-in ones"_s), Qt::LeftButton);
        QTRY_VERIFY(now().templates.isEmpty());
        QCOMPARE(example(u"page-templates"_s), u"Pages are made by the templates that come with Weeknotes."_s);
    }

    void templatesThatAreGoneTurnNoPage()
    {
        m_dialog->accept();
        QTRY_VERIFY(!window().findChild<SettingsDialog *>());
        const QString none = m_desk->path(u"none"_s);
        std::ignore =
            session().notebook().changeSettings([none](LibrarySettings &settings) { settings.page.templates = none; });
        QTRY_COMPARE(now().templates, none);
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QTest::keyClick(&window(), Qt::Key_Comma, Qt::ControlModifier);
        m_dialog = window().findChild<SettingsDialog *>();
        QVERIFY(m_dialog);
        QTRY_VERIFY(problem(u"page-templates"_s).startsWith(u"There is no such folder"_s));
        QVERIFY(m_dialog->findChild<QWidget *>(u"week-start"_s)->isVisible());
        std::ignore =
            session().notebook().changeSettings([](LibrarySettings &settings) { settings.page.templates.clear(); });
        QTRY_VERIFY(problem(u"page-templates"_s).isEmpty());
    }

    void wordsOfPagesAndSiteAreTyped()
    {
        QTest::keyClicks(part<QLineEdit>(u"site-title"_s), u"All my weeks"_s);
        QCOMPARE(example(u"site-title"_s), u"The site is called “All my weeks”."_s);
        QTRY_COMPARE(now().siteTitle, u"All my weeks"_s);
        auto *about = part<QPlainTextEdit>(u"site-about"_s);
        QTest::keyClicks(about, u"I work"_s);
        QTest::keyClick(about, Qt::Key_Return);
        QTest::keyClicks(about, u"at the counter. "_s);
        QTRY_COMPARE(now().siteAbout, u"I work\nat the counter."_s);
        QVERIFY(about->toPlainText().endsWith(u' ')); // who types on is left in peace
        QTest::keyClick(about, Qt::Key_Tab);
        QVERIFY(!about->hasFocus());
        QTest::keyClicks(part<QPlainTextEdit>(u"page-footer"_s), u"CC BY"_s);
        QTest::keyClick(m_dialog, Qt::Key_Escape); // before it was saved
        QTRY_COMPARE(now().footer, u"CC BY"_s);
    }

    void aLargeFirstLetterIsASwitch()
    {
        auto *box = part<QCheckBox>(u"page-drop-cap"_s);
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        QTRY_VERIFY(now().dropCap);
    }

private:
    template <typename Widget> [[nodiscard]] Widget *part(const QString &key)
    {
        m_dialog->showSetting(key);
        return m_dialog->findChild<Widget *>(key);
    }
    [[nodiscard]] QString example(const QString &key)
    {
        return m_dialog->findChild<QLabel *>(key + u"-example"_s)->text();
    }
    [[nodiscard]] QString problem(const QString &key)
    {
        return m_dialog->findChild<QLabel *>(key + u"-problem"_s)->text();
    }
    [[nodiscard]] QAbstractButton *swatch(const QString &name)
    {
        for (auto *each : part<ColourField>(u"page-colour"_s)->findChildren<QAbstractButton *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] PageSettings now() { return session().shelf().settings().page; }

    SettingsDialog *m_dialog = nullptr;
};

QTEST_MAIN(TestPageSettings)
#include "tst_pagesettings.moc"
