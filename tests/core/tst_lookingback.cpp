// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lookingback.h"

#include <QTest>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

class LookingBackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreReadBack()
    {
        const std::vector<SectionRename> renames{{u"a"_s, u"b \"c\""_s, true}, {u"ü"_s, u"d"_s, false}};
        QCOMPARE(renamesFromText(renamesText(renames)).value(), renames);
        const QStringList storylines{u"#cloud"_s, u"the printer, again"_s};
        QCOMPARE(storylinesFromText(storylinesText(storylines)).value(), storylines);
        const std::vector<NotHere> notHere{{u"id"_s, u"ageing-word"_s, u"today"_s}, {u"id"_s, u"title"_s, {}}};
        QCOMPARE(notHereFromText(notHereText(notHere)).value(), notHere);
        QCOMPARE(notHereText({}), QString());
        QVERIFY(notHereFromText({}).value().empty());
        QCOMPARE(renamesText({}), QString());
        QCOMPARE(storylinesText({}), QString());
        QVERIFY(renamesFromText({}).value().empty());
        QVERIFY(storylinesFromText({}).value().isEmpty());
    }

    void whatWasPinnedAsNothingIsPassedOver()
    {
        QCOMPARE(storylinesFromText(storylinesText({u"#cloud"_s, {}, u"printer"_s})).value(),
                 (QStringList{u"#cloud"_s, u"printer"_s}));
        QCOMPARE(storylinesFromText(u"[\"\", \" \"]"_s).value(), QStringList());
    }

    void otherTextsAreRefused()
    {
        for (const QString &text : {u"printer"_s, u"{}"_s, u"[1]"_s, u"[{\"from\":\"a\"}]"_s}) {
            QCOMPARE(renamesFromText(text).error().kind, Error::Kind::BadValue);
            QCOMPARE(notHereFromText(text).error().kind, Error::Kind::BadValue);
            QCOMPARE(storylinesFromText(text).error().kind, Error::Kind::BadValue);
        }
    }

    void theLastDecisionCounts()
    {
        std::vector<SectionRename> renames;
        decide(renames, {u"a"_s, u"b"_s, true});
        decide(renames, {u"a"_s, u"c"_s, true});
        decide(renames, {u"b"_s, u"a"_s, false});
        QCOMPARE(renames, (std::vector<SectionRename>{{u"a"_s, u"c"_s, true}, {u"b"_s, u"a"_s, false}}));
    }
};

QTEST_APPLESS_MAIN(LookingBackTest)
#include "tst_lookingback.moc"
