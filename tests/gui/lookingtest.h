// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lastlooklist.h"
#include "app/lookactions.h"
#include "app/quietlook.h"
#include "gui/writingtest.h"

#include <QListView>

namespace Weeknotes::TestData {

/// A test of the last look in the real window.
class LookingTest : public WritingTest
{
protected:
    [[nodiscard]] LookActions &actions() { return *window().findChild<LookActions *>(); }
    [[nodiscard]] QuietLook &look() { return actions().look(); }
    [[nodiscard]] LastLookList *list() { return window().findChild<LastLookList *>(); }
    /// Of all that is to be looked at.
    [[nodiscard]] QStringList rules()
    {
        QStringList names;
        for (const LookFinding &each : look().findings()) {
            if (each.severity() != LookSeverity::Info)
                names << nameOf(each.rule);
        }
        return names;
    }
    void writeAndLook(const QString &text, const QStringList &wanted)
    {
        editor().replaceAll(text);
        editor().setFocus();
        QTRY_COMPARE(rules(), wanted);
        QTRY_VERIFY(isSaved());
    }
    void openList()
    {
        QTest::keyClick(&editor(), Qt::Key_F8, Qt::ControlModifier);
        QVERIFY(list() && list()->isVisible());
        QVERIFY(list()->list().hasFocus());
    }
};

} // namespace Weeknotes::TestData
