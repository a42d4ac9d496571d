// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/importer.h"
#include "markdown/document.h"
#include "markdown/plaintext.h"
#include "support/rounds.h"
#include "support/testdata.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

QSet<QString> wordsOf(const QString &text)
{
    static const QRegularExpression word(u"[\\p{L}\\p{N}]+"_s);
    QSet<QString> words;
    for (const auto &match : word.globalMatch(text))
        words.insert(match.captured());
    return words;
}

QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class Mutator
{
public:
    explicit Mutator(quint32 seed) : m_random(seed) {}

    QByteArray mutateBytes(QByteArray bytes)
    {
        for (int i = below(12); i >= 0 && !bytes.isEmpty(); --i) {
            const int at = below(int(bytes.size()));
            switch (below(5)) {
            case 0:
                bytes[at] = char(below(256));
                break;
            case 1:
                bytes.remove(at, below(200));
                break;
            case 2:
                bytes.insert(at, bytes.sliced(at, std::min<qsizetype>(below(300), bytes.size() - at)));
                break;
            case 3:
                bytes.insert(at, pick({"<b>", "---\n", "\n\n\n", "* ", "{{< a >}}", "`", "[^1]", "\r", "=====\n",
                                       "</i>", "![](", "\xff", "  • "}));
                break;
            default:
                bytes.truncate(at);
            }
        }
        return bytes;
    }

    // Lines moved, doubled, joined or parted: the words stay.
    QString shuffleLines(const QString &text)
    {
        QStringList lines = text.split(u'\n');
        for (int i = below(20); i >= 0; --i) {
            const int at = below(int(lines.size()));
            switch (below(4)) {
            case 0:
                lines.swapItemsAt(at, below(int(lines.size())));
                break;
            case 1:
                lines.insert(at, QString());
                break;
            case 2:
                lines.insert(at, lines[below(int(lines.size()))]);
                break;
            default:
                lines[at].prepend(u"    "_s);
            }
        }
        return lines.join(u'\n');
    }

private:
    int below(int limit) { return int(m_random.bounded(quint32(std::max(1, limit)))); }
    QByteArray pick(const QByteArrayList &choices) { return choices[below(int(choices.size()))]; }

    QRandomGenerator m_random;
};

} // namespace

class TestImporterMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesDamagedFiles();
    void losesNoWord_data();
    void losesNoWord();

private:
    ImportOptions options() const
    {
        ImportOptions of2026;
        of2026.today = QDate(2026, 11, 22);
        return of2026;
    }
};

void TestImporterMutations::survivesDamagedFiles()
{
    QTemporaryDir folder;
    QStringList sources;
    for (QDirIterator it(testData(u"archives"_s), {u"*.md"_s, u"*.txt"_s}, QDir::Files, QDirIterator::Subdirectories);
         it.hasNext();)
        sources += it.next();
    sources.sort();
    QVERIFY(!sources.isEmpty());
    for (int round = 0; round < rounds(60); ++round) {
        const QString source = sources[round % sources.size()];
        const QString path = folder.filePath(QFileInfo(source).fileName());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(Mutator(quint32(round)).mutateBytes(fileContent(source)));
        file.close();
        const auto batch = readArchive({path}, options());
        if (!batch)
            QVERIFY2(batch.error().kind == Error::Kind::NotText || batch.error().kind == Error::Kind::NothingToImport,
                     qPrintable(QString::number(round)));
    }
}

void TestImporterMutations::losesNoWord_data()
{
    QTest::addColumn<QString>("name");
    for (const auto &name : {u"harbour-weeknotes.txt"_s, u"medium-single.txt"_s, u"medium-fortnight.txt"_s,
                             u"dense-lines.txt"_s, u"interview.txt"_s})
        QTest::newRow(qPrintable(name)) << name;
}

// Every word of the source is in a note, or among the lines that it names as left out; and a reader sees it.
void TestImporterMutations::losesNoWord()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    const QString source = QString::fromUtf8(fileContent(testData(u"archives/"_s) + name));
    for (int round = 0; round < rounds(60); ++round) {
        const QString text = round == 0 ? source : Mutator(quint32(round)).shuffleLines(source);
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text.toUtf8());
        file.close();
        const auto batch = readArchive({file.fileName()}, options());
        QVERIFY(batch);
        QString all;
        for (const ImportedNote &note : batch->notes) {
            const NoteFields &fields = note.draft.fields;
            all += (QStringList{fields.title, fields.subtitle, fields.kicker, fields.author, u""_s} + note.leftOut)
                       .join(u'\n');
            all += u'\n' + note.draft.text + u'\n' +
                   Markdown::toPlainText(*Markdown::Document::parse(note.draft.text)) + u'\n';
        }
        const QSet<QString> lost = wordsOf(text) - wordsOf(all);
        QVERIFY2(lost.isEmpty(), qPrintable(u"round %1: %2"_s.arg(round).arg(QStringList(lost.values()).join(u' '))));
    }
}

QTEST_GUILESS_MAIN(TestImporterMutations)
#include "tst_importermutations.moc"
