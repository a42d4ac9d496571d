// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/archiveimages.h"
#include "importer/importer.h"
#include "importer/ziparchive.h"
#include "support/testdata.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

#include <KZip>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

using Members = std::vector<std::pair<QString, QByteArray>>;

const QByteArray picture = "\x89PNG\r\n\x1a\n and so on";

QByteArray post(const QByteArray &title)
{
    return "<!DOCTYPE html><html><body><article class=\"h-entry\"><header><h1 class=\"p-name\">" + title +
           "</h1></header><section data-field=\"body\" class=\"e-content\"><section><h3 class=\"graf graf--h3 "
           "graf--title\">" +
           title + "</h3><p class=\"graf graf--p\">A week of rope.</p></section></section></article></body></html>";
}

} // namespace

class TestZipArchive : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString zip(const QString &name, const Members &members)
    {
        const QString path = m_dir.filePath(name);
        KZip zip(path);
        if (!zip.open(QIODevice::WriteOnly))
            return {};
        for (const auto &[member, bytes] : members)
            zip.writeFile(member, bytes);
        return zip.close() ? path : QString();
    }

    /// The file with `bytes` in place of the first `old`, as long, or in place of all.
    static void forge(const QString &path, const QByteArray &old, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray forged = file.readAll().replace(old, bytes);
        file.close();
        writeFile(path, forged);
    }

    static ImportOptions options()
    {
        ImportOptions options;
        options.today = QDate(2026, 11, 20);
        return options;
    }

    static bool warns(const ImportBatch &batch, Warning::Kind kind, const QString &of)
    {
        return std::ranges::any_of(batch.skipped, [&](const Warning &warning) {
            return warning.kind == kind && warning.subject.endsWith(of);
        });
    }

private Q_SLOTS:
    void readsNotesAndTheirPictures()
    {
        const QString path = zip(u"notes.zip"_s, {{u"blog/2026-10-09.md"_s, "![a](pictures/a.png) ![b](../out.png)\n"},
                                                  {u"blog/pictures/a.png"_s, picture},
                                                  {u"out.png"_s, picture},
                                                  {u"__MACOSX/blog/2026-10-09.md"_s, "x"},
                                                  {u".git/x.md"_s, "x"},
                                                  {u"README.md"_s, "x"}});
        const auto batch = readArchive({path}, options());
        QVERIFY(batch);
        QCOMPARE(batch->notes.size(), 1);
        QVERIFY(warns(*batch, Warning::Kind::NotANote, u"notes.zip/README.md"_s));
        const NoteDraft &draft = batch->notes.front().draft;
        QCOMPARE(draft.source.key, path + u"/blog/2026-10-09.md"_s);
        QCOMPARE(draft.images.size(), 2); // that of its folder, and the one above it, which is within the zip file
        const DraftImage expected{u"images/a.png"_s, u"blog/pictures/a.png"_s, picture.size(),
                                  QCryptographicHash::hash(picture, QCryptographicHash::Sha256), path};
        QCOMPARE(draft.images.front(), expected);
        auto read = archiveImages();
        for (const DraftImage &image : draft.images)
            QCOMPARE(read(image).value_or(QByteArray()), picture);
        QCOMPARE(read({u"a"_s, u"gone.png"_s, 3, {}, path}).error().kind, Error::Kind::NotFound);
    }

    void readsAnAccountOfMedium()
    {
        const QString path =
            zip(u"medium.zip"_s,
                {{u"posts/2021-03-05_Rope-0123456789ab.html"_s, post("Weeknote of rope")},
                 {u"posts/draft_Knots-0123456789cd.html"_s, post("Weeknote of knots")},
                 {u"claps/claps-0001.html"_s, post("Somebody else's")},
                 {u"README.html"_s, "<html>x"},
                 {u"profile/profile.html"_s, "<section class=\"h-card\"><h3 class=\"p-name\">Robin Ellery</h3><img "
                                             "class=\"u-photo\" src=\"https://example.org/robin.jpeg\"></section>"}});
        const auto batch = readArchive({path}, options());
        QVERIFY(batch);
        QCOMPARE(batch->notes.size(), 2);
        QVERIFY(batch->skipped.empty());
        QCOMPARE(batch->author, u"Robin Ellery"_s);
        QCOMPARE(batch->authorPicture, u"https://example.org/robin.jpeg"_s);
        for (const ImportedNote &note : batch->notes)
            QCOMPARE(note.draft.fields.author, u"Robin Ellery"_s);
        QCOMPARE(batch->notes.front().draft.source.key, u"0123456789ab"_s);
    }

    void neverLeavesTheArchive()
    {
        const QString path = zip(u"tricks.zip"_s, {{u"aa/evil.md"_s, "Up."}, {u"good.md"_s, "![](/etc/hostname)"}});
        forge(path, "aa/evil.md", "../evil.md"); // as long
        const auto batch = readArchive({path}, options());
        QVERIFY(batch);
        QCOMPARE(batch->notes.size(), 1);
        QVERIFY(batch->notes.front().draft.images.empty());
    }

    void followsNoLink()
    {
        const QString path = m_dir.filePath(u"link.zip"_s);
        KZip zip(path);
        QVERIFY(zip.open(QIODevice::WriteOnly));
        zip.writeSymLink(u"passwords.md"_s, u"/etc/passwd"_s);
        zip.writeFile(u"good.md"_s, "Words.");
        QVERIFY(zip.close());
        const auto batch = readArchive({path}, options());
        QVERIFY(batch);
        QCOMPARE(batch->notes.size(), 1);
    }

    void saysWhatIsLocked()
    {
        const QString path = zip(u"locked.zip"_s, {{u"a.md"_s, "Words."}, {u"b.md"_s, "Words."}});
        QFile file(path);
        QVERIFY(file.open(QFile::ReadWrite));
        QVERIFY(file.seek(6)); // the flags of the first member
        QVERIFY(file.putChar(1));
        file.close();
        const auto batch = readArchive({path}, options());
        QVERIFY(batch);
        QCOMPARE(batch->notes.size(), 1);
        QVERIFY(warns(*batch, Warning::Kind::Encrypted, u"locked.zip/a.md"_s));
    }

    void saysWhatBreaksOff()
    {
        const QString path = zip(u"cut.zip"_s, {{u"a.md"_s, "Words."}, {u"b.md"_s, "Words."}});
        QFile file(path);
        QVERIFY(file.open(QFile::ReadWrite));
        QVERIFY(file.resize(file.size() / 2));
        file.close();
        const auto batch = readArchive({path}, options());
        QVERIFY(!batch);
        QCOMPARE(batch.error().kind, Error::Kind::Malformed);
        QCOMPARE(batch.error().subject, path);
    }

    void boundsWhatItGivesOut()
    {
        const QByteArray zeros(40 * 1024 * 1024, ' ');
        const QString path = zip(u"bomb.zip"_s, {{u"a.md"_s, zeros}, {u"b.md"_s, "Words."}});
        QVERIFY(QFileInfo(path).size() < 100'000);
        const auto batch = readArchive({path}, options());
        QVERIFY(batch);
        QCOMPARE(batch->notes.size(), 1);
        QVERIFY(warns(*batch, Warning::Kind::TooLarge, u"bomb.zip/a.md"_s));

        const auto archive = ZipArchive::open(path, path);
        QVERIFY(archive);
        qint64 given = 0;
        for (int i = 0; i < 20; ++i)
            given += (*archive)->read(u"a.md"_s, zeros.size(), path).value_or(QByteArray()).size();
        QCOMPARE(given, 12 * zeros.size()); // and no more than half a gigabyte
    }

    void takesAHeadThatLiesForBroken()
    {
        const QByteArray words(5000, 'a');
        const QString path = zip(u"lies.zip"_s, {{u"a.md"_s, words}, {u"b.md"_s, "Words."}});
        forge(path, QByteArray("\x88\x13\0\0", 4), QByteArray("\x10\0\0\0", 4)); // 5,000 and 16
        const auto archive = ZipArchive::open(path, path);
        QVERIFY(archive);
        QCOMPARE((*archive)->read(u"a.md"_s, 100'000, path).error().kind, Error::Kind::Malformed);
        QCOMPARE((*archive)->read(u"b.md"_s, 100'000, path).value_or(QByteArray()), "Words.");
    }

    void survivesAnyDamage()
    {
        const QString path = zip(u"whole.zip"_s, {{u"posts/a.md"_s, QByteArray(2000, 'a')}, {u"b.md"_s, "Words."}});
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray whole = file.readAll();
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray damaged = whole;
            damaged[at] = char(~damaged[at]);
            writeFile(m_dir.filePath(u"damaged.zip"_s), damaged);
            std::ignore = readArchive({m_dir.filePath(u"damaged.zip"_s)}, options());
        }
    }

    void knowsAZipFileByItsContent()
    {
        const QString path = zip(u"notes"_s, {{u"a.md"_s, "Words."}});
        QCOMPARE(readArchive({path}, options())->notes.size(), 1);
        const QString empty = zip(u"empty.zip"_s, {{u"a.bin"_s, "x"}});
        QCOMPARE(readArchive({empty}, options()).error().kind, Error::Kind::NothingToImport);
    }
};

QTEST_GUILESS_MAIN(TestZipArchive)
#include "tst_ziparchive.moc"
