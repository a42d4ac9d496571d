// SPDX-License-Identifier: GPL-3.0-or-later
// Archives as people bring them, through the dialog, from its opening to the last note in the library: how long it
// takes (reading and bringing in), how long the window was deaf at most, and the memory it took at its peak.
#include "app/importdialog.h"
#include "app/session.h"
#include "notebook/notebook.h"

#include <QElapsedTimer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

QString words(int seed)
{
    static const QStringList some{u"the"_s,   u"boat"_s, u"we"_s,    u"shed"_s,
                                  u"paint"_s, u"tide"_s, u"wrote"_s, u"rope"_s};
    QString text;
    for (int i = 0; i < 120; ++i)
        text += some[(seed * 31 + i * i) % some.size()] + (i % 11 == 10 ? u".\n\n"_s : u" "_s);
    return text;
}

void write(const QString &path, const QString &text)
{
    QFile file(path);
    if (file.open(QFile::WriteOnly))
        file.write(text.toUtf8());
}

/// In kilobytes, since this was last called.
qint64 peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    qint64 peak = 0;
    if (status.open(QFile::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmHWM:"))
                peak = line.mid(6).trimmed().split(' ').front().toLongLong();
        }
    }
    write(u"/proc/self/clear_refs"_s, u"5"_s);
    return peak;
}

} // namespace

class BenchImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markdownNotes()
    {
        const QTemporaryDir dir;
        for (int i = 0; i < 1040; ++i) {
            const QDate day = QDate(2006, 1, 6).addDays(qint64(7) * i);
            write(dir.filePath(day.toString(Qt::ISODate) + u".md"_s),
                  u"---\ntitle: Week %1\ndate: %2\ntags: [boats, work]\n---\n\n## What I did\n\n%3"_s.arg(
                      QString::number(i + 1), day.toString(Qt::ISODate), words(i)));
        }
        measure(dir.path());
    }

    void mediumPosts()
    {
        const QTemporaryDir dir;
        for (int i = 0; i < 600; ++i) {
            const QString day = QDate(2012, 1, 6).addDays(qint64(7) * i).toString(Qt::ISODate);
            QString grafs;
            for (const QString &graf : words(i).split(u"\n\n"_s))
                grafs += u"<p name=\"a\" class=\"graf graf--p\">%1 <a href=\"https://example.org/%2\" "
                         "data-href=\"https://example.org/%2\" class=\"markup--anchor\">a link</a></p>"_s.arg(
                             graf, QString::number(i));
            write(
                dir.filePath(u"%1_Week-%2-%3.html"_s.arg(day, QString::number(i), u"%1"_s.arg(i, 12, 16, QChar(u'a')))),
                u"<!DOCTYPE html><html><head><title>Week %1</title></head><body><article class=\"h-entry\"><header>"
                "<h1 class=\"p-name\">Week %1</h1></header><section data-field=\"body\" class=\"e-content\">"
                "<section class=\"section section--body\"><div class=\"section-divider\"><hr></div>"
                "<div class=\"section-content\"><div class=\"section-inner sectionLayout--insetColumn\">"
                "<h3 class=\"graf graf--h3 graf--title\">Week %1</h3>%2</div></div></section></section><footer><p>By "
                "<a "
                "class=\"p-author h-card\">Robin</a> on <time class=\"dt-published\" datetime=\"%3T10:00:00.000Z\">"
                "</time></p></footer></article></body></html>"_s.arg(QString::number(i), grafs, day));
        }
        measure(dir.path());
    }

    void wordPressExport()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"export.xml"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
                   "xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" "
                   "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
                   "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:wp=\"http://wordpress.org/export/1.2/\">"
                   "<channel><title>Boats</title><wp:wxr_version>1.2</wp:wxr_version>"
                   "<wp:base_site_url>https://example.org</wp:base_site_url>\n");
        constexpr qint64 size = 100 * 1024 * 1024;
        for (int i = 0; file.pos() < size; ++i) {
            const QString day = QDate(2006, 1, 6).addDays(i % 7000).toString(Qt::ISODate);
            QString comments;
            for (int comment = 0; comment < 8; ++comment)
                comments += u"<wp:comment><wp:comment_id>%1</wp:comment_id><wp:comment_content><![CDATA[%2]]>"
                            "</wp:comment_content></wp:comment>\n"_s.arg(QString::number(comment), words(comment));
            const QString content = words(i) + words(i + 1) + u"<blockquote>"_s + words(i + 2) + u"</blockquote>"_s;
            file.write(u"<item><title>Week %1</title><link>https://example.org/%1</link><dc:creator>robin</dc:creator>"
                       "<content:encoded><![CDATA[%2]]></content:encoded><wp:post_id>%1</wp:post_id>"
                       "<wp:post_date>%3 10:00:00</wp:post_date><wp:post_date_gmt>%3 10:00:00</wp:post_date_gmt>"
                       "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>%4</item>\n"_s
                           .arg(QString::number(i), content, day, comments)
                           .toUtf8());
        }
        file.write("</channel></rss>\n");
        file.close();
        measure(dir.path());
    }

private:
    static void measure(const QString &path)
    {
        const QTemporaryDir home;
        const SystemClock clock;
        Session session(clock);
        session.open(home.filePath(u"library"_s));
        QTRY_VERIFY(session.isOpen());
        ImportDialog dialog(session, Scheme::Light);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));

        qint64 deaf = 0;
        QElapsedTimer sinceTick;
        QTimer tick;
        connect(&tick, &QTimer::timeout, &dialog, [&] { deaf = std::max(deaf, sinceTick.restart()); });
        sinceTick.start();
        tick.start(1);
        std::ignore = peakMemory();
        QElapsedTimer timer;
        timer.start();
        dialog.read({path});
        constexpr int patience = 120'000;
        const auto buttons = dialog.findChildren<QPushButton *>();
        const auto isBring = [](const QPushButton *button) {
            return button->isVisible() && button->text().startsWith(u"Bring in"_s);
        };
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(buttons, isBring), patience);
        const qint64 read = timer.elapsed();
        bool done = false;
        connect(&dialog, &ImportDialog::imported, &dialog, [&] { done = true; });
        (*std::ranges::find_if(buttons, isBring))->click();
        QTRY_VERIFY_WITH_TIMEOUT(done, patience);
        const qint64 whole = timer.elapsed();
        const auto notes = session.shelf().notes().size();
        qInfo("%lld ms: read %lld, brought in %lld; deaf for %lld ms at most; %lld MB at its peak; %zu notes", whole,
              read, whole - read, deaf, peakMemory() / 1024, size_t(notes));
    }
};

QTEST_MAIN(BenchImport)
#include "bench_import.moc"
