// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/architecturerules.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The module of every header that Qt installs, by the folder it stands in ("QtGui" → "Qt Gui").
QHash<QString, QString> qtHeaders()
{
    QHash<QString, QString> headers;
    for (const QString &root : QStringLiteral(WEEKNOTES_QT_HEADERS).split(u':')) {
        const QDir qt(root);
        for (const QString &folder : qt.entryList({u"Qt[A-Z]*"_s}, QDir::Dirs)) {
            const QString module = u"Qt "_s + folder.sliced(2);
            for (const QString &header : QDir(qt.filePath(folder)).entryList(QDir::Files)) {
                if (!headers.contains(header))
                    headers.insert(header, module);
            }
        }
    }
    return headers;
}

} // namespace

/// Holds the sources to the table "Who may include whom" of ARCHITECTURE.md.
class TestArchitecture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsRead();
    void sourcesKeepToTheTable();
    void findsWhatIsPlanted_data();
    void findsWhatIsPlanted();
    void letsPassWhatIsAllowed_data();
    void letsPassWhatIsAllowed();
    void keepsPrivateLibrariesHidden();
    void findsMistakesInTheTable();

private:
    const QDir m_sources{QStringLiteral(WEEKNOTES_SOURCE_ROOT "/src")};
    const QHash<QString, QString> m_qtHeaders = qtHeaders();
    const ArchitectureRules m_rules{contentOf(QStringLiteral(WEEKNOTES_SOURCE_ROOT "/ARCHITECTURE.md")), m_qtHeaders};
};

void TestArchitecture::tableIsRead()
{
    QCOMPARE(m_rules.problems(), QStringList());
    QVERIFY(m_rules.isValid());
    QCOMPARE(m_qtHeaders.value(u"QString"_s), u"Qt Core"_s);
    QCOMPARE(m_qtHeaders.value(u"QSqlQuery"_s), u"Qt Sql"_s);
}

void TestArchitecture::sourcesKeepToTheTable()
{
    QMap<QString, QString> sources;
    QDirIterator files(m_sources.path(), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        sources.insert(m_sources.relativeFilePath(path), contentOf(path));
    }
    const QStringList violations = m_rules.violations(sources);
    QVERIFY2(violations.isEmpty(), qPrintable(u'\n' + violations.join(u'\n')));
    QVERIFY2(ArchitectureRules::includeCount(sources) > 100,
             "there are more includes than that: were the sources found?");
}

void TestArchitecture::findsWhatIsPlanted_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("violation");

    const auto plant = [](const char *name, const QString &path, const QString &content, const QString &violation) {
        QTest::newRow(name) << path << content << violation;
    };
    plant("core includes storage", u"core/a.cpp"_s, u"\n#include \"storage/library.h\"\n"_s,
          u"core/a.cpp:2: core may not include storage (storage/library.h)"_s);
    plant("preview includes editor", u"preview/a.h"_s, u"#include \"editor/markdownedit.h\""_s,
          u"preview/a.h:1: preview may not include editor (editor/markdownedit.h)"_s);
    plant("timeline includes notebook", u"timeline/a.h"_s, u"#  include \"notebook/notebook.h\""_s,
          u"timeline/a.h:1: timeline may not include notebook (notebook/notebook.h)"_s);
    plant("cli includes widgets", u"cli/a.h"_s, u"#include \"timeline/yearstrip.h\""_s,
          u"cli/a.h:1: cli may not include timeline (timeline/yearstrip.h)"_s);
    plant("without a layer", u"core/a.h"_s, u"#include \"week.h\""_s,
          u"core/a.h:1: “week.h” is not written “layer/file.h”"_s);
    plant("core uses Qt Gui", u"core/a.h"_s, u"#include <QColor>"_s,
          u"core/a.h:1: core may not use Qt Gui (<QColor>)"_s);
    plant("with its folder", u"core/a.h"_s, u"#include <QtGui/QColor>"_s,
          u"core/a.h:1: core may not use Qt Gui (<QtGui/QColor>)"_s);
    plant("cli uses Qt Widgets", u"cli/a.h"_s, u"#include <QWidget>"_s,
          u"cli/a.h:1: cli may not use Qt Widgets (<QWidget>)"_s);
    plant("notebook uses Qt Sql", u"notebook/a.cpp"_s, u"#include <QSqlQuery>"_s,
          u"notebook/a.cpp:1: notebook may not use Qt Sql (<QSqlQuery>)"_s);
    plant("html uses md4c", u"html/a.cpp"_s, u"#include <md4c.h>"_s,
          u"html/a.cpp:1: html may not use md4c (<md4c.h>)"_s);
    plant("markdown uses gumbo", u"markdown/a.cpp"_s, u"#include <gumbo.h>"_s,
          u"markdown/a.cpp:1: markdown may not use gumbo (<gumbo.h>)"_s);
    plant("editor uses KSyntaxHighlighting", u"editor/a.cpp"_s, u"#include <KSyntaxHighlighting/Repository>"_s,
          u"editor/a.cpp:1: editor may not use KSyntaxHighlighting (<KSyntaxHighlighting/Repository>)"_s);
    plant("an unknown library", u"storage/a.cpp"_s, u"#include <sqlite3.h>"_s,
          u"storage/a.cpp:1: <sqlite3.h> is of no library this test knows"_s);
    plant("text below cli", u"storage/a.cpp"_s, u"return QObject::tr(\"Not found\");"_s,
          u"storage/a.cpp:1: text for people below app and cli"_s);
    plant("SQL in the app", u"app/a.cpp"_s, u"query.exec(u\"SELECT id FROM notes\"_s);"_s,
          u"app/a.cpp:1: SQL outside of storage"_s);
    plant("a future without a context", u"app/a.cpp"_s, u"asked.then([](int) {});"_s,
          u"app/a.cpp:1: a future continued without a context"_s);
    plant("a future unwrapped", u"app/a.cpp"_s, u"\n    .unwrap();"_s,
          u"app/a.cpp:2: a future continued without a context"_s);
    plant("an unknown layer", u"sync/a.cpp"_s, u""_s, u"sync/a.cpp: the table has no layer “sync”"_s);
    plant("after a comment that holds a quote", u"core/a.cpp"_s, u"// don't\n#include <QColor>"_s,
          u"core/a.cpp:2: core may not use Qt Gui (<QColor>)"_s);
}

void TestArchitecture::findsWhatIsPlanted()
{
    QFETCH(QString, path);
    QFETCH(QString, content);
    QFETCH(QString, violation);
    QCOMPARE(m_rules.violations({{path, content}}), QStringList{violation});
}

void TestArchitecture::letsPassWhatIsAllowed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("content");

    QTest::newRow("its own layer") << u"core/a.cpp"_s
                                   << u"#include \"core/week.h\"\n#include <QDate>\n#include <vector>"_s;
    QTest::newRow("a layer of its row") << u"notebook/a.h"_s << u"#include \"storage/library.h\""_s;
    QTest::newRow("what Qt Widgets brings") << u"app/a.h"_s << u"#include <QColor>\n#include <QString>"_s;
    QTest::newRow("a private library") << u"markdown/a.cpp"_s << u"#include <md4c.h>\n#include <libfyaml.h>"_s;
    QTest::newRow("SQL in storage") << u"storage/a.cpp"_s << u"query.exec(u\"DELETE FROM notes\"_s);"_s;
    QTest::newRow("text in the command line") << u"cli/a.cpp"_s << u"tr(\"Not found\")"_s;
    QTest::newRow("in a comment") << u"core/a.cpp"_s << u"// #include <QColor>\n/*\n#include <QWidget>\n*/"_s;
    QTest::newRow("a future with a context") << u"app/a.cpp"_s << u"asked.then(this, [](int) {}).and_then([] {})"_s;
    QTest::newRow("English that begins like SQL") << u"cli/a.cpp"_s << u"tr(\"select a note\")"_s;
}

void TestArchitecture::letsPassWhatIsAllowed()
{
    QFETCH(QString, path);
    QFETCH(QString, content);
    QCOMPARE(m_rules.violations({{path, content}}), QStringList());
}

void TestArchitecture::keepsPrivateLibrariesHidden()
{
    QMap<QString, QString> sources{{u"markdown/direct.h"_s, u"#include <md4c.h>"_s},
                                   {u"markdown/a.h"_s, u"#include \"markdown/direct.h\""_s},
                                   {u"markdown/a.cpp"_s, u"#include \"markdown/a.h\""_s}};
    QCOMPARE(m_rules.violations(sources), QStringList());
    sources.insert(u"html/a.cpp"_s, u"#include \"markdown/a.h\""_s);
    QCOMPARE(m_rules.violations(sources),
             QStringList{u"html/a.cpp:1: markdown/a.h shows md4c, which is private to markdown"_s});
}

void TestArchitecture::findsMistakesInTheTable()
{
    const QString head = u"| library | may include | outside libraries |\n|---|---|---|\n| core | – | Qt Core |\n"_s;
    QVERIFY(ArchitectureRules(head, m_qtHeaders).isValid());
    QVERIFY(!ArchitectureRules(u"no table"_s, m_qtHeaders).isValid());
    QVERIFY(!ArchitectureRules(head + u"| style | cores | Qt Gui |"_s, m_qtHeaders).isValid());
    QVERIFY(!ArchitectureRules(head + u"| style | core | boost |"_s, m_qtHeaders).isValid());
}

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
