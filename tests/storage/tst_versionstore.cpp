// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/libraryfixture.h"
#include "storage/versionstore.h"

#include <QRandomGenerator>

using namespace Weeknotes;
using namespace Weeknotes::Test;

class TestVersionStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheDifference_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("middle");
        QTest::newRow("equal") << QByteArray("abc") << QByteArray("abc") << QByteArray();
        QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray();
        QTest::newRow("from nothing") << QByteArray() << QByteArray("abc") << QByteArray("abc");
        QTest::newRow("to nothing") << QByteArray("abc") << QByteArray() << QByteArray();
        QTest::newRow("inside") << QByteArray("one two three") << QByteArray("one 2 three") << QByteArray("2");
        QTest::newRow("repeated") << QByteArray("aaaa") << QByteArray("aaaaaa") << QByteArray("aa");
        QTest::newRow("shortened") << QByteArray("aaaaaa") << QByteArray("aaaa") << QByteArray();
        QTest::newRow("all") << QByteArray("abc") << QByteArray("xyz") << QByteArray("xyz");
    }
    void findsTheDifference()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, middle);
        const TextDelta delta = TextDelta::between(from, to);
        QCOMPARE(delta.middle, middle);
        QCOMPARE(delta.apply(from), to);
    }

    void turnsAnyTextIntoAnyOther()
    {
        QRandomGenerator random(20261120);
        const auto make = [&random] {
            QByteArray text;
            for (int length = int(random.bounded(40)); length > 0; --length)
                text += char('a' + random.bounded(3));
            return text;
        };
        for (int i = 0; i < 5000; ++i) {
            const QByteArray from = make();
            const QByteArray to = make();
            QCOMPARE(TextDelta::between(from, to).apply(from), to);
        }
    }

    void refusesABaseThatDoesNotFit()
    {
        QVERIFY(!(TextDelta{3, 3, "x"}.apply("12345")));
        QVERIFY(!(TextDelta{-1, 0, "x"}.apply("12345")));
    }

    void keepsALongHistory()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        QString words = u"Début ünï 🎈. "_s.repeated(200);
        const NoteHeader note = valueOf(library->addNote(titled(u"0"_s), text(words), {u"k"_s, u"k"_s, "0"}));
        QStringList history;
        for (int i = 1; i <= 40; ++i) {
            history.prepend(words);
            if (i % 10 == 0)
                words = u"All new "_s.repeated(i * 10); // nothing in common: kept whole
            words.insert(words.size() / 2, u" édition %1 "_s.arg(i));
            valueOf(library->updateNote(note.id, i, titled(QString::number(i)), text(words),
                                        {u"k"_s, u"k"_s, QByteArray::number(i)}, {}));
        }
        const auto versions = valueOf(library->versions(note.id));
        QCOMPARE(versions.size(), 40);
        for (int i = 0; i < 40; ++i) {
            QCOMPARE(versions[size_t(i)].title, QString::number(39 - i));
            QCOMPARE(valueOf(library->versionText(versions[size_t(i)].id)), history[i]);
        }
    }
};

QTEST_GUILESS_MAIN(TestVersionStore)
#include "tst_versionstore.moc"
