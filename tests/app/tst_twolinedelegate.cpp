// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/twolinedelegate.h"
#include "style/typography.h"

#include <QListView>
#include <QStringListModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestTwoLineDelegate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<QListView>();
        m_model.setStringList({u"Short."_s, u"words of it "_s.repeated(6), u"w"_s.repeated(2000), QString()});
        m_view->setModel(&m_model);
        m_view->setResizeMode(QListView::Adjust);
    }

    void aRowTakesTheLinesThatItsTextDoes()
    {
        TwoLineDelegate delegate(Qt::ToolTipRole);
        delegate.setMostLines(3);
        m_view->setItemDelegate(&delegate);
        m_view->resize(300, 300);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QCOMPARE(linesIn(0), 1);
        QCOMPARE_GT(linesIn(1), 1);
        QCOMPARE(linesIn(2), 3);
        QCOMPARE(linesIn(3), 1);
        m_view->resize(1200, 300);
        QTRY_COMPARE(linesIn(1), 1);
        QCOMPARE(linesIn(2), 3);
    }

    void itIsOneAtFirst()
    {
        TwoLineDelegate delegate(Qt::ToolTipRole);
        m_view->setItemDelegate(&delegate);
        m_view->resize(300, 300);
        for (int row = 0; row < m_model.rowCount(); ++row)
            QCOMPARE(linesIn(row), 1);
    }

private:
    int linesIn(int row)
    {
        const double rest = m_view->sizeHintForRow(row) - interfaceType().small.line - 4 * Metrics::step;
        return qRound(rest / interfaceType().normal.line);
    }

    QStringListModel m_model;
    std::unique_ptr<QListView> m_view;
};

QTEST_MAIN(TestTwoLineDelegate)
#include "tst_twolinedelegate.moc"
