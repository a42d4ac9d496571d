// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/id.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAVersion7Uuid()
    {
        const QUuid uuid = createUuidV7(0x0123456789ab);
        QCOMPARE(uuid.variant(), QUuid::DCE);
        QCOMPARE(uuid.toString(QUuid::WithoutBraces).first(15), u"01234567-89ab-7"_s);
    }

    void laterOnesSortLater()
    {
        QList<NoteId> ids;
        for (int i = 0; i < 1000; ++i)
            ids += NoteId(createUuidV7(1'700'000'000'000));
        for (int i = 0; i < 1000; ++i)
            ids += NoteId(createUuidV7(1'700'000'000'001 + i));
        QVERIFY(std::ranges::is_sorted(ids));
        QCOMPARE(QSet<NoteId>(ids.cbegin(), ids.cend()).size(), ids.size());
    }

    void readsOnlyItsOwnForm()
    {
        const NoteId id(createUuidV7(1));
        QCOMPARE(NoteId::parse(id.toString()), id);
        QVERIFY(!NoteId::parse(u"{%1}"_s.arg(id.toString())));
        QVERIFY(!NoteId::parse(u"2026-W47"));
        QVERIFY(!NoteId::parse(u"00000000-0000-0000-0000-000000000000"));
        QVERIFY(NoteId().isNull());
    }
};

QTEST_APPLESS_MAIN(TestId)
#include "tst_id.moc"
