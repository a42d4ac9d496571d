// SPDX-License-Identifier: GPL-3.0-or-later
// What an import read, at its largest: another width of the list takes a frame or a few at 10,000 notes. Processor time
// of the thread.
#include "app/importdelegate.h"
#include "bench/threadtime.h"

#include <QListView>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class BenchImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherWidth()
    {
        QStandardItemModel model;
        for (int i = 0; i < 10'000; ++i) {
            auto *row = new QStandardItem(u"The paper cuts of week %1"_s.arg(i));
            row->setData(u"5 – 11 Oct 2026"_s, ImportDelegate::DaysRole);
            row->setData(u"%1.%2"_s.arg(i / 20).arg(i % 20), ImportDelegate::NumberRole);
            row->setData(u"weeknote"_s, ImportDelegate::KindRole);
            row->setData(
                u"days 5 to 11 Oct 2026: the week before the date in the name “%1.md”\nkind weeknote: a week"_s.arg(i),
                ImportDelegate::GuessRole);
            if (i % 4 == 0)
                row->setData(
                    u"“%1.md” is not all UTF-8; one place in it became “�”, look for it, as it says nothing of "
                    "what stood there before."_s.arg(i),
                    ImportDelegate::WarningRole);
            model.appendRow(row);
        }
        QListView view;
        auto *delegate = new ImportDelegate(&view);
        view.setModel(&model);
        view.setItemDelegate(delegate);
        view.setWordWrap(true);
        view.setVerticalScrollMode(QListView::ScrollPerPixel);
        delegate->measure(model);
        view.resize(800, 600);
        view.show();
        for (const int width : {800, 780, 760, 500, 500}) {
            view.resize(width, 600);
            const double begin = threadTime();
            view.doItemsLayout();
            qInfo("%d pixels: %.0f ms", width, threadTime() - begin);
        }
    }
};

QTEST_MAIN(BenchImport)
#include "bench_import.moc"
