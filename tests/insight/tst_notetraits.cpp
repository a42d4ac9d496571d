// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/notetraits.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestNoteTraits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksThroughANote()
    {
        const NoteTraits traits = traitsOf(u"Thanks to Sam. With @priya, and @tom-b again; mail me@example.org.\n\n"
                                           "## What we did\n\n- *![a map](map.png)*\n\n## Next\n\n@priya\n\n"
                                           "<!-- private\nNot yet.\n-->\n\n## Next\n"_s);
        QCOMPARE(traits.people, QStringList({u"priya"_s, u"tom-b"_s, u"Sam"_s}));
        QCOMPARE(traits.sections, QStringList({u"What we did"_s, u"Next"_s}));
        QVERIFY(traits.hasImage);
        QVERIFY(traits.hasPrivatePassage);
    }

    void findsNothingInAnEmptyNote()
    {
        QCOMPARE(traitsOf({}), NoteTraits());
        QCOMPARE(traitsOf(u"Words. `@code` is a word too"_s).people, QStringList(u"code"_s));
    }
};

QTEST_GUILESS_MAIN(TestNoteTraits)
#include "tst_notetraits.moc"
