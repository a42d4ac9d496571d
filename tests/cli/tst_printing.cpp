// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/printer.h"
#include "cli/table.h"

#include <QBuffer>
#include <QTest>

#include <clocale>
#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestPrinting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::setlocale(LC_CTYPE, "C.UTF-8"); }

    void widthsCountColumns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        QTest::newRow("empty") << QString() << 0;
        QTest::newRow("plain") << u"week"_s << 4;
        QTest::newRow("accent of its own") << u"e\u0301te\u0301"_s << 3;
        QTest::newRow("Chinese") << u"周记"_s << 4;
        QTest::newRow("emoji") << u"🏃"_s << 2;
    }
    void widthsCountColumns()
    {
        QFETCH(QString, text);
        QFETCH(int, width);
        QCOMPARE(columnWidth(text), width);
    }

    void cutsToColumns()
    {
        QCOMPARE(elided(u"weeknotes"_s, 9), u"weeknotes"_s);
        QCOMPARE(elided(u"weeknotes"_s, 5), u"week…"_s);
        QCOMPARE(elided(u"week notes"_s, 6), u"week…"_s);
        QCOMPARE(elided(u"周记周记"_s, 6), u"周记…"_s);
        QCOMPARE(elided(u"e\u0301te\u0301 etc"_s, 3), u"e\u0301t…"_s);
    }

    void linesCannotControlTheTerminal()
    {
        QCOMPARE(printableLine(u"a\u001b[31mb\nc\u0007\u0085\u2028d"_s), u"a [31mb c   d"_s);
    }

    void tablesFitTheTerminal_data()
    {
        QTest::addColumn<int>("columns");
        QTest::addColumn<QByteArray>("printed");
        QTest::newRow("no terminal: nothing is cut") << 0
                                                     << "WEEK      TITLE                          WORDS\n"
                                                        "2026-W47  A rather long title of a note     12\n"
                                                        "2026-W46  周记                            1234\n"_ba;
        QTest::newRow("narrow") << 32
                                << "WEEK      TITLE            WORDS\n"
                                   "2026-W47  A rather long…      12\n"
                                   "2026-W46  周记              1234\n"_ba;
        QTest::newRow("too narrow: the title keeps a little") << 10
                                                              << "WEEK      TITLE         WORDS\n"
                                                                 "2026-W47  A rather lo…     12\n"
                                                                 "2026-W46  周记           1234\n"_ba;
    }
    void tablesFitTheTerminal()
    {
        QFETCH(int, columns);
        QFETCH(QByteArray, printed);
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        Printer printer(buffer, columns);
        Table table({{u"WEEK"_s}, {.head = u"TITLE"_s, .stretches = true}, {u"WORDS"_s, Qt::AlignRight}});
        table.addRow({u"2026-W47"_s, u"A rather long title of a note"_s, u"12"_s});
        table.addRow({u"2026-W46"_s, u"周记"_s, u"1234"_s});
        table.print(printer);
        QCOMPARE(buffer.data(), printed);
    }

    void textIsMadeSafeForTerminalsOnly()
    {
        QBuffer file;
        QVERIFY(file.open(QIODevice::WriteOnly));
        Printer(file).text(u"a\u001b[2J\n"_s);
        QCOMPARE(file.data(), "a\x1b[2J\n"_ba);
        QBuffer terminal;
        QVERIFY(terminal.open(QIODevice::WriteOnly));
        Printer(terminal, 80).text(u"a\u001b[2J\n"_s);
        QCOMPARE(terminal.data(), QString(u"a\ufffd[2J\n"_s).toUtf8());
    }

    void fullDiskIsAFailure()
    {
        QFile full(u"/dev/full"_s);
        QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        Printer printer(full);
        printer.line(u"x"_s);
        QVERIFY(!printer.failure().isEmpty());
    }

    void closedPipeIsNone()
    {
        std::signal(SIGPIPE, SIG_IGN);
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        ::close(ends[0]);
        QFile pipe;
        QVERIFY(pipe.open(ends[1], QIODevice::WriteOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle));
        Printer printer(pipe);
        printer.line(u"x"_s);
        printer.line(u"y"_s);
        QCOMPARE(printer.failure(), QString());
    }
};

QTEST_APPLESS_MAIN(TestPrinting)
#include "tst_printing.moc"
